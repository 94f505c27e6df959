package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Find set phrases that are wrong by themselves: バイト敬語, talk to children, familiar words, titles with 様. */
final class PhraseRules implements Rule {
    private record Phrase(IssueKind kind, Pattern pattern, String repair) {}

    private final List<Phrase> phrases = new ArrayList<>();

    PhraseRules() {
        DataFile data = DataFile.read(PhraseRules.class, "phrases.tsv");
        for (String section : data.sections()) {
            IssueKind kind = IssueKind.valueOf(section.toUpperCase(Locale.ROOT));
            data.rows(section, 2)
                    .forEach(row -> phrases.add(new Phrase(kind, Pattern.compile(row.get(0)), row.get(1))));
        }
    }

    @Override
    public List<Issue> find(Sentence sentence) {
        List<Issue> found = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Matcher matcher = phrase.pattern.matcher(sentence.text());
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    String repair = expanded(matcher, phrase.repair);
                    found.add(new Issue(matcher.start(), matcher.end(), phrase.kind, matcher.group(), repair));
                }
            }
        }
        return found;
    }

    private static String expanded(Matcher matcher, String repair) {
        String expanded = repair;
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String said = matcher.group(group);
            expanded = expanded.replace("$" + group, said == null ? "" : said);
        }
        return expanded;
    }
}
