package dev.aizuchi.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Split what is to be said into pieces that a voice can take at once. */
final class Clauses {
    private static final Pattern SENTENCE = Pattern.compile("[^。．？！?!\\n]*[。．？！?!\\n]*");
    private static final Pattern CLAUSE = Pattern.compile("[^、，,\\s]*[、，,\\s]*");

    private Clauses() {}

    /** Split after the ends of sentences. */
    static List<String> sentences(String text) {
        return split(SENTENCE, text);
    }

    /** Split into sentences, those over a length at their commas, and what is still too long anywhere. */
    static List<String> upTo(int length, String text) {
        List<String> pieces = new ArrayList<>();
        for (String sentence : sentences(text)) {
            for (String clause : sentence.length() <= length ? List.of(sentence) : split(CLAUSE, sentence)) {
                for (int at = 0; at < clause.length(); at += length) {
                    pieces.add(clause.substring(at, Math.min(clause.length(), at + length)));
                }
            }
        }
        return pieces;
    }

    private static List<String> split(Pattern piece, String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = piece.matcher(text);
        while (matcher.find()) {
            String found = matcher.group().strip();
            if (!found.isEmpty()) {
                pieces.add(found);
            }
        }
        return pieces;
    }
}
