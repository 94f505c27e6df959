package dev.aizuchi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Rotate;
import dev.aizuchi.robot.Capability.Limit.OneOf;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Hold an implementation of {@link Robot} to what the port promises. Extend it, and give a fresh robot for each test:
 * it stands, charged and not stopped, at a place; the first other place of its profile takes it at least ten seconds to
 * reach.
 *
 * <p>All times are the robot's own, so that the contract holds in simulated and in real time alike.
 */
public abstract class RobotContract {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofMinutes(3);
    /** What a robot that drives off gets to reach its full speed. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** Degrees by which a turn may miss. */
    private static final double TURNED = 10;

    private int commands;

    /** Give the robot of this test, the same one each time within it. */
    protected abstract Robot robot();

    /** Let the robot's time pass: step its world, or wait. */
    protected abstract void advance(Duration time);

    /** Give how long the robot may take, as its states tell, from the order to stop until it stands. */
    protected Duration brakingTime() {
        return Duration.ofMillis(300);
    }

    @Test
    void drives_to_a_place_and_completes_there() {
        Place goal = farPlace();
        assertThat(perform(new Navigate(goal))).isEqualTo(new Completed());
        until("the robot stands at " + goal.name(), SOON, () -> state().place().equals(goal.name()) && stands());
    }

    @Test
    void carries_out_the_same_order_once() {
        assumeDeclared("rotate");
        double before = state().headingDeg();
        Command turn = new Command("same", new Rotate(60), LONG);
        CompletionStage<Outcome> first = robot().perform(turn, done -> {});
        CompletionStage<Outcome> second = robot().perform(turn, done -> {});
        assertThat(await(first, LONG)).isEqualTo(new Completed());
        assertThat(await(second, SOON)).isEqualTo(new Completed());
        assertThat(await(robot().perform(turn, done -> {}), SOON)).isEqualTo(new Completed());
        advance(SOON);
        assertThat(Math.IEEEremainder(state().headingDeg() - before, 360)).isCloseTo(60, within(TURNED));
    }

    @Test
    void refuses_a_second_motion_while_one_runs() {
        CompletionStage<Outcome> drive = underWay();
        assertFailed(perform(new Navigate(lastPlace())), Reason.BUSY);
        assertThat(isDone(drive)).as("the first motion goes on").isFalse();
        assertThat(stands()).isFalse();
    }

    @Test
    void a_stop_ends_motion_and_latches() {
        CompletionStage<Outcome> drive = underWay();
        Instant asked = state().at();
        robot().stop();
        until("the robot stands", SOON, this::stands);
        assertThat(Duration.between(asked, state().at())).isLessThanOrEqualTo(brakingTime());
        assertFailed(await(drive, SOON), Reason.STOPPED);
        until("the state tells the latch", SOON, () -> state().stopped());
        assertFailed(perform(new Navigate(farPlace())), Reason.STOPPED);
        assertThat(stands()).isTrue();
    }

    @Test
    void a_resume_releases_the_latch_and_moves_nothing() {
        CompletionStage<Outcome> drive = underWay();
        robot().stop();
        assertFailed(await(drive, SOON), Reason.STOPPED);
        until("the robot stands", SOON, () -> stands() && state().stopped());
        RobotState stood = state();
        robot().resume();
        until("the latch is released", SOON, () -> !state().stopped());
        advance(SOON);
        assertThat(state().x()).isEqualTo(stood.x());
        assertThat(state().y()).isEqualTo(stood.y());
        assertThat(perform(new Navigate(farPlace()))).isEqualTo(new Completed());
    }

    @Test
    void a_stop_latches_a_robot_that_stands() {
        robot().stop();
        until("the state tells the latch", SOON, () -> state().stopped());
        assertFailed(perform(new Navigate(farPlace())), Reason.STOPPED);
    }

    @Test
    void a_stop_may_be_repeated_and_one_resume_releases_it() {
        robot().stop();
        robot().stop();
        robot().stop();
        until("the state tells the latch", SOON, () -> state().stopped());
        robot().resume();
        until("the latch is released", SOON, () -> !state().stopped());
        robot().resume();
        assertThat(perform(new Navigate(farPlace()))).isEqualTo(new Completed());
    }

    @Test
    void a_stop_right_after_an_order_wins() {
        RobotState before = state();
        CompletionStage<Outcome> drive = begin(new Navigate(farPlace()), LONG);
        robot().stop();
        assertFailed(await(drive, SOON), Reason.STOPPED);
        advance(SOON);
        assertThat(stands()).isTrue();
        assertThat(Math.hypot(state().x() - before.x(), state().y() - before.y()))
                .isLessThan(0.05);
    }

    @Test
    void switches_a_light_while_a_stop_is_latched() {
        assumeDeclared("light");
        robot().stop();
        Place room = new Place(words("light").get(0));
        assertThat(perform(new Light(room, true))).isEqualTo(new Completed());
        assertThat(perform(new Light(room, false))).isEqualTo(new Completed());
        until("the latch holds", SOON, () -> state().stopped());
    }

    @Test
    void switches_a_light_while_it_drives() {
        assumeDeclared("light");
        CompletionStage<Outcome> drive = underWay();
        assertThat(perform(new Light(new Place(words("light").get(0)), true))).isEqualTo(new Completed());
        assertThat(isDone(drive)).isFalse();
    }

