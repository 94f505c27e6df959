package dev.aizuchi.sim;

/** An upright rectangle on the floor, in metres, from its south-west to its north-east corner. */
public record Box(double x0, double y0, double x1, double y1) {
    public Box {
        if (!(x0 <= x1 && y0 <= y1)) {
            throw new IllegalArgumentException("a box must not be turned inside out");
        }
    }

    boolean contains(double x, double y) {
        return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    }

    /** Measure the way from a spot to the nearest edge; 0 inside. */
    double distance(double x, double y) {
        double dx = Math.max(0, Math.max(x0 - x, x - x1));
        double dy = Math.max(0, Math.max(y0 - y, y - y1));
        // Not hypot, which guards against an overflow that no floor can have and takes ten times as long.
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Take what two boxes that overlap have in common. */
    Box within(Box other) {
        return new Box(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    /** Tell whether a straight line runs through the box (slab method). */
    boolean cuts(Point from, Point to) {
        double enter = 0;
        double leave = 1;
        double[][] slabs = {{from.x(), to.x(), x0, x1}, {from.y(), to.y(), y0, y1}};
        for (double[] slab : slabs) {
            double way = slab[1] - slab[0];
            if (way == 0) {
                if (slab[0] < slab[2] || slab[0] > slab[3]) {
                    return false;
                }
                continue;
            }
            double low = (slab[2] - slab[0]) / way;
            double high = (slab[3] - slab[0]) / way;
            enter = Math.max(enter, Math.min(low, high));
            leave = Math.min(leave, Math.max(low, high));
        }
        return enter <= leave;
    }
}
