package dev.aizuchi.japanese.accent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Find where the pitch falls in a phrase of several words.
 *
 * <p>After Sagisaka and Sato, <i>Accentuation rules for Japanese word concatenation</i> (1983), whose classes the
 * dictionary gives: C for nouns behind nouns, F for particles and auxiliaries, P for prefixes.
 */
final class Nucleus {
    private static final Pattern RULE = Pattern.compile("(?:([^%/]+)%)?([CFP]\\d+)(?:@(-?\\d+))?");

    private int accent;
    private int morae;

    /** Begin with a phrase's first word. */
    Nucleus(AccentWord first) {
        accent = first.accent();
        morae = first.morae().size();
    }

    /** Join a word. */
    void join(AccentWord before, AccentWord word) {
        Matcher rule = RULE.matcher(word.joining());
        while (rule.find()) {
            String part = rule.group(1);
            if (part == null || before.partOfSpeech().split("-", 2)[0].contains(part)) {
                String shift = rule.group(3);
                apply(rule.group(2), shift == null ? 0 : Integer.parseInt(shift), word.accent());
                break;
            }
        }
        morae += word.morae().size();
    }

    private void apply(String rule, int shift, int own) {
        switch (rule) {
            case "F2" -> accent = accent == 0 ? morae + shift : accent;
            case "F3" -> accent = accent == 0 ? 0 : morae + shift;
            case "F4" -> accent = morae + shift;
            case "F5", "C4" -> accent = 0;
            case "C1" -> accent = morae + own;
            case "C2" -> accent = morae + 1;
            case "C3" -> accent = morae;
            case "P1" -> accent = own == 0 ? 0 : morae + own;
            case "P2" -> accent = morae + Math.max(1, own);
            default -> {
                // F1 and C5 leave the accent where it is.
            }
        }
    }

    /** Give the mora after which the pitch falls, 0 for never. */
    int accent() {
        return accent;
    }
}