    @Test
    void a_cancel_ends_its_act_alone_and_latches_nothing() {
        Command order = new Command("cancelled", new Navigate(farPlace()), LONG);
        CompletionStage<Outcome> drive = robot().perform(order, done -> {});
        until("the robot drives", LONG, () -> !stands());
        robot().cancel("no-such-order");
        Command other = new Command("other", new Navigate(lastPlace()), LONG);
        assertFailed(await(robot().perform(other, done -> {}), SOON), Reason.BUSY);
        robot().cancel("other");
        advance(SETTLED);
        assertThat(stands()).isFalse();
        robot().cancel("cancelled");
        assertFailed(await(drive, SOON), Reason.CANCELLED);
        until("the robot stands", SOON, this::stands);
        assertThat(state().stopped()).isFalse();
        assertThat(perform(new Navigate(farPlace()))).isEqualTo(new Completed());
        robot().cancel("cancelled");
    }

    @Test
    void a_cancel_right_after_an_order_is_not_lost() {
        CompletionStage<Outcome> drive = robot().perform(new Command("brief", new Navigate(farPlace()), LONG), d -> {});
        robot().cancel("brief");
        assertFailed(await(drive, SOON), Reason.CANCELLED);
    }

    @Test
    void fails_at_the_deadline_and_stands() {
        Place goal = farPlace();
        CompletionStage<Outcome> drive = begin(new Navigate(goal), Duration.ofSeconds(3));
        assertFailed(await(drive, Duration.ofSeconds(6)), Reason.TIMED_OUT);
        until("the robot stands", SOON, this::stands);
        assertThat(state().place()).isNotEqualTo(goal.name());
    }

    @Test
    void cannot_go_to_an_unknown_place() {
        assertFailed(perform(new Navigate(new Place("nowhere-on-this-map"))), Reason.IMPOSSIBLE);
        assertThat(stands()).isTrue();
    }

    @Test
    void refuses_what_its_profile_does_not_declare() {
        assertThat(robot().profile().capability("fly_away")).isEmpty();
        assertThat(perform(new Action.Own("fly_away", List.of()))).isInstanceOf(Failed.class);
    }

    @Test
    void tells_progress_from_0_to_1_that_never_falls() {
        List<Double> told = new CopyOnWriteArrayList<>();
        Command order = new Command("progress", new Navigate(farPlace()), LONG);
        assertThat(await(robot().perform(order, told::add), LONG)).isEqualTo(new Completed());
        assertThat(told).isSorted().allMatch(done -> done >= 0 && done <= 1);
    }

    @Test
    void keeps_its_state_fresh() {
        Duration age = robot().profile().maximumStateAge();
        for (int i = 0; i < 5; i++) {
            Instant before = state().at();
            advance(age);
            assertThat(state().at()).isAfter(before);
        }
        assertThat(state().battery()).isBetween(0.0, 1.0);
    }

    /** Let time pass until an act has its outcome; fails when it has none within the limit. */
    protected final Outcome await(CompletionStage<Outcome> outcome, Duration limit) {
        List<Outcome> ended = new CopyOnWriteArrayList<>();
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        outcome.whenComplete((result, error) -> {
            if (error == null) {
                ended.add(result);
            } else {
                thrown.add(error);
            }
        });
        until("an outcome", limit, () -> !ended.isEmpty() || !thrown.isEmpty());
        assertThat(thrown).as("an outcome never completes exceptionally").isEmpty();
        return ended.get(0);
    }

    /** Perform an act and wait for its outcome. */
    protected final Outcome perform(Action action) {
        return await(begin(action, LONG), LONG);
    }

    /** Let time pass until something holds; fails when it does not within the limit. */
    protected final void until(String what, Duration limit, BooleanSupplier holds) {
        for (Duration waited = Duration.ZERO; !holds.getAsBoolean(); waited = waited.plus(TICK)) {
            assertThat(waited).as("waited for: " + what).isLessThan(limit);
            advance(TICK);
        }
    }

    private CompletionStage<Outcome> begin(Action action, Duration deadline) {
        return robot().perform(new Command("order-" + ++commands, action, deadline), done -> {});
    }

    /** Drive off to a far place until the robot moves well. */
    private CompletionStage<Outcome> underWay() {
        CompletionStage<Outcome> drive = begin(new Navigate(farPlace()), LONG);
        until("the robot drives", LONG, () -> state().speed() > 0.2);
        advance(SETTLED);
        return drive;
    }

    private Place farPlace() {
        String here = state().place();
        return words("navigate").stream()
                .filter(place -> !place.equals(here))
                .findFirst()
                .map(Place::new)
                .orElseThrow(() -> new AssertionError("the contract needs a robot with two places to go to"));
    }

    private Place lastPlace() {
        List<String> places = words("navigate");
        return new Place(places.get(places.size() - 1));
    }

    private List<String> words(String action) {
        return robot().profile().capability(action).stream()
                .flatMap(capability -> capability.limits().stream())
                .flatMap(limit -> limit instanceof OneOf oneOf ? oneOf.values().stream() : Stream.of())
                .toList();
    }

    private void assumeDeclared(String action) {
        assumeTrue(robot().profile().capability(action).isPresent(), () -> "the robot has no " + action);
    }

    private RobotState state() {
        return robot().state();
    }

    private boolean stands() {
        return state().speed() == 0;
    }

    private static boolean isDone(CompletionStage<Outcome> outcome) {
        return outcome.toCompletableFuture().isDone();
    }

    private static void assertFailed(Outcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
    }
}
