package dev.aizuchi.skill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * List the things that a slot can name, each with the words for it.
 *
 * <p>In a file: {@code [slot]} begins a slot, then a line for each value, {@code value: word, word}. The value itself
 * counts as a word for it unless it is in ASCII (a wire name such as {@code red}).
 *
 * @param wordsByValue the words by the value that stands on the wire, in the file's order
 */
public record Vocabulary(Map<String, List<String>> wordsByValue) {
    private static final Pattern COMMA = Pattern.compile("[,、，]");

    /** Copies the map and keeps its order. */
    public Vocabulary {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        wordsByValue.forEach((value, words) -> copy.put(value, List.copyOf(words)));
        wordsByValue = Collections.unmodifiableMap(copy);
    }

    /**
     * Read a slot's vocabulary from a resource that lies in the package of a class.
     *
     * @throws IllegalArgumentException when the resource or the slot is missing, or a value stands there twice
     */
    public static Vocabulary beside(Class<?> skill, String resource, String slot) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String line : Phrases.beside(skill, resource).of(slot)) {
            String[] sides = line.split("[:：]", 2);
            String value = sides[0].strip();
            if (values.put(value, words(value, sides.length > 1 ? sides[1] : "")) != null) {
                throw new IllegalArgumentException(resource + " lists " + value + " twice under [" + slot + "]");
            }
        }
        return new Vocabulary(values);
    }

    /** Tell whether any of the words stands in a text. */
    public boolean isIn(String text) {
        return wordsByValue.values().stream().flatMap(List::stream).anyMatch(text::contains);
    }

    private static List<String> words(String value, String listed) {
        Set<String> words = new LinkedHashSet<>();
        if (!value.chars().allMatch(letter -> letter < 0x80)) {
            words.add(value);
        }
        COMMA.splitAsStream(listed)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no words for " + value);
        }
        return List.copyOf(words);
    }
}
