package dev.aizuchi.japanese.reading;

import dev.aizuchi.japanese.DataFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Read Latin letters: known words (Wi-Fi, OK), romanised Japanese (Tanaka), anything else letter by letter (CT). */
final class Latin {
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> letters = new HashMap<>();
    private final Map<String, String> syllables = new HashMap<>();
    private final int longest;

    Latin() {
        DataFile file = DataFile.read(Latin.class, "latin.tsv");
        read(file, "words", words);
        read(file, "letters", letters);
        read(file, "syllables", syllables);
        longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private static void read(DataFile file, String section, Map<String, String> into) {
        for (String line : file.lines(section)) {
            String[] fields = line.split("\t", -1);
            into.put(fields[0].toLowerCase(Locale.ROOT), fields[1]);
        }
    }

    /** Read the Latin word that begins here, or give null. */
    @Nullable
    Written at(String text, int at) {
        if (!Numbers.isLatin(text.charAt(at)) && !isKnown(text, at)) {
            return null;
        }
        int known = known(text, at);
        if (known > at) {
            return new Written(
                    at, known, words.getOrDefault(text.substring(at, known).toLowerCase(Locale.ROOT), ""));
        }
        int end = at;
        while (end < text.length() && Numbers.isLatin(text.charAt(end))) {
            end++;
        }
        return new Written(at, end, word(text.substring(at, end)));
    }

    private boolean isKnown(String text, int at) {
        return Character.isDigit(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && known(text, at) > at;
    }

    /** Where the longest known word ends; it must not go on in letters. */
    private int known(String text, int at) {
        for (int end = Math.min(text.length(), at + longest); end > at; end--) {
            boolean goesOn =
                    end < text.length() && Numbers.isLatin(text.charAt(end)) && Numbers.isLatin(text.charAt(end - 1));
            if (!goesOn && words.containsKey(text.substring(at, end).toLowerCase(Locale.ROOT))) {
                return end;
            }
        }
        return at;
    }

    private String word(String word) {
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        String romaji = capitals && word.length() < 5 ? null : romaji(word.toLowerCase(Locale.ROOT));
        return romaji == null ? spelled(word) : romaji;
    }

    /** Read romanised Japanese, or give null when it is none. */
    private @Nullable String romaji(String word) {
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int length = Math.min(3, word.length() - at);
            while (length > 0 && !syllables.containsKey(word.substring(at, at + length))) {
                length--;
            }
            boolean doubled = length == 0
                    && at + 1 < word.length()
                    && word.charAt(at) == word.charAt(at + 1)
                    && "kstpc".indexOf(word.charAt(at)) >= 0;
            if (length == 0 && !doubled) {
                return null;
            }
            said.append(doubled ? "っ" : syllables.getOrDefault(word.substring(at, at + length), ""));
            at += doubled ? 1 : length;
        }
        return word.length() < 3 ? null : said.toString();
    }

    /** Read letter by letter, with the signs of addresses. */
    String spelled(String text) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int known = Numbers.isLatin(text.charAt(i)) && (i == 0 || !Numbers.isLatin(text.charAt(i - 1)))
                    ? known(text, i)
                    : i;
            if (known > i + 1) {
                said.append(words.getOrDefault(text.substring(i, known).toLowerCase(Locale.ROOT), ""));
                i = known;
            } else {
                said.append(letters.getOrDefault(text.substring(i, i + 1).toLowerCase(Locale.ROOT), ""));
                i++;
            }
        }
        return said.toString();
    }
}
