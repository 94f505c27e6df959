package dev.aizuchi.mqtt;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Choose times for tests on a machine that may be busy with others. */
final class Timing {
    private Timing() {}

    /** Nothing times out while a test goes well. */
    static MqttSettings calm(URI broker, String robot) {
        return of(broker, robot, 10_000, 10_000, 30_000);
    }

    /** The times that a robot runs with. */
    static MqttSettings real(URI broker, String robot) {
        MqttSettings defaults = MqttSettings.of(broker, robot);
        return of(
                broker,
                robot,
                defaults.deadman().toMillis(),
                defaults.linkTimeout().toMillis(),
                30_000);
    }

    /** The dead-man of a robot, but a state that is late on a busy machine is not taken for a lost link. */
    static MqttSettings wary(URI broker, String robot) {
        return of(broker, robot, MqttSettings.of(broker, robot).deadman().toMillis(), 10_000, 30_000);
    }

    /** Nobody is expected to answer, but a broker that is there has the time to. */
    static MqttSettings brief(URI broker, String robot) {
        return of(broker, robot, 10_000, 10_000, 10_000);
    }

    /** The same, but payloads are CloudEvents. */
    static MqttSettings enveloped(MqttSettings times) {
        return with(times, times.queue(), null, Duration.ZERO, true);
    }

    /** The same, but the broker keeps the session of the robot's end. */
    static MqttSettings kept(MqttSettings times, Duration sessionExpiry) {
        return with(times, times.queue(), null, sessionExpiry, false);
    }

    /** The same, but the robot's end remembers in a file. */
    static MqttSettings lasting(MqttSettings times, Path ledger) {
        return times.withLedgerFile(ledger);
    }

    /** The same, with many orders open at once. */
    static MqttSettings wide(MqttSettings times, Path ledger) {
        return with(times, 4_096, ledger, times.sessionExpiry(), times.cloudEvents());
    }

    private static MqttSettings with(
            MqttSettings times, int queue, @Nullable Path ledger, Duration sessionExpiry, boolean cloudEvents) {
        return new MqttSettings(
                times.broker(),
                times.topicRoot(),
                times.robot(),
                null,
                null,
                null,
                null,
                null,
                times.heartbeat(),
                times.deadman(),
                times.linkTimeout(),
                times.ackTimeout(),
                times.openTimeout(),
                queue,
                ledger,
                sessionExpiry,
                cloudEvents);
    }

    static MqttSettings of(URI broker, String robot, long deadmanMs, long linkTimeoutMs, long openTimeoutMs) {
        MqttSettings defaults = MqttSettings.of(broker, robot);
        return new MqttSettings(
                broker,
                defaults.topicRoot(),
                robot,
                null,
                null,
                null,
                null,
                null,
                defaults.heartbeat(),
                Duration.ofMillis(deadmanMs),
                Duration.ofMillis(linkTimeoutMs),
                defaults.ackTimeout(),
                Duration.ofMillis(openTimeoutMs),
                defaults.queue(),
                defaults.ledgerFile(),
                defaults.sessionExpiry(),
                defaults.cloudEvents());
    }
}
