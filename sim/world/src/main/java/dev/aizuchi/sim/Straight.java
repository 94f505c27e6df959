package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Driving straight on or straight back for a length, no farther than the way is free. */
final class Straight implements Activity {
    private static final double SLOW_DOWN = 0.5;
    private static final double BACKWARDS = 0.3;
    private static final double CREEP = 0.05;
    private static final double EXACT = 0.02;
    private static final double PROBE = 0.05;
    private static final double MARGIN = 0.08;
    private static final long PATIENCE = Ticks.in(Duration.ofSeconds(5));

    private final Floor floor;
    private final Body body;
    private final Sight sight;
    private final double length;
    private final double direction;
    private final double heading;
    private final Point start;
    private double progress;
    private long waited;

    /** Go for metres; backwards below 0. */
    Straight(Floor floor, Body body, Sight sight, double metres) {
        this.floor = floor;
        this.body = body;
        this.sight = sight;
        this.length = Math.abs(metres);
        this.direction = metres < 0 ? -1 : 1;
        this.heading = body.heading() + (metres < 0 ? Math.PI : 0);
        this.start = body.position();
    }

    @Override
    public @Nullable Outcome tick() {
        double left = length - start.distance(body.position());
        progress = Math.max(progress, length == 0 ? 1 : Math.min(1, 1 - left / length));
        if (left < EXACT) {
            body.brake();
            return body.stands() ? new Outcome.Completed() : null;
        }
        double allowed = sight.speedLimit(body, heading);
        double free = Math.min(left, free(left));
        if ((free < PROBE && free < left) || allowed < CREEP) {
            body.brake();
            waited++;
            return waited < PATIENCE
                    ? null
                    : new Outcome.Failed(Outcome.Reason.BLOCKED, "something stands in the way after " + gone() + " m");
        }
        waited = 0;
        double most = direction < 0 ? Math.min(BACKWARDS, body.topSpeed()) : body.topSpeed();
        double speed = Math.min(Math.min(most, allowed), Math.max(CREEP, Math.sqrt(2 * SLOW_DOWN * free)));
        body.drive(direction * speed, 0, allowed < Math.abs(body.speed()));
        return null;
    }

    @Override
    public double progress() {
        return progress;
    }

    /** Measure how far the way is free, in metres. */
    private double free(double most) {
        double free = 0;
        while (free < most && isFree(ahead(free + PROBE))) {
            free += PROBE;
        }
        return free;
    }

    private boolean isFree(Point point) {
        double room = Body.RADIUS + MARGIN;
        return floor.isClear(point, room) || floor.clearance(point) >= room;
    }

    // StrictMath gives the same run on every machine.
    private Point ahead(double metres) {
        Point here = body.position();
        return new Point(here.x() + metres * StrictMath.cos(heading), here.y() + metres * StrictMath.sin(heading));
    }

    private double gone() {
        return Math.round(start.distance(body.position()) * 10) / 10.0;
    }
}
