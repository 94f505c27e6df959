package dev.aizuchi.mqtt;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hold what the robot has told of itself, on the runtime's side; read on any thread, told on the adapter's.
 *
 * <p>A state is dated by its receipt on the runtime's clock, so that it does not matter what the robot's clock shows. A
 * state that the robot has not measured anew keeps its date however often it comes: a link that lives does not make up
 * for sensors that hang.
 */
final class RobotView {
    private final InstantSource clock;
    private final CompletableFuture<RobotProfile> profile = new CompletableFuture<>();
    private final CompletableFuture<RobotState> firstState = new CompletableFuture<>();
    private final List<Consumer<Percept>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable RobotProfile newest;
    private volatile @Nullable RobotState state;
    private volatile Instant measuredAt = Instant.MIN;

    RobotView(InstantSource clock) {
        this.clock = clock;
    }

    RobotProfile profile() {
        RobotProfile latest = newest;
        return latest == null ? profile.join() : latest;
    }

    RobotState state() {
        RobotState latest = state;
        return latest == null ? firstState.join() : latest;
    }

    /** Give when the robot measured its last state, by its own clock. */
    Instant measuredAt() {
        return measuredAt;
    }

    void told(RobotProfile told) {
        newest = told;
        profile.complete(told);
    }

    /** Take a state; returns whether it is the first. */
    boolean told(RobotState told) {
        RobotState before = state;
        boolean repeated = told.at().equals(measuredAt);
        RobotState dated = dated(told, before != null && repeated ? before.at() : clock.instant());
        state = dated;
        measuredAt = told.at();
        return firstState.complete(dated);
    }

    private static RobotState dated(RobotState told, Instant at) {
        return new RobotState(
                at,
                told.x(),
                told.y(),
                told.headingDeg(),
                told.speed(),
                told.battery(),
                told.emergencyStop(),
                told.stopped(),
                told.place());
    }

    void onPercept(Consumer<Percept> listener) {
        listeners.add(listener);
    }

    void tell(Percept percept) {
        for (Consumer<Percept> listener : listeners) {
            Threads.guarded(() -> listener.accept(percept)).run();
        }
    }

    /** Complete when profile and state have come. */
    CompletableFuture<Void> complete() {
        return CompletableFuture.allOf(profile, firstState);
    }

    /** Name the topic that has been silent so far. */
    Topic silent() {
        return profile.isDone() ? Topic.STATE : Topic.PROFILE;
    }
}
