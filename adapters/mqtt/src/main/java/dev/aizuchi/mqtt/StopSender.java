package dev.aizuchi.mqtt;

import dev.aizuchi.mqtt.Wire.Signal;
import dev.aizuchi.robot.RobotState;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Send a runtime's stops until the robot confirms them, its resumes once, and its heartbeats; on any thread. */
final class StopSender {
    private final String runtime;
    private final Connection connection;
    private final AtomicLong signals = new AtomicLong();
    private final AtomicLong stops = new AtomicLong();
    private final AtomicReference<@Nullable Signal> unconfirmed = new AtomicReference<>();
    /** Whether no state has shown the last stop yet: its confirmation may come before the state does. */
    private volatile boolean unseen;

    StopSender(String runtime, Connection connection) {
        this.runtime = runtime;
        this.connection = connection;
    }

    synchronized void stop() {
        stops.incrementAndGet();
        unseen = true;
        Signal stop = new Signal(runtime, signals.incrementAndGet());
        unconfirmed.set(stop);
        connection.publish(Topic.STOP, Wire.signal(stop));
    }

    /** Send what no stop may precede, unless one has come since there were so many. */
    synchronized void unlessStopped(long stopsBefore, Runnable sending) {
        if (stops.get() == stopsBefore) {
            sending.run();
        }
    }

    /** Send the last stop again if the robot has not confirmed it. */
    void repeat() {
        waiting().ifPresent(stop -> connection.publish(Topic.STOP, stop));
    }

    /** Give the last stop, in the form in which it is sent, if the robot has not confirmed it. */
    Optional<byte[]> waiting() {
        return Optional.ofNullable(unconfirmed.get()).map(Wire::signal);
    }

    /** Take an acknowledgement; returns whether it was of a stop. */
    boolean confirm(String id) {
        Signal stop = unconfirmed.get();
        if (stop != null && stop.id().equals(id)) {
            unconfirmed.compareAndSet(stop, null);
            return true;
        }
        return false;
    }

    /** Count the stops so far. */
    long count() {
        return stops.get();
    }

    boolean isConfirmed() {
        return unconfirmed.get() == null;
    }

    /** Tell whether the robot counts as stopped, whatever it said last. */
    boolean isStopping() {
        return unseen || !isConfirmed();
    }

    /** Note that the robot has told a state. */
    void told(RobotState state) {
        if (state.stopped() && isConfirmed()) {
            unseen = false;
        }
    }

    /** Release the latch if the link is up; a resume that came late would surprise everybody. */
    synchronized void resume() {
        unseen = false;
        connection.publish(Topic.RESUME, Wire.signal(new Signal(runtime, signals.incrementAndGet())));
    }

    void beat() {
        connection.publish(Topic.HEARTBEAT, Wire.signal(new Signal(runtime, signals.get())));
    }

    /** Show a state with the latch set. */
    static RobotState stopped(RobotState state) {
        return new RobotState(
                state.at(),
                state.x(),
                state.y(),
                state.headingDeg(),
                state.speed(),
                state.battery(),
                state.emergencyStop(),
                true,
                state.place());
    }
}
