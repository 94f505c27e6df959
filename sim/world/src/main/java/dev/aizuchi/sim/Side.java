package dev.aizuchi.sim;

/** A side of an area, by which it is entered. */
enum Side {
    NORTH(0, 1),
    EAST(1, 0),
    SOUTH(0, -1),
    WEST(-1, 0);

    private static final double QUARTER = 90;

    private final int x;
    private final int y;

    Side(int x, int y) {
        this.x = x;
        this.y = y;
    }

    /** Give the point before the middle of the side, so many metres out of it. */
    Point before(Box area, double metres) {
        Point middle = area.middle();
        return new Point(
                middle.x() + x * ((area.x1() - area.x0()) / 2 + metres),
                middle.y() + y * ((area.y1() - area.y0()) / 2 + metres));
    }

    /** Give the point so many metres along the side from another. */
    Point along(Point from, double metres) {
        return new Point(from.x() + y * metres, from.y() - x * metres);
    }

    /** Give a gap of a length in the middle of the side, as thin as a line. */
    Box gap(Box area, double length) {
        Point middle = before(area, 0);
        double alongX = y == 0 ? 0 : length / 2;
        double alongY = x == 0 ? 0 : length / 2;
        return new Box(middle.x() - alongX, middle.y() - alongY, middle.x() + alongX, middle.y() + alongY);
    }

    /** Give the direction out of the area, in degrees counter-clockwise from east. */
    double outwardDeg() {
        return x == 0 ? y * QUARTER : QUARTER - x * QUARTER;
    }
}
