package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** One world with its listeners, and words to drive it. */
final class Trial {
    static final Instant START = Instant.parse("2026-04-01T09:00:00Z");
    static final Duration LONG = Duration.ofMinutes(3);

    final World world;
    final List<WorldEvent> events = new ArrayList<>();
    final List<Percept> percepts = new ArrayList<>();
    private int commands;

    Trial() {
        this(FloorPlan.care(), 1);
    }

    Trial(FloorPlan plan, long seed) {
        world = new World(plan, START, seed);
        world.onEvent(events::add);
        world.robot().onPercept(percepts::add);
    }

    static Navigate to(String place) {
        return new Navigate(new Place(place));
    }

    RobotState state() {
        return world.robot().state();
    }

    CompletableFuture<Outcome> begin(Action action) {
        return begin(action, LONG);
    }

    CompletableFuture<Outcome> begin(Action action, Duration deadline) {
        return world.robot()
                .perform(new Command("c" + ++commands, action, deadline), done -> {})
                .toCompletableFuture();
    }

    Outcome perform(Action action) {
        return end(begin(action));
    }

    Outcome end(CompletableFuture<Outcome> outcome) {
        until(outcome::isDone);
        return outcome.join();
    }

    void step(Duration time) {
        world.step(time);
    }

    void until(BooleanSupplier condition) {
        for (Duration waited = Duration.ZERO; !condition.getAsBoolean(); waited = waited.plus(World.TICK)) {
            if (waited.compareTo(LONG.multipliedBy(2)) > 0) {
                throw new AssertionError("waited too long");
            }
            world.step(World.TICK);
        }
    }

    /** Drive off and go on until the robot has its full speed. */
    CompletableFuture<Outcome> underWay(String place) {
        CompletableFuture<Outcome> outcome = begin(to(place));
        until(() -> state().speed() > 0.75);
        return outcome;
    }

    static void assertFailed(Outcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
    }
}
