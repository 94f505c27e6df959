package dev.aizuchi.sim;

/** List the cells around a cell, always in the same order; for one search at a time. */
final class Neighbours {
    private static final int MOST = 8;

    private final int columns;
    private final int rows;
    private final int[] offsets;
    private final double[] lengths;
    private final int[] cells = new int[MOST];
    private final double[] metres = new double[MOST];

    Neighbours(Grid grid) {
        columns = grid.columns();
        rows = grid.rows();
        double straight = grid.cell();
        double diagonal = grid.cell() * Math.sqrt(2);
        offsets = new int[] {-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1};
        lengths = new double[] {diagonal, straight, diagonal, straight, straight, diagonal, straight, diagonal};
    }

    /** Take the neighbours of a cell, and count them. */
    int of(int cell) {
        int row = cell / columns;
        int column = cell - row * columns;
        boolean inside = row > 0 && row < rows - 1 && column > 0 && column < columns - 1;
        int count = 0;
        for (int i = 0; i < MOST; i++) {
            if (inside || isOnGrid(row, column, i)) {
                cells[count] = cell + offsets[i];
                metres[count] = lengths[i];
                count++;
            }
        }
        return count;
    }

    /** Tell whether a cell on the edge has its neighbour of a number; the numbers skip the cell itself. */
    private boolean isOnGrid(int row, int column, int number) {
        int ninth = number < MOST / 2 ? number : number + 1;
        int y = row + ninth / 3 - 1;
        int x = column + ninth % 3 - 1;
        return y >= 0 && y < rows && x >= 0 && x < columns;
    }

    int cell(int index) {
        return cells[index];
    }

    double metres(int index) {
        return metres[index];
    }
}
