package dev.aizuchi.ros2.hri;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.ros2.node.Diagnostics.Level;
import dev.aizuchi.ros2.node.Diagnostics.Part;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Tell how the runtime is: its links, its ears, its robot. From any thread. */
final class Health {
    /** Longer than this, a person takes the robot for deaf. */
    private static final Duration SLOW = Duration.ofMillis(1_500);
    /** So much above the charge under which it moves no more, a robot should be charged. */
    private static final double RESERVE = 0.1;

    private final Robot robot;
    private final InstantSource clock;
    private volatile boolean busUp;
    private volatile boolean robotUp = true;
    private volatile Duration took = Duration.ZERO;
    private volatile String fault = "";

    Health(Robot robot, InstantSource clock) {
        this.robot = robot;
        this.clock = clock;
    }

    void bus(boolean up) {
        busUp = up;
    }

    void take(DialogueEvent event) {
        if (event instanceof DialogueEvent.Heard heard) {
            took = heard.took();
        } else if (event instanceof DialogueEvent.Faulted faulted) {
            // The part alone: its message may be long, and stands in the journal.
            fault = faulted.part();
        } else if (event instanceof DialogueEvent.Perceived perceived
                && perceived.percept() instanceof Percept.Link link) {
            robotUp = link.up();
        }
    }

    List<Supplier<Part>> parts() {
        return List.of(this::link, this::recogniser, this::state, this::battery, this::faults);
    }

    private Part link() {
        boolean up = busUp && robotUp;
        return new Part(
                "link",
                up ? Level.OK : Level.ERROR,
                up ? "up" : "down",
                Map.of("bus", busUp ? "up" : "down", "robot", robotUp ? "up" : "down"));
    }

    private Part recogniser() {
        boolean slow = took.compareTo(SLOW) > 0;
        return new Part(
                "recogniser",
                slow ? Level.WARN : Level.OK,
                slow ? "slow" : "in time",
                Map.of("lag_ms", String.valueOf(took.toMillis())));
    }

    private Part state() {
        RobotState state = robot.state();
        Duration age = Duration.between(state.at(), clock.instant());
        boolean old = age.compareTo(robot.profile().maximumStateAge()) > 0;
        return new Part(
                "robot state",
                old ? Level.STALE : state.emergencyStop() ? Level.ERROR : Level.OK,
                old ? "old" : state.emergencyStop() ? "emergency stop" : state.stopped() ? "stopped" : "fresh",
                Map.of("age_ms", String.valueOf(age.toMillis()), "place", state.place()));
    }

    private Part battery() {
        double charge = robot.state().battery();
        double least = robot.profile().minimumBattery();
        Level level = charge < least ? Level.ERROR : charge < least + RESERVE ? Level.WARN : Level.OK;
        return new Part(
                "battery",
                level,
                level == Level.OK ? "charged" : level == Level.WARN ? "low" : "empty",
                Map.of("charge", String.format(Locale.ROOT, "%.2f", charge)));
    }

    private Part faults() {
        return fault.isEmpty()
                ? new Part("faults", Level.OK, "none", Map.of())
                : new Part("faults", Level.WARN, "a part failed", Map.of("part", fault));
    }
}
