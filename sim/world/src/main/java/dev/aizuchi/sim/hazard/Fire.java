package dev.aizuchi.sim.hazard;

import java.util.Arrays;
import java.util.Random;

/**
 * Fire as a stochastic cellular automaton: a cell is whole, burns, or has burnt out, and each second a burning cell
 * sets each neighbour on fire with a probability of its fuel (the form of Alexandridis et al. 2008, without wind and
 * slope).
 */
final class Fire {
    private static final int FURNITURE_BURNS = 300;
    private static final int FLOOR_BURNS = 60;
    private static final double FURNITURE_CATCHES = 0.02;
    private static final double FLOOR_CATCHES = 0.006;
    /** Kelvin a second into the air of a burning cell. */
    private static final double HEAT = 100;
    /** Extinction of light a second into it, per metre. */
    private static final double SMOKE = 2;

    private final Lattice lattice;
    private final Random random;
    private final boolean[] furniture;
    private final int[] secondsLeft;
    private final boolean[] burns;
    private boolean present;

    Fire(Lattice lattice, Random random, boolean[] furniture) {
        this.lattice = lattice;
        this.random = random;
        this.furniture = furniture;
        this.secondsLeft = new int[lattice.size()];
        this.burns = new boolean[lattice.size()];
        for (int cell = 0; cell < secondsLeft.length; cell++) {
            secondsLeft[cell] = furniture[cell] ? FURNITURE_BURNS : FLOOR_BURNS;
        }
    }

    void ignite(int cell) {
        burns[cell] = secondsLeft[cell] > 0;
        present = true;
    }

    void quench() {
        Arrays.fill(burns, false);
        present = false;
    }

    boolean burns(int cell) {
        return burns[cell];
    }

    boolean isPresent() {
        return present;
    }

    /** Let a second pass, with what the fire gives to the air; cells in their order, so that every run is alike. */
    void step(Diffusion heat, Diffusion smoke, Water water) {
        if (!present) {
            return;
        }
        boolean[] before = burns.clone();
        present = false;
        for (int cell = 0; cell < before.length; cell++) {
            if (!before[cell]) {
                continue;
            }
            heat.add(cell, HEAT);
            smoke.add(cell, SMOKE);
            for (int near : lattice.open(cell)) {
                double catches = furniture[near] ? FURNITURE_CATCHES : FLOOR_CATCHES;
                if (!burns[near] && secondsLeft[near] > 0 && random.nextDouble() < catches) {
                    burns[near] = true;
                }
            }
            secondsLeft[cell]--;
            burns[cell] = secondsLeft[cell] > 0 && water.depth(cell) == 0;
            present = true;
        }
    }
}
