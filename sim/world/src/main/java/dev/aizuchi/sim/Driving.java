package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Driving to a spot along a planned way, slowly near people and other robots, and turning as the spot says. */
final class Driving implements Activity {
    private static final double LOOK_AHEAD = 0.3;
    private static final double EXACT = 0.05;
    private static final double NEAR_ENOUGH = 0.8;
    private static final double SLOW_DOWN = 0.5;
    private static final double CREEP = 0.05;
    private static final double TURN_FIRST = Math.toRadians(50);
    private static final int LOOK_TICKS = 10;
    /** Points of the way that are looked at: as far as the robot sees. */
    private static final int AHEAD = 30;
    /** A little less than is planned for, so that a way that was just planned is not in the way. */
    private static final double CROSSED = Planner.PASSING - 0.02;

    private static final long PATIENCE = Ticks.in(Duration.ofSeconds(5));

    private final Floor floor;
    private final Body body;
    private final Sight sight;
    private final FloorPlan.Spot spot;
    private List<Point> path = List.of();
    private double[] behind = {};
    private int reached;
    private long planned = -1;
    private long ticks;
    private long blockedTicks;
    private double whole;
    private double progress;
    private @Nullable Turning turning;

    Driving(Floor floor, Body body, Sight sight, FloorPlan.Spot spot) {
        this.floor = floor;
        this.body = body;
        this.sight = sight;
        this.spot = spot;
    }

    @Override
    public @Nullable Outcome tick() {
        if (turning != null) {
            return turning.tick();
        }
        if (planned != floor.version() || isToBePlanned()) {
            plan();
        }
        ticks++;
        if (path.isEmpty()) {
            body.brake();
            blockedTicks++;
            return blockedTicks < PATIENCE
                    ? null
                    : new Outcome.Failed(
                            Outcome.Reason.BLOCKED, "no way to " + spot.place().name());
        }
        if (body.position().distance(last()) < EXACT) {
            turning = new Turning(body, Turning.wrapped(Math.toRadians(spot.headingDeg()) - body.heading()));
            return turning.tick();
        }
        follow();
        return null;
    }

    @Override
    public double progress() {
        return progress;
    }

    @Override
    public List<Point> way() {
        return List.copyOf(path.subList(Math.min(reached, path.size()), path.size()));
    }

    private boolean isToBePlanned() {
        boolean stuck = path.isEmpty() || blockedTicks > 0;
        return ticks % LOOK_TICKS == 0 && (stuck || isCrossed());
    }

    private void plan() {
        planned = floor.version();
        List<Point> others = sight.others();
        path = path(0, others);
        if (path.isEmpty() && others.stream().anyMatch(person -> person.distance(spot.point()) < Planner.PASSING)) {
            // Somebody stands on the spot: beside them is the place, too.
            path = path(NEAR_ENOUGH, others);
        }
        reached = 0;
        behind = lengths(path);
        if (whole == 0) {
            whole = left();
        }
    }

    private List<Point> path(double tolerance, List<Point> others) {
        return floor.planner().path(body.position(), spot.point(), tolerance, Planner.CLEARANCE, others);
    }

    private void follow() {
        Point here = body.position();
        while (reached < path.size() - 1 && path.get(reached).distance(here) < LOOK_AHEAD) {
            reached++;
        }
        Point aim = path.get(reached);
        double course = StrictMath.atan2(aim.y() - here.y(), aim.x() - here.x());
        boolean glides = body.wheels() == Drive.OMNI;
        double error = Turning.wrapped((glides ? Math.toRadians(spot.headingDeg()) : course) - body.heading());
        double left = left();
        progress = Math.max(progress, Math.min(1, 1 - left / Math.max(whole, EXACT)));
        double speed = glides ? body.topSpeed() : speedInTurn(error);
        speed = Math.min(speed, Math.max(CREEP, Math.sqrt(2 * SLOW_DOWN * left)));
        double allowed = sight.speedLimit(body, glides ? course : body.heading());
        if (glides) {
            body.glide(course, Math.min(speed, allowed), Turning.rate(error), allowed < body.speed());
        } else {
            body.drive(Math.min(speed, allowed), Turning.rate(error), allowed < body.speed());
        }
        blockedTicks = allowed == 0 ? blockedTicks + 1 : 0;
        if (blockedTicks > PATIENCE) {
            path = List.of();
        }
    }

    private double speedInTurn(double error) {
        double straight = Math.abs(error) > TURN_FIRST ? 0 : StrictMath.cos(error);
        return body.topSpeed() * straight * straight;
    }

    /** Tell whether somebody has come onto the way that lies before the robot. */
    private boolean isCrossed() {
        int end = Math.min(path.size(), reached + AHEAD);
        for (Point other : sight.others()) {
            for (int i = reached; i < end; i++) {
                if (path.get(i).distance(other) < CROSSED) {
                    return true;
                }
            }
        }
        return false;
    }

    private Point last() {
        return path.get(path.size() - 1);
    }

    private double left() {
        return path.isEmpty() ? 0 : body.position().distance(path.get(reached)) + behind[reached];
    }

    /** Measure from each point of a way along the rest of it, in metres. */
    private static double[] lengths(List<Point> path) {
        double[] behind = new double[path.size()];
        for (int i = path.size() - 2; i >= 0; i--) {
            behind[i] = behind[i + 1] + path.get(i).distance(path.get(i + 1));
        }
        return behind;
    }
}
