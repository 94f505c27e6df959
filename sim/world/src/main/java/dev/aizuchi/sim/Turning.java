package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome;
import org.jspecify.annotations.Nullable;

/** Turning on the spot. */
final class Turning implements Activity {
    private static final double TURN_DOWN = 2;
    private static final double EXACT = Math.toRadians(1);

    private final Body body;
    private final double start;
    private final double target;
    private double progress;

    /** Turn by radians; positive is counter-clockwise. */
    Turning(Body body, double angle) {
        this.body = body;
        this.start = body.heading();
        this.target = start + angle;
    }

    @Override
    public @Nullable Outcome tick() {
        double left = target - body.heading();
        double whole = Math.abs(target - start);
        progress = Math.max(progress, whole == 0 ? 1 : Math.max(0, 1 - Math.abs(left) / whole));
        if (Math.abs(left) < EXACT) {
            body.brake();
            return body.stands() ? new Outcome.Completed() : null;
        }
        body.drive(0, rate(left), false);
        return null;
    }

    @Override
    public double progress() {
        return progress;
    }

    /** Choose the turning rate, in radians a second, that comes to rest after an angle. */
    static double rate(double angle) {
        double most = Math.min(Body.MAX_TURN, Math.sqrt(2 * TURN_DOWN * Math.abs(angle)));
        return Math.copySign(most, angle);
    }

    /** Bring an angle into the half turns around 0. */
    static double wrapped(double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }
}
