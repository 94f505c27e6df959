package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hold one region's words and forms and what they are in the standard language, in the order in which they are applied.
 */
final class Pack {
    private record Form(Pattern dialect, String standard) {}

    private final List<Form> first = new ArrayList<>();
    private final List<Form> forms;

    Pack(DataFile data) {
        for (String section : List.of("words", "first")) {
            if (data.sections().contains(section)) {
                first.addAll(forms(data, section));
            }
        }
        forms = forms(data, "forms");
    }

    /** Rewrite what must not be taken for something else by the rules of negation. */
    String first(String text) {
        return rewrite(text, first);
    }

    /** Rewrite all other forms. */
    String rewrite(String text) {
        return rewrite(text, forms);
    }

    private static List<Form> forms(DataFile data, String section) {
        return data.rows(section, 3).stream()
                .map(row -> new Form(Pattern.compile(row.get(0)), row.get(1)))
                .toList();
    }

    private static String rewrite(String text, List<Form> forms) {
        String rewritten = text;
        for (Form form : forms) {
            rewritten = form.dialect.matcher(rewritten).replaceAll(form.standard);
        }
        return rewritten;
    }
}
