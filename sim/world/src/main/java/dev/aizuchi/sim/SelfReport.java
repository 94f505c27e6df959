package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.RobotState;
import org.jspecify.annotations.Nullable;

/** What one robot tells of itself, true or not, and its button and latch; guarded by the world's lock. */
final class SelfReport {
    private static final double[] BATTERY_THRESHOLDS = {0.05, 0.1, 0.2};

    /** By how much a lying sensor is off, in metres and as a part of the charge. */
    private static final double LIE_METRES = 1;

    private static final double LIE_CHARGE = 0.3;

    private final Ticks clock;
    private final Floor floor;
    private final Body body;
    private final Senses senses;
    private @Nullable RobotState frozen;
    private boolean lying;
    private boolean latched;
    private boolean emergencyStop;
    private double toldBattery = 1;

    SelfReport(Surroundings around, Body body, Senses senses) {
        this.clock = around.clock();
        this.floor = around.floor();
        this.body = body;
        this.senses = senses;
    }

    void setFrozen(boolean isFrozen) {
        frozen = isFrozen ? stated() : null;
    }

    void setLying(boolean isLying) {
        lying = isLying;
    }

    boolean isLying() {
        return lying;
    }

    boolean isLatched() {
        return latched;
    }

    void latch() {
        latched = true;
    }

    /** Release the latch, unless the emergency stop is pressed. */
    void release() {
        latched = emergencyStop;
    }

    /** Take note of the emergency stop, and tell when it has changed. */
    void setEmergencyStop(boolean pressed) {
        if (emergencyStop != pressed) {
            emergencyStop = pressed;
            senses.tell(new Percept.EmergencyStop(pressed));
        }
    }

    /** Give what the robot tells. */
    RobotState told() {
        return frozen != null ? frozen : stated();
    }

    private RobotState stated() {
        RobotState truth = measured();
        return lying
                ? new RobotState(
                        truth.at(),
                        truth.x() + LIE_METRES,
                        truth.y(),
                        truth.headingDeg(),
                        truth.speed(),
                        Math.min(1, truth.battery() + LIE_CHARGE),
                        truth.emergencyStop(),
                        truth.stopped(),
                        truth.place())
                : truth;
    }

    /** Give the true state, whatever a fault makes the robot tell. */
    RobotState measured() {
        return new RobotState(
                clock.instant(),
                body.position().x(),
                body.position().y(),
                Math.toDegrees(Turning.wrapped(body.heading())),
                Math.abs(body.speed()),
                body.battery(),
                emergencyStop,
                latched,
                floor.placeAt(body.position()));
    }

    /** Tell the charge each time it passes a threshold. */
    void tellBattery() {
        double charge = body.battery();
        for (double threshold : BATTERY_THRESHOLDS) {
            if (toldBattery > threshold != charge > threshold) {
                senses.tell(new Percept.Battery(charge));
                break;
            }
        }
        toldBattery = charge;
    }
}
