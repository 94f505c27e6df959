package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Numeral;
import org.jspecify.annotations.Nullable;

/**
 * Hold a piece of a text that may be part of a value.
 *
 * @param start its first unit in the spelled text
 * @param end the unit after the last
 * @param role what it can do
 * @param n a small whole number, see {@link Role}
 * @param text a wire name or rule, see {@link Role}
 * @param numeral the number in it, if any
 * @param counter the counter in it, if any
 * @param rival another counter that sounds the same, if any
 */
record Piece(
        int start,
        int end,
        Role role,
        int n,
        String text,
        @Nullable Numeral numeral,
        @Nullable Counter counter,
        @Nullable Counter rival) {

    static Piece word(int start, int end, Role role, int n, String text) {
        return new Piece(start, end, role, n, text, null, null, null);
    }

    static Piece number(Numeral numeral) {
        return new Piece(numeral.start(), numeral.end(), Role.NUMBER, 0, "", numeral, null, null);
    }

    static Piece counted(int end, Numeral numeral, Counter counter, @Nullable Counter rival) {
        return new Piece(numeral.start(), end, Role.COUNTED, 0, "", numeral, counter, rival);
    }

    boolean is(Counter.Kind kind) {
        return counter != null && counter.kind() == kind;
    }

    /** Give the number; only where there is one. */
    Numeral number() {
        if (numeral == null) {
            throw new IllegalStateException(role + " has no number");
        }
        return numeral;
    }

    /** Give the counter; only where there is one. */
    Counter unit() {
        if (counter == null) {
            throw new IllegalStateException(role + " has no counter");
        }
        return counter;
    }

    /** Give the whole number of a counted piece, or -1 when it is vague, broken or too large. */
    int count() {
        return numeral != null && !numeral.isVague() && numeral.isCount()
                ? numeral.value().intValue()
                : -1;
    }
}
