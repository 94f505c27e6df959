package dev.aizuchi.sim;

import static dev.aizuchi.sim.Trial.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StraightTest {
    private final Trial trial = new Trial(FloorPlan.named("rescue"), 1);

    private static Action move(double metres) {
        return new Action.Own("move", List.of(new Argument.Measure("distance_m", metres)));
    }

    @Test
    void goes_straight_on_and_straight_back_for_what_was_asked() {
        RobotState before = trial.state();
        assertThat(trial.perform(move(3))).isEqualTo(new Completed());
        assertThat(gone(before)).isCloseTo(3, within(0.05));
        assertThat(trial.state().headingDeg()).isCloseTo(before.headingDeg(), within(0.1));
        assertThat(trial.perform(move(-2))).isEqualTo(new Completed());
        assertThat(gone(before)).isCloseTo(1, within(0.1));
    }

    @Test
    void waits_before_what_stands_in_the_way_and_says_that_it_is_blocked() {
        trial.world.disturb().move(new Place("救護所"));
        assertFailed(trial.perform(move(5)), Reason.BLOCKED);
        assertThat(trial.percepts).doesNotContain(new Percept.Bumper());
    }

    @Test
    void a_robot_that_goes_back_stands_within_150_ms_of_a_stop() {
        CompletableFuture<Outcome> back = trial.begin(move(2));
        trial.end(back);
        CompletableFuture<Outcome> again = trial.begin(move(-2));
        trial.step(Duration.ofSeconds(2));
        assertThat(trial.state().speed()).isGreaterThan(0.2);
        trial.world.robot().stop();
        trial.step(Duration.ofMillis(140));
        assertThat(trial.state().speed()).isZero();
        assertFailed(again.join(), Reason.STOPPED);
    }

    @Test
    void a_latched_stop_forbids_it() {
        trial.world.robot().stop();
        assertFailed(trial.perform(move(1)), Reason.STOPPED);
    }

    @Test
    void staying_ends_a_motion_without_a_latch() {
        CompletableFuture<Outcome> drive = trial.begin(move(3));
        trial.step(Duration.ofSeconds(1));
        assertThat(trial.perform(new Action.Own("hold", List.of()))).isEqualTo(new Completed());
        assertFailed(trial.end(drive), Reason.CANCELLED);
        assertThat(trial.state().stopped()).isFalse();
    }

    @Test
    void a_pace_holds_for_what_is_driven_from_then_on() {
        trial.perform(new Action.Own("pace", List.of(new Argument.Measure("percent", 25))));
        CompletableFuture<Outcome> drive = trial.begin(move(3));
        double fastest = 0;
        while (!drive.isDone()) {
            trial.step(World.TICK);
            fastest = Math.max(fastest, trial.state().speed());
        }
        assertThat(fastest).isCloseTo(0.2, within(0.01));
    }

    private double gone(RobotState before) {
        return Math.hypot(trial.state().x() - before.x(), trial.state().y() - before.y());
    }
}
