package dev.aizuchi.sim;

/** Cut a floor into square cells, counted from the south-west corner row by row. */
record Grid(int columns, int rows, double cell) {

    /** Cover a floor of so many metres. */
    static Grid over(double width, double height, double cell) {
        return new Grid((int) Math.ceil(width / cell), (int) Math.ceil(height / cell), cell);
    }

    int size() {
        return columns * rows;
    }

    int at(Point point) {
        return row(point.y()) * columns + column(point.x());
    }

    int column(double x) {
        return Math.min(columns - 1, Math.max(0, (int) (x / cell)));
    }

    int row(double y) {
        return Math.min(rows - 1, Math.max(0, (int) (y / cell)));
    }

    Point middle(int index) {
        int row = index / columns;
        return new Point((index - row * columns + 0.5) * cell, (row + 0.5) * cell);
    }

    /** Measure from the middle of a cell to a spot, in metres. */
    double distance(int index, double x, double y) {
        int row = index / columns;
        double dx = (index - row * columns + 0.5) * cell - x;
        double dy = (row + 0.5) * cell - y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
