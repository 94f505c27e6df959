package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import java.util.ArrayList;
import java.util.List;

/** Hold the pieces of a text in order, with the text between them. */
final class Pieces {
    private static final Piece NOTHING = Piece.word(-1, -1, Role.LITERAL, 0, "");

    private final String text;
    private final List<Piece> pieces;

    Pieces(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    String text() {
        return text;
    }

    int size() {
        return pieces.size();
    }

    Piece get(int i) {
        return i >= 0 && i < pieces.size() ? pieces.get(i) : NOTHING;
    }

    boolean is(int i, Role role) {
        return i >= 0 && i < pieces.size() && pieces.get(i).role() == role;
    }

    /** Tell whether piece i stands right behind its predecessor. */
    boolean joined(int i) {
        return i > 0
                && i < pieces.size()
                && pieces.get(i - 1).end() == pieces.get(i).start();
    }

    boolean joined(int i, Role role) {
        return is(i, role) && joined(i);
    }

    boolean joined(int i, Counter.Kind kind) {
        return joined(i) && get(i).is(kind);
    }

    /** Tell whether nothing, or one of these words, stands before piece i and behind its predecessor. */
    boolean linked(int i, String... words) {
        if (i <= 0 || i >= pieces.size()) {
            return false;
        }
        int from = pieces.get(i - 1).end();
        int length = pieces.get(i).start() - from;
        if (length == 0) {
            return true;
        }
        for (String word : words) {
            if (word.length() == length && text.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }

    /** Tell whether the text behind piece i begins like this. */
    boolean follows(int i, String word) {
        return text.startsWith(word, get(i).end());
    }

    /** Give the same pieces with another one in a place. */
    Pieces replacing(int i, Piece piece) {
        List<Piece> changed = new ArrayList<>(pieces);
        changed.set(i, piece);
        return new Pieces(text, changed);
    }

    boolean followsAny(int i, List<String> words) {
        return words.stream().anyMatch(word -> follows(i, word));
    }

    /** Tell whether the text before piece i ends like this. */
    boolean precedes(int i, String word) {
        return text.startsWith(word, get(i).start() - word.length());
    }
}
