package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Know the words of {@code words.tsv}. */
final class WordList {
    /** A word as the file has it. */
    record Word(String spelling, Role role, int n, String text) {}

    /** By the first character, the longest first. */
    private final Map<Character, List<Word>> words = new HashMap<>();

    WordList() {
        for (String line : DataFile.read(WordList.class, "words.tsv").lines("words")) {
            String[] fields = line.split("\t", -1);
            String text = fields.length > 3 ? fields[3] : "";
            // A rule and its part of the day share the text.
            if (fields.length > 4) {
                text += "\t" + fields[4];
            }
            for (String spelling : fields[0].split(",", -1)) {
                words.computeIfAbsent(spelling.charAt(0), first -> new ArrayList<>())
                        .add(new Word(spelling, Role.valueOf(fields[1]), Integer.parseInt(fields[2]), text));
            }
        }
        words.values().forEach(list -> list.sort((a, b) -> b.spelling.length() - a.spelling.length()));
    }

    boolean begins(char c) {
        return words.containsKey(c);
    }

    /** Find the longest word that stands here, or null. */
    @Nullable
    Word at(String text, int at) {
        for (Word word : words.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(word.spelling, at) && !endsInNumeral(word, text, at)) {
                return word;
            }
        }
        return null;
    }

    /** 午後一 is early in the afternoon, but in 午後一時 the 一 belongs to the hour. */
    private static boolean endsInNumeral(Word word, String text, int at) {
        return word.spelling.endsWith("一") && text.startsWith("時", at + word.spelling.length());
    }
}
