package dev.aizuchi.sim;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one person gets to another storey: on foot, by the nearest stairs; guarded by the world's lock. */
final class Climb {
    /** Metres from the foot of stairs at which somebody steps on them. */
    private static final double STEP_ON = 1;

    private final FloorPlan plan;
    private @Nullable Point top;
    private long ticks;

    Climb(FloorPlan plan) {
        this.plan = plan;
    }

    boolean isUnderWay() {
        return top != null;
    }

    void giveUp() {
        top = null;
    }

    /** Climb on for a tick; give where one gets off, once that is reached. */
    Optional<Point> tick() {
        Point end = top;
        if (end == null || --ticks > 0) {
            return Optional.empty();
        }
        top = null;
        return Optional.of(end);
    }

    /**
     * Give where to walk to first on the way to a target: itself, or the foot of stairs; empty where none lead there.
     */
    Optional<Point> towards(Point here, Point target) {
        int from = plan.storeyAt(here);
        int to = plan.storeyAt(target);
        return from == to ? Optional.of(target) : stairs(here, from, to).flatMap(known -> foot(known, from));
    }

    /** Step onto the stairs at whose foot somebody stands who wants to another storey. */
    void begin(Point here, Point target) {
        int from = plan.storeyAt(here);
        int to = plan.storeyAt(target);
        stairs(here, from, to)
                .filter(known -> foot(known, from)
                        .filter(at -> at.distance(here) <= STEP_ON)
                        .isPresent())
                .ifPresent(known -> {
                    top = foot(known, to).orElseThrow();
                    ticks = Math.round(known.seconds() * Math.abs(to - from) / Ticks.SECONDS);
                });
    }

    private Optional<Stairs> stairs(Point here, int from, int to) {
        return plan.stairs().stream()
                .filter(known ->
                        from != to && known.on(from).isPresent() && known.on(to).isPresent())
                .min(Comparator.comparingDouble(
                        known -> foot(known, from).orElseThrow().distance(here)));
    }

    private static Optional<Point> foot(Stairs stairs, int storey) {
        return stairs.on(storey).map(Stairs.Foot::at);
    }
}
