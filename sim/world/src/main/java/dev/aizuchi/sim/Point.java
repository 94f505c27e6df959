package dev.aizuchi.sim;

/** A spot on the floor, in metres east and north of the map's origin. */
public record Point(double x, double y) {

    double distance(Point other) {
        double dx = x - other.x;
        double dy = y - other.y;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Move towards a target by a length in metres, or onto it when it is nearer. */
    Point towards(Point target, double length) {
        double distance = distance(target);
        if (distance <= length) {
            return target;
        }
        double part = length / distance;
        return new Point(x + (target.x - x) * part, y + (target.y - y) * part);
    }
}
