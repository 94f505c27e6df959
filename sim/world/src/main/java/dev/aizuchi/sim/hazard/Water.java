package dev.aizuchi.sim.hazard;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Water that stands level over all cells it can reach from where it comes in: level-pool storage, as reservoir and
 * storage-cell flood models have it. A front of its own it has not: a room fills at once, if slowly.
 */
final class Water {
    private static final double DRAINED = 0.001;

    private final Lattice lattice;
    private final boolean[] wet;
    private int source = -1;
    private double inflow;
    private double volume;
    private double depth;

    Water(Lattice lattice) {
        this.lattice = lattice;
        this.wet = new boolean[lattice.size()];
    }

    /** Let cubic metres a second come in at a cell; what is there already stays. */
    void pour(int cell, double cubicMetresASecond) {
        source = cell;
        inflow = cubicMetresASecond;
    }

    /** Give the depth over a cell in metres. */
    double depth(int cell) {
        return wet[cell] ? depth : 0;
    }

    boolean isPresent() {
        return source >= 0;
    }

    /** Let a second pass. */
    void step() {
        if (source < 0) {
            return;
        }
        volume += inflow;
        int cells = spread();
        depth = volume / (cells * Lattice.CELL * Lattice.CELL);
        if (inflow == 0 && depth < DRAINED) {
            source = -1;
            Arrays.fill(wet, false);
        }
    }

    /** Wet all that is connected with the source, and count it. */
    private int spread() {
        Arrays.fill(wet, false);
        Deque<Integer> open = new ArrayDeque<>();
        open.add(source);
        wet[source] = true;
        int count = 0;
        for (Integer cell = open.poll(); cell != null; cell = open.poll()) {
            count++;
            for (int near : lattice.open(cell)) {
                if (!wet[near]) {
                    wet[near] = true;
                    open.add(near);
                }
            }
        }
        return count;
    }
}
