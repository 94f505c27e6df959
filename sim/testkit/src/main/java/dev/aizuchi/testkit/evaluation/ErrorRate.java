package dev.aizuchi.testkit.evaluation;

import java.util.Arrays;

/**
 * Count what is wrong in a text: substitutions, deletions and insertions (Levenshtein) against the length of what was
 * said.
 *
 * @param wrong number of edits
 * @param length characters of the references, by code points
 */
public record ErrorRate(int wrong, int length) {
    /** Nothing was said and nothing heard. */
    public static final ErrorRate NONE = new ErrorRate(0, 0);

    /** Compare one text with its reference, character by character. */
    public static ErrorRate of(String reference, String heard) {
        int[] said = reference.codePoints().toArray();
        int[] got = heard.codePoints().toArray();
        int[] row = new int[got.length + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= said.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= got.length; j++) {
                int change = diagonal + (said[i - 1] == got[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return new ErrorRate(row[got.length], said.length);
    }

    /** Add up: the rate of a set is its edits over its characters, not a mean of rates. */
    public ErrorRate plus(ErrorRate other) {
        return new ErrorRate(wrong + other.wrong, length + other.length);
    }

    /** Give edits per character; above 1 where more was invented than said, and NaN where nothing was said. */
    public double rate() {
        return length == 0 ? Double.NaN : (double) wrong / length;
    }
}
