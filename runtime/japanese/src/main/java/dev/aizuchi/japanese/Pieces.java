package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tell of which pieces of a closed set an utterance consists. Compared in hiragana, without blanks and marks, so that a
 * recogniser's spelling does not matter.
 */
final class Pieces {
    private static final int LONGEST = 60;

    private final List<String> pieces;

    Pieces(Collection<String> pieces) {
        this.pieces = pieces.stream()
                .map(Pieces::plain)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Write a text as it is compared. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        String spelled = Kana.hiragana(Normalizer.spelled(text)).toUpperCase(java.util.Locale.ROOT);
        spelled.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == 'ー')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Split a whole text into pieces, longest first; empty when some of it is no piece. */
    List<String> split(String text) {
        String plain = plain(text);
        List<String> found = new ArrayList<>();
        boolean whole = plain.length() <= LONGEST && split(plain, 0, found, new HashSet<>());
        return whole ? found : List.of();
    }

    private boolean split(String text, int from, List<String> found, Set<Integer> dead) {
        if (from == text.length()) {
            return true;
        }
        if (dead.contains(from)) {
            return false;
        }
        for (String piece : pieces) {
            if (text.startsWith(piece, from)) {
                found.add(piece);
                if (split(text, from + piece.length(), found, dead)) {
                    return true;
                }
                found.remove(found.size() - 1);
            }
        }
        dead.add(from);
        return false;
    }
}
