package dev.aizuchi.sim;

/** An upright rectangle on the floor, in metres, from its south-west to its north-east corner. */
public record Box(double x0, double y0, double x1, double y1) {
    public Box {
        if (!(x0 <= x1 && y0 <= y1)) {
            throw new IllegalArgumentException("a box must not be turned inside out");
        }
    }

    Point middle() {
        return new Point((x0 + x1) / 2, (y0 + y1) / 2);
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
        double fromX = from.x();
        double toX = to.x();
        double fromY = from.y();
        double toY = to.y();
        if (Math.max(fromX, toX) < x0
                || Math.min(fromX, toX) > x1
                || Math.max(fromY, toY) < y0
                || Math.min(fromY, toY) > y1) {
            return false;
        }
        double wayX = toX - fromX;
        double wayY = toY - fromY;
        // Along an axis the line lies within the slab already, as was seen above.
        double enterX = wayX == 0 ? 0 : Math.min((x0 - fromX) / wayX, (x1 - fromX) / wayX);
        double leaveX = wayX == 0 ? 1 : Math.max((x0 - fromX) / wayX, (x1 - fromX) / wayX);
        double enterY = wayY == 0 ? 0 : Math.min((y0 - fromY) / wayY, (y1 - fromY) / wayY);
        double leaveY = wayY == 0 ? 1 : Math.max((y0 - fromY) / wayY, (y1 - fromY) / wayY);
        return Math.max(0, Math.max(enterX, enterY)) <= Math.min(1, Math.min(leaveX, leaveY));
    }
}
