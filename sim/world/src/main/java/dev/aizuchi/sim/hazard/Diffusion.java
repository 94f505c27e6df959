package dev.aizuchi.sim.hazard;

/**
 * What mixes with the air of a floor and fades: Fick's second law on a grid by the explicit scheme (FTCS), with loss to
 * the air outside.
 */
final class Diffusion {
    /**
     * Square metres a second times a second over a cell's area: for turbulent air in rooms 0.001 to 0.1 m²/s are
     * measured (Cheng et al. 2011); 0.05 here. The scheme is stable up to 0.25.
     */
    private static final double RATE = 0.05 / (Lattice.CELL * Lattice.CELL);

    private static final double NOTHING = 1e-6;

    private final Lattice lattice;
    private final double kept;
    private final double most;
    private double[] amount;
    private double[] next;
    private boolean present;

    /**
     * Begin with none.
     *
     * @param lostASecond the part that goes outside each second
     * @param most what a cell can hold
     */
    Diffusion(Lattice lattice, double lostASecond, double most) {
        this.lattice = lattice;
        this.kept = 1 - lostASecond;
        this.most = most;
        this.amount = new double[lattice.size()];
        this.next = new double[lattice.size()];
    }

    double at(int cell) {
        return amount[cell];
    }

    boolean isPresent() {
        return present;
    }

    void add(int cell, double more) {
        amount[cell] = Math.min(most, amount[cell] + more);
        present = true;
    }

    /** Let a second pass. */
    void step() {
        if (!present) {
            return;
        }
        double largest = 0;
        for (int cell = 0; cell < amount.length; cell++) {
            double here = amount[cell];
            double flow = 0;
            for (int near : lattice.open(cell)) {
                flow += amount[near] - here;
            }
            next[cell] = (here + RATE * flow) * kept;
            largest = Math.max(largest, next[cell]);
        }
        double[] old = amount;
        amount = next;
        next = old;
        present = largest > NOTHING;
    }
}
