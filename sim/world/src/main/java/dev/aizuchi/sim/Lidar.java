package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Argument;
import java.time.Duration;
import java.util.List;

/**
 * What one robot's laser scanner tells: that something which is not on the plan stands in front of it. Told once, until
 * the way has been clear for a second; guarded by the world's lock.
 */
final class Lidar {
    private static final double REACH = 1.5;
    private static final double STEP = 0.05;
    private static final long SCAN = Ticks.in(Duration.ofMillis(100));
    private static final long CLEAR = Ticks.in(Duration.ofSeconds(1));

    private final Floor floor;
    private final Body body;
    private final Senses senses;
    private long ticks;
    private long clear = CLEAR;

    Lidar(Surroundings around, Body body, Senses senses) {
        this.floor = around.floor();
        this.body = body;
        this.senses = senses;
    }

    void tick() {
        if (++ticks % SCAN != 0) {
            return;
        }
        double free = floor.unplanned().isEmpty() ? Double.POSITIVE_INFINITY : free();
        if (free > REACH) {
            clear += SCAN;
        } else {
            if (clear >= CLEAR) {
                double rounded = Math.round(10 * free) / 10.0;
                senses.tell(new Percept.Own("obstacle", List.of(new Argument.Measure("distance_m", rounded))));
            }
            clear = 0;
        }
    }

    /** Measure how far ahead of its front the robot could drive straight on; above the reach where nothing is there. */
    private double free() {
        Point here = body.position();
        double east = StrictMath.cos(body.heading());
        double north = StrictMath.sin(body.heading());
        for (double ahead = 0; ahead <= REACH; ahead += STEP) {
            Point at = new Point(here.x() + ahead * east, here.y() + ahead * north);
            for (Box thing : floor.unplanned()) {
                if (thing.distance(at.x(), at.y()) <= Body.RADIUS && floor.sees(here, at)) {
                    return ahead;
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
