package dev.aizuchi.sim;

/** List the cells around a cell, always in the same order; for one search at a time. */
final class Neighbours {
    private static final int MOST = 8;

    private final Grid grid;
    private final double straight;
    private final double diagonal;
    private final int[] cells = new int[MOST];
    private final double[] metres = new double[MOST];

    Neighbours(Grid grid) {
        this.grid = grid;
        this.straight = grid.cell();
        this.diagonal = grid.cell() * Math.sqrt(2);
    }

    /** Take the neighbours of a cell, and count them. */
    int of(int cell) {
        int row = cell / grid.columns();
        int column = cell - row * grid.columns();
        int lastRow = Math.min(grid.rows() - 1, row + 1);
        int lastColumn = Math.min(grid.columns() - 1, column + 1);
        int count = 0;
        for (int y = Math.max(0, row - 1); y <= lastRow; y++) {
            for (int x = Math.max(0, column - 1); x <= lastColumn; x++) {
                if (x != column || y != row) {
                    cells[count] = y * grid.columns() + x;
                    metres[count] = x == column || y == row ? straight : diagonal;
                    count++;
                }
            }
        }
        return count;
    }

    int cell(int index) {
        return cells[index];
    }

    double metres(int index) {
        return metres[index];
    }
}
