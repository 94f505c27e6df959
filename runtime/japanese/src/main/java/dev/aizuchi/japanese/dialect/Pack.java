package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.grammar.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hold one region's forms and what they are in the standard language, in the order in which they are applied. */
final class Pack {
    private record Form(Pattern dialect, String standard) {}

    /** What a pack made of a text, and how many of its forms it met. */
    record Rewritten(String text, int forms) {}

    private final List<Form> forms = new ArrayList<>();

    Pack(String name) {
        RuleFile data = RuleFile.read(Pack.class, name + ".tsv");
        for (List<String> row : data.rows("forms", 2)) {
            forms.add(new Form(Pattern.compile(row.get(0)), row.get(1)));
        }
    }

    Rewritten rewrite(String text) {
        String rewritten = text;
        int met = 0;
        for (Form form : forms) {
            Matcher matcher = form.dialect.matcher(rewritten);
            if (matcher.find()) {
                met++;
                rewritten = matcher.replaceAll(form.standard);
            }
        }
        return new Rewritten(rewritten, met);
    }
}
