package dev.aizuchi.cluster;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Keep the books of a suite: which run waits, which is given out, which is counted. For one thread. */
final class Leases {
    /** A run that took so many machines with it is not given to another. */
    static final int CHANCES = 3;

    private final Deque<Integer> back = new ArrayDeque<>();
    private final Map<Integer, Integer> losses = new HashMap<>();
    private final BitSet counted = new BitSet();
    private final int size;
    private int next;
    private int out;

    Leases(int size) {
        this.size = size;
    }

    /** Give out a run: one that was given back before a new one. */
    OptionalInt take() {
        if (back.isEmpty() && next == size) {
            return OptionalInt.empty();
        }
        out++;
        return OptionalInt.of(back.isEmpty() ? next++ : back.remove());
    }

    /** Count a run; false where it has been counted. */
    boolean count(int run) {
        out--;
        if (counted.get(run)) {
            return false;
        }
        counted.set(run);
        return true;
    }

    /** Take a run back that was not begun. */
    void putBack(int run) {
        out--;
        back.add(run);
    }

    /** Take a run back whose machine was lost with it; false where that happened too often. */
    boolean lost(int run) {
        boolean again = losses.merge(run, 1, Integer::sum) < CHANCES;
        if (again) {
            putBack(run);
        }
        return again;
    }

    /** Tell how many are given out. */
    int out() {
        return out;
    }

    /** Tell whether every run is counted. */
    boolean isFinished() {
        return counted.cardinality() == size;
    }
}
