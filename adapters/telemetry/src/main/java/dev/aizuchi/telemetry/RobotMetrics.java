package dev.aizuchi.telemetry;

import dev.aizuchi.robot.RobotState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Show what a robot last told of itself, asked for whenever the metrics are read. */
final class RobotMetrics {
    private RobotMetrics() {}

    static void register(MeterRegistry registry, Supplier<RobotState> robot, InstantSource clock) {
        gauge(registry, robot, "battery.ratio", "Charge from 0 to 1", RobotState::battery);
        gauge(registry, robot, "stopped", "Whether the stop latch is set", state -> state.stopped() ? 1 : 0);
        gauge(
                registry,
                robot,
                "emergency.stop",
                "Whether a hardware stop is pressed",
                state -> state.emergencyStop() ? 1 : 0);
        gauge(registry, robot, "speed.meters.per.second", "Speed over ground", RobotState::speed);
        gauge(
                registry,
                robot,
                "state.age.seconds",
                "How old the robot's last state is",
                state -> age(state.at(), clock.instant()));
    }

    /** A robot that never told its state has one of no age that counts. */
    private static double age(Instant at, Instant now) {
        return at.isBefore(Instant.EPOCH)
                ? Double.NaN
                : Duration.between(at, now).toNanos() / 1e9;
    }

    private static void gauge(
            MeterRegistry registry,
            Supplier<RobotState> robot,
            String name,
            String description,
            ToDoubleFunction<RobotState> value) {
        Gauge.builder("aizuchi." + name, robot, source -> value.applyAsDouble(source.get()))
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
