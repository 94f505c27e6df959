package dev.aizuchi.voice.label;

import java.util.HashMap;
import java.util.Map;

/** Number the word classes as labels do. */
final class WordClasses {
    private static final String UNKNOWN = "xx";

    private final Map<String, String> numbers = new HashMap<>();

    WordClasses() {
        Table.rows("word-classes.tsv").forEach(row -> numbers.put(row[0], row[1]));
    }

    /** Give the number of a part of speech of the IPA dictionary. */
    String of(String partOfSpeech) {
        for (String part = partOfSpeech;
                !part.isEmpty();
                part = part.substring(0, Math.max(0, part.lastIndexOf('-')))) {
            String number = numbers.get(part);
            if (number != null) {
                return number;
            }
        }
        return UNKNOWN;
    }
}
