package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final Action DRIVE = new Action.Navigate(new Place("食堂"));
    private static final Action CALL = new Action.Notify("職員", "来てください");
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");

    private final List<String> sent = new ArrayList<>();
    private final Orders orders = new Orders(
            new Orders.Sender() {
                @Override
                public void send(OpenOrder order, Duration left) {
                    sent.add(order.command.id() + " " + left.toMillis());
                }

                @Override
                public void cancel(String id) {
                    sent.add("cancel " + id);
                }
            },
            Duration.ofMillis(250),
            3);

    @Test
    void an_order_without_an_answer_is_sent_again_under_the_same_id() {
        CompletableFuture<Outcome> drive = begin("a", DRIVE, true);
        orders.tick(ms(200), true);
        orders.tick(ms(300), true);
        orders.tick(ms(400), true);
        orders.tick(ms(600), true);
        assertThat(sent).containsExactly("a 3000", "a 2700", "a 2400");
        orders.acknowledged(new Wire.Ack("a", Wire.Ack.Result.DUPLICATE, ""));
        orders.tick(ms(5_000), true);
        assertThat(sent).hasSize(3);
        orders.end("a", new Completed());
        assertThat(drive).isCompletedWithValue(new Completed());
    }

    @Test
    void the_outcome_of_an_acknowledged_call_is_asked_for_again_because_a_full_broker_may_drop_it() {
        CompletableFuture<Outcome> call = begin("a", CALL, true);
        orders.acknowledged(new Wire.Ack("a", Wire.Ack.Result.ACCEPTED, ""));
        orders.tick(ms(1_900), true);
        assertThat(sent).hasSize(1);
        orders.tick(ms(2_100), false);
        assertThat(sent).as("not without a link").hasSize(1);
        orders.tick(ms(2_100), true);
        assertThat(sent).hasSize(2);
        orders.end("a", new Completed());
        assertThat(call).isCompletedWithValue(new Completed());
    }

    @Test
    void a_motion_that_nobody_acknowledges_is_given_up_before_it_could_surprise() {
        CompletableFuture<Outcome> drive = begin("a", DRIVE, true);
        orders.tick(ms(2_900), true);
        assertThat(drive).isNotDone();
        orders.tick(ms(3_100), true);
        assertFailed(drive, Reason.UNREACHABLE);
        assertThat(sent).last().isEqualTo("cancel a");
    }

    @Test
    void an_order_without_an_outcome_fails_at_its_deadline() {
        CompletableFuture<Outcome> drive = begin("a", DRIVE, true);
        orders.acknowledged(new Wire.Ack("a", Wire.Ack.Result.ACCEPTED, ""));
        orders.tick(ms(10_900), true);
        assertThat(drive).isNotDone();
        orders.tick(ms(11_100), true);
        assertFailed(drive, Reason.TIMED_OUT);
        assertThat(sent).last().isEqualTo("cancel a");
    }

    @Test
    void while_the_link_is_down_a_motion_fails_at_once_and_a_call_waits() {
        assertFailed(begin("drive", DRIVE, false), Reason.UNREACHABLE);
        CompletableFuture<Outcome> call = begin("call", CALL, false);
        orders.tick(ms(1_000), false);
        assertThat(sent).isEmpty();
        orders.linkUp(ms(2_000));
        assertThat(sent).containsExactly("call 8000");
        orders.end("call", new Completed());
        assertThat(call).isCompletedWithValue(new Completed());
    }

    @Test
    void a_call_that_waited_too_long_is_never_sent() {
        CompletableFuture<Outcome> call = begin("call", CALL, false);
        orders.tick(ms(10_100), false);
        assertFailed(call, Reason.UNREACHABLE);
        orders.linkUp(ms(10_200));
        assertThat(sent).isEmpty();
    }

    @Test
    void when_the_link_goes_a_motion_fails_and_is_cancelled_once_it_is_back() {
        CompletableFuture<Outcome> drive = begin("drive", DRIVE, true);
        CompletableFuture<Outcome> call = begin("call", CALL, true);
        orders.acknowledged(new Wire.Ack("drive", Wire.Ack.Result.ACCEPTED, ""));
        orders.acknowledged(new Wire.Ack("call", Wire.Ack.Result.ACCEPTED, ""));
        orders.linkDown("the cable is out");
        assertThat(drive.join())
                .isEqualTo(new Failed(Reason.UNREACHABLE, "the link to the robot went down: the cable is out"));
        assertThat(call).isNotDone();
        orders.linkUp(ms(1_000));
        assertThat(sent).containsExactly("drive 3000", "call 10000", "cancel drive", "call 9000");
    }

    @Test
    void a_stop_fails_each_motion_that_is_not_acknowledged_and_no_other() {
        CompletableFuture<Outcome> begun = begin("begun", DRIVE, true);
        CompletableFuture<Outcome> lost = begin("lost", DRIVE, true);
        CompletableFuture<Outcome> call = begin("call", CALL, true);
        orders.acknowledged(new Wire.Ack("begun", Wire.Ack.Result.ACCEPTED, ""));
        orders.stopped(true);
        assertFailed(lost, Reason.STOPPED);
        assertThat(begun).isNotDone();
        assertThat(call).isNotDone();
        assertThat(sent).endsWith("cancel lost");
        orders.tick(ms(300), true);
        assertThat(sent).doesNotContain("lost 9700").contains("call 9700");
    }

    @Test
    void no_more_orders_are_open_than_the_queue_holds() {
        List<CompletableFuture<Outcome>> held =
                List.of(begin("1", CALL, false), begin("2", CALL, false), begin("3", CALL, false));
        assertFailed(begin("4", CALL, false), Reason.UNREACHABLE);
        assertThat(held).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void an_expired_or_rejected_order_fails() {
        CompletableFuture<Outcome> late = begin("late", DRIVE, true);
        CompletableFuture<Outcome> odd = begin("odd", DRIVE, true);
        orders.acknowledged(new Wire.Ack("late", Wire.Ack.Result.EXPIRED, ""));
        orders.acknowledged(new Wire.Ack("odd", Wire.Ack.Result.REJECTED, "malformed"));
        orders.acknowledged(new Wire.Ack("nobody's", Wire.Ack.Result.REJECTED, ""));
        assertFailed(late, Reason.TIMED_OUT);
        assertFailed(odd, Reason.IMPOSSIBLE);
    }

    @Test
    void an_order_that_the_broker_forbids_fails_at_once_with_the_reason() {
        CompletableFuture<Outcome> drive = begin("a", DRIVE, true);
        CompletableFuture<Outcome> begun = begin("b", DRIVE, true);
        orders.acknowledged(new Wire.Ack("b", Wire.Ack.Result.ACCEPTED, ""));
        orders.forbidden("a", "no right");
        orders.forbidden("b", "a repetition was forbidden");
        assertThat(drive).isCompletedWithValue(new Failed(Reason.UNREACHABLE, "no right"));
        assertThat(begun).isNotDone();
    }

    @Test
    void an_order_that_is_known_ends_as_the_first_did() {
        CompletableFuture<Outcome> first = begin("a", DRIVE, true);
        CompletableFuture<Outcome> second = begin("a", DRIVE, true);
        orders.end("a", new Completed());
        assertThat(first).isCompletedWithValue(new Completed());
        assertThat(second).isCompletedWithValue(new Completed());
        assertThat(begin("a", DRIVE, false)).isCompletedWithValue(new Completed());
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_cancel_of_an_order_that_was_never_sent_ends_it_here() {
        CompletableFuture<Outcome> call = begin("call", CALL, false);
        orders.cancel("call");
        orders.cancel("unknown");
        assertFailed(call, Reason.CANCELLED);
    }

    @Test
    void closing_ends_every_order_and_cancels_it() {
        CompletableFuture<Outcome> drive = begin("drive", DRIVE, true);
        orders.close(true);
        assertFailed(drive, Reason.UNREACHABLE);
        assertThat(sent).last().isEqualTo("cancel drive");
    }

    private CompletableFuture<Outcome> begin(String id, Action action, boolean linkUp) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Command command = new Command(id, action, Duration.ofSeconds(10));
        orders.begin(new OpenOrder(command, action.moves(), AT, 0, ms(0), done -> {}, outcome), linkUp, false);
        return outcome;
    }

    /** Give a time some way into the test; a nanosecond clock starts anywhere but is never taken to be 0. */
    private static long ms(long millis) {
        return 1 + millis * 1_000_000;
    }

    private static void assertFailed(CompletableFuture<Outcome> outcome, Reason reason) {
        assertThat(outcome)
                .isCompletedWithValueMatching(
                        ended -> ended instanceof Failed failed && failed.reason() == reason, "failed: " + reason);
    }
}
