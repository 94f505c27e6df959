package dev.aizuchi.sim;

import static dev.aizuchi.sim.Trial.assertFailed;
import static dev.aizuchi.sim.Trial.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Dock;
import dev.aizuchi.robot.Action.Rotate;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrivingTest {
    private final Trial trial = new Trial();

    @Test
    void drives_from_every_place_to_every_place_without_a_collision() {
        List<FloorPlan.Spot> places = trial.world.plan().places();
        for (FloorPlan.Spot from : places) {
            for (FloorPlan.Spot goal : places) {
                trial.world.disturb().move(from.place());
                assertThat(trial.perform(to(goal.place().name())))
                        .as(from.place().name() + " → " + goal.place().name())
                        .isEqualTo(new Completed());
                assertThat(trial.state().place()).isEqualTo(goal.place().name());
                assertThat(trial.state().speed()).isZero();
            }
        }
        assertThat(trial.percepts).doesNotContain(new Percept.Bumper());
    }

    @Test
    void shows_the_way_that_is_left_for_as_long_as_it_drives() {
        CompletableFuture<Outcome> drive = trial.begin(to("101号室"));
        trial.world.step(Duration.ofSeconds(1));
        List<Point> whole = trial.world.way();
        trial.world.step(Duration.ofSeconds(5));

        assertThat(trial.world.way()).hasSizeLessThan(whole.size()).isNotEmpty();
        assertThat(trial.world.way().get(trial.world.way().size() - 1)).isEqualTo(new Point(2.1, 8.3));
        assertThat(trial.end(drive)).isEqualTo(new Completed());
        assertThat(trial.world.way()).isEmpty();
    }

    @Test
    void keeps_its_speed_and_acceleration_limits() {
        CompletableFuture<Outcome> drive = trial.begin(to("101号室"));
        double fastest = 0;
        double before = 0;
        while (!drive.isDone()) {
            trial.step(World.TICK);
            double speed = trial.state().speed();
            assertThat(speed - before).isLessThanOrEqualTo(0.5 * 0.02 + 1e-9);
            fastest = Math.max(fastest, speed);
            before = speed;
        }
        assertThat(fastest).isBetween(0.75, 0.8);
    }

    @Test
    void stands_within_150_ms_of_a_stop() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        trial.world.robot().stop();
        assertThat(trial.state().stopped()).isTrue();
        trial.step(Duration.ofMillis(140));
        assertThat(trial.state().speed()).isZero();
        assertFailed(drive.join(), Reason.STOPPED);
        RobotState stood = trial.state();
        trial.world.robot().resume();
        trial.step(Duration.ofSeconds(5));
        assertThat(trial.state().x()).isEqualTo(stood.x());
        assertThat(trial.state().stopped()).isFalse();
    }

    @Test
    void cancels_right_after_the_order() {
        CompletableFuture<Outcome> drive = trial.begin(to("101号室"));
        trial.world.robot().cancel("c1");
        double x = trial.state().x();
        assertFailed(trial.end(drive), Reason.CANCELLED);
        assertThat(trial.state().x()).isEqualTo(x);
    }

    @Test
    void takes_the_next_order_from_within_the_outcome_of_the_last() {
        CompletableFuture<Outcome> both = trial.begin(new Rotate(10)).thenCompose(first -> trial.begin(new Rotate(10)));
        assertThat(trial.end(both)).isEqualTo(new Completed());
    }

    @Test
    void turns_by_the_angle_asked_for() {
        double before = trial.state().headingDeg();
        assertThat(trial.perform(new Rotate(-90))).isEqualTo(new Completed());
        assertThat(trial.state().headingDeg() - before).isBetween(-91.5, -88.5);
    }

    @Test
    void fails_as_blocked_without_moving_when_there_is_no_way() {
        trial.world.block(new Place("廊下"));
        RobotState before = trial.state();
        Instant asked = trial.world.clock().instant();
        assertFailed(trial.perform(to("101号室")), Reason.BLOCKED);
        assertThat(Duration.between(asked, trial.world.clock().instant()))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
        assertThat(trial.state().x()).isEqualTo(before.x());
        assertThat(trial.state().y()).isEqualTo(before.y());
    }

    @Test
    void drives_on_when_the_way_is_freed_in_time() {
        trial.world.block(new Place("廊下"));
        CompletableFuture<Outcome> drive = trial.begin(to("101号室"));
        trial.step(Duration.ofSeconds(3));
        trial.world.unblock(new Place("廊下"));
        assertThat(trial.end(drive)).isEqualTo(new Completed());
    }

    @Test
    void stops_before_what_is_put_into_its_way() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        trial.until(() -> trial.state().x() < 12.5);
        trial.world.block(new Place("廊下"));
        assertFailed(trial.end(drive), Reason.BLOCKED);
        assertThat(trial.percepts).doesNotContain(new Percept.Bumper());
    }

    @Test
    void does_not_pass_a_closed_door() {
        trial.world.setDoor("101号室", false);
        assertFailed(trial.perform(to("101号室")), Reason.BLOCKED);
    }

    @Test
    void drives_around_a_person_slowly() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        trial.world.movePerson("山本", 13.6, 5.4);
        double slowest = 1;
        while (!drive.isDone()) {
            trial.step(World.TICK);
            double away = Math.hypot(trial.state().x() - 13.6, trial.state().y() - 5.4);
            slowest = away < 1.1 ? Math.min(slowest, trial.state().speed()) : slowest;
        }
        assertThat(drive.join()).isEqualTo(new Completed());
        assertThat(slowest).isLessThanOrEqualTo(0.3);
        assertThat(trial.percepts).doesNotContain(new Percept.Bumper());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void lets_a_walking_nurse_pass(long seed) {
        Trial meeting = new Trial(FloorPlan.care(), seed);
        meeting.world.disturb().move(new Place("101号室"));
        assertThat(meeting.perform(new CallHuman("nurse", new Place("101号室"), "痛み", false)))
                .isEqualTo(new Completed());
        meeting.step(Duration.ofSeconds(seed));
        assertThat(meeting.perform(to("充電場所"))).isEqualTo(new Completed());
        meeting.until(() -> meeting.events.stream().anyMatch(event -> event instanceof WorldEvent.StaffArrived));
        assertThat(meeting.percepts).doesNotContain(new Percept.Bumper());
    }

    @Test
    void waits_for_people_who_fill_the_way_and_gives_up() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        double x = trial.state().x() - 2;
        trial.world.movePerson("山本", x, 5.4);
        trial.world.movePerson("伊藤", x, 4.6);
        assertFailed(trial.end(drive), Reason.BLOCKED);
        assertThat(trial.percepts).doesNotContain(new Percept.Bumper());
    }

    @Test
    void stands_beside_a_person_who_stands_on_its_spot() {
        trial.world.movePerson("山本", new Place("廊下"));
        assertThat(trial.perform(to("廊下"))).isEqualTo(new Completed());
        assertThat(trial.state().place()).isEqualTo("廊下");
    }

    @Test
    void stops_when_the_bumper_is_touched_and_can_move_off_again() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        trial.world.movePerson("山本", trial.state().x() - 0.53, trial.state().y());
        assertFailed(trial.end(drive), Reason.COLLISION);
        assertThat(trial.state().speed()).isZero();
        assertThat(trial.percepts).contains(new Percept.Bumper());
        assertThat(trial.perform(to("充電場所"))).isEqualTo(new Completed());
    }

    @Test
    void runs_into_a_person_it_does_not_see() {
        trial.world.disturb().fault(Fault.BLIND);
        trial.world.movePerson("山本", 12, 5);
        assertFailed(trial.perform(to("101号室")), Reason.COLLISION);
    }

    @Test
    void uses_its_battery_and_fills_it_at_the_dock() {
        trial.world.disturb().move(new Place("101号室"));
        trial.world.disturb().setBattery(0.2005);
        trial.step(Duration.ofSeconds(1));
        double idle = trial.state().battery();
        assertThat(idle).isLessThan(0.2005);
        trial.perform(new Dock());
        assertThat(trial.percepts).hasAtLeastOneElementOfType(Percept.Battery.class);
        assertThat(trial.world.snapshot().charging()).isTrue();
        double docked = trial.state().battery();
        trial.step(Duration.ofMinutes(10));
        assertThat(trial.state().battery()).isBetween(docked + 0.1, docked + 0.12);
    }

    @Test
    void stands_when_the_battery_is_empty() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        trial.world.disturb().setBattery(0);
        assertFailed(trial.end(drive), Reason.BATTERY);
        assertFailed(trial.perform(to("廊下")), Reason.BATTERY);
    }

    @Test
    void reports_wheels_that_do_not_turn() {
        trial.world.disturb().fault(Fault.STUCK_WHEEL);
        assertFailed(trial.perform(to("101号室")), Reason.FAULT);
        trial.world.disturb().repair(Fault.STUCK_WHEEL);
        assertThat(trial.perform(to("101号室"))).isEqualTo(new Completed());
    }
}
