package dev.aizuchi.sim.hazard;

import java.util.ArrayList;
import java.util.List;

/** Square cells over a floor, and which of them air and water pass between. */
final class Lattice {
    /** Metres along a cell. */
    static final double CELL = 0.5;

    private final int columns;
    private final int rows;
    private int[][] open = {};

    Lattice(double width, double height) {
        columns = (int) Math.ceil(width / CELL);
        rows = (int) Math.ceil(height / CELL);
    }

    int size() {
        return columns * rows;
    }

    int at(double x, double y) {
        int column = Math.min(columns - 1, Math.max(0, (int) (x / CELL)));
        int row = Math.min(rows - 1, Math.max(0, (int) (y / CELL)));
        return row * columns + column;
    }

    double x(int cell) {
        return (cell % columns + 0.5) * CELL;
    }

    double y(int cell) {
        int row = cell / columns;
        return (row + 0.5) * CELL;
    }

    /** Find anew what passes where. */
    void survey(Hazards.Barrier barrier) {
        open = new int[size()][];
        for (int cell = 0; cell < open.length; cell++) {
            open[cell] = openFrom(cell, barrier);
        }
    }

    /** Give the neighbours of a cell that nothing parts from it. */
    int[] open(int cell) {
        return open[cell];
    }

    private int[] openFrom(int cell, Hazards.Barrier barrier) {
        List<Integer> found = new ArrayList<>();
        int column = cell % columns;
        int row = cell / columns;
        if (row > 0) {
            found.add(cell - columns);
        }
        if (column > 0) {
            found.add(cell - 1);
        }
        if (column < columns - 1) {
            found.add(cell + 1);
        }
        if (row < rows - 1) {
            found.add(cell + columns);
        }
        return found.stream()
                .mapToInt(Integer::intValue)
                .filter(near -> !barrier.parts(x(cell), y(cell), x(near), y(near)))
                .toArray();
    }
}
