package dev.aizuchi.japanese;

import java.util.List;
import java.util.regex.Pattern;

/** Rewrite dialect into the standard language, for comparing only: no person hears the result. */
final class Dialect {
    private record Rule(Pattern dialect, String standard) {}

    private final List<Rule> rules = DataFile.read("dialect.tsv").lines("rules").stream()
            .map(Dialect::rule)
            .toList();

    /** Give a normalised text with its dialect forms replaced. */
    String standard(String text) {
        String standard = text;
        for (Rule rule : rules) {
            standard = rule.dialect.matcher(standard).replaceAll(rule.standard);
        }
        return standard;
    }

    private static Rule rule(String line) {
        int tab = line.indexOf('\t');
        // A rule that only drops something has nothing behind its tab, and the reader strips the tab too.
        return tab < 0
                ? new Rule(Pattern.compile(line), "")
                : new Rule(Pattern.compile(line.substring(0, tab)), line.substring(tab + 1));
    }
}
