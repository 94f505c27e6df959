package dev.aizuchi.models;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Find the known word that a person most likely meant. */
public final class Suggestion {
    private Suggestion() {}

    /** Give "; did you mean X?" or, when nothing is near, "; known are A, B"; nothing when nothing is known. */
    public static String hint(String written, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(written, word)))
                .filter(word -> distance(written, word) <= Math.max(2, written.length() / 3))
                .map(word -> "; did you mean " + word + "?")
                .orElseGet(() -> "; known are " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** Count the letters to insert, delete or replace (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
