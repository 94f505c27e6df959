package dev.aizuchi.core;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Remember what was made of a text as long as one turn lasts: an utterance is looked at from many sides, and what
 * people said is kept no longer. Lives on the dialogue thread.
 */
final class Recent<T> {
    private final LongSupplier turn;
    private final Function<String, T> make;
    private final Map<String, T> made = new HashMap<>();
    private long madeIn = -1;

    Recent(LongSupplier turn, Function<String, T> make) {
        this.turn = turn;
        this.make = make;
    }

    T of(String text) {
        if (madeIn != turn.getAsLong()) {
            forget();
            madeIn = turn.getAsLong();
        }
        return made.computeIfAbsent(text, make);
    }

    void forget() {
        made.clear();
    }
}
