package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.Percept;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Rotate;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Runtime, robot and strangers on one broker that works: holds on every broker. */
abstract class LinkContract {
    private static final Action DRIVE = new Navigate(new Place("食堂"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeRobot real = new FakeRobot();
    private final BlockingQueue<Percept> percepts = new LinkedBlockingQueue<>();
    private MqttSettings settings;
    private MqttRobotServer server;
    private MqttRobot robot;
    private ForeignClient stranger;

    /** Give the broker, the same for all tests of a class. */
    abstract URI broker();

    @BeforeEach
    void open(TestInfo test) throws MqttException {
        String id = test.getTestMethod().orElseThrow().getName();
        settings = Timing.calm(broker(), id);
        server = MqttRobotServer.start(settings, real);
        robot = MqttRobot.open(settings);
        robot.onPercept(percepts::add);
        stranger = new ForeignClient(broker(), settings);
    }

    @AfterEach
    void close() throws MqttException {
        stranger.close();
        robot.close();
        server.close();
    }

    @Test
    void an_act_is_performed_with_progress_and_outcome() throws Exception {
        BlockingQueue<Double> progress = new LinkedBlockingQueue<>();
        CompletionStage<Outcome> drive = robot.perform(new Command("c-1", DRIVE, MINUTE), progress::add);
        Command arrived = Patience.next(real.performed);
        assertThat(arrived.id()).isEqualTo("c-1");
        assertThat(arrived.action()).isEqualTo(DRIVE);
        assertThat(arrived.deadline()).isBetween(Duration.ofSeconds(50), MINUTE);
        real.progress("c-1", 0.4);
        assertThat(Patience.next(progress)).isEqualTo(0.4);
        real.end("c-1", new Failed(Reason.BLOCKED, "廊下"));
        assertThat(Patience.outcome(drive)).isEqualTo(new Failed(Reason.BLOCKED, "廊下"));
    }

    @Test
    void profile_state_and_percepts_come_from_the_robot() throws Exception {
        assertThat(robot.profile()).isEqualTo(FakeRobot.PROFILE);
        assertThat(robot.state().place()).isEqualTo("食堂");
        Instant before = Instant.now();
        Patience.until("the state is fresh", () -> robot.state().at().isAfter(before));
        real.sense(new Percept.Fall("山田さん"));
        assertThat(Patience.next(percepts)).isEqualTo(new Percept.Fall("山田さん"));
    }

    @Test
    void a_robot_that_learns_an_act_is_asked_for_it_from_then_on() throws Exception {
        real.learn(new Capability("look", Effect.NONE, true, List.of(new Limit.AnyText("direction", 20))));
        Patience.until(
                "the profile is told", () -> robot.profile().capability("look").isPresent());
        CompletionStage<Outcome> look = robot.perform(new Command("l", new Action.Look("左"), MINUTE), done -> {});
        assertThat(Patience.next(real.performed).id()).isEqualTo("l");
        real.end("l", new Completed());
        assertThat(Patience.outcome(look)).isEqualTo(new Completed());
    }

    @Test
    void the_same_order_is_carried_out_once_however_often_it_comes() throws Exception {
        String order = text(new Command("twice", DRIVE, MINUTE), Instant.now());
        stranger.publish(Topic.COMMAND, order);
        stranger.next(Topic.ACK, "accepted");
        stranger.publish(Topic.COMMAND, order);
        stranger.next(Topic.ACK, "duplicate");
        Patience.next(real.performed);
        real.end("twice", new Completed());
        stranger.next(Topic.OUTCOME, "completed");
        stranger.publish(Topic.COMMAND, order);
        stranger.next(Topic.OUTCOME, "completed");
        assertThat(real.performed).isEmpty();
        CompletionStage<Outcome> first = robot.perform(new Command("local", DRIVE, MINUTE), done -> {});
        CompletionStage<Outcome> second = robot.perform(new Command("local", DRIVE, MINUTE), done -> {});
        assertThat(Patience.next(real.performed).id()).isEqualTo("local");
        real.end("local", new Completed());
        assertThat(Patience.outcome(first)).isEqualTo(new Completed());
        assertThat(Patience.outcome(second)).isEqualTo(new Completed());
        assertThat(real.performed).isEmpty();
    }

    @Test
    void an_order_that_comes_late_is_never_carried_out() throws Exception {
        stranger.publish(
                Topic.COMMAND,
                text(new Command("late", DRIVE, MINUTE), Instant.now().minus(MINUTE)));
        stranger.next(Topic.ACK, "expired");
        assertThat(real.performed).isEmpty();
    }

    @Test
    void an_order_from_a_clock_that_runs_ahead_is_rejected_with_the_cure() throws Exception {
        stranger.publish(
                Topic.COMMAND,
                text(new Command("early", DRIVE, MINUTE), Instant.now().plus(MINUTE)));
        assertThat(stranger.next(Topic.ACK, "rejected").text()).contains("clocks");
        assertThat(real.performed).isEmpty();
    }

    @Test
    void a_retained_order_is_rejected() throws Exception {
        byte[] order = text(new Command("kept", DRIVE, MINUTE), Instant.now()).getBytes(StandardCharsets.UTF_8);
        stranger.publish(Topic.COMMAND, order, true);
        stranger.next(Topic.ACK, "rejected");
        stranger.publish(Topic.COMMAND, new byte[0], true);
        assertThat(real.performed).isEmpty();
    }

    @Test
    void nonsense_is_counted_and_rejected_and_harms_nothing() throws Exception {
        String unknown = text(new Command("u", new Action.Own("fly_away", List.of()), MINUTE), Instant.now());
        for (String payload : List.of("", "{", "[]", "{\"id\":7}", unknown)) {
            stranger.publish(Topic.COMMAND, payload);
            stranger.next(Topic.ACK, "rejected");
        }
        for (Topic topic :
                List.of(Topic.CANCEL, Topic.RESUME, Topic.HEARTBEAT, Topic.ACK, Topic.OUTCOME, Topic.PROFILE)) {
            stranger.publish(topic, "{\"id\":[]}");
        }
        stranger.publish(Topic.STATE, "{\"at\":\"yesterday\"}");
        stranger.publish(Topic.COMMAND, new byte[100_000], false);
        stranger.next(Topic.ACK, "rejected");
        assertThat(server.rejected()).isGreaterThanOrEqualTo(6);
        CompletionStage<Outcome> drive = robot.perform(new Command("after", DRIVE, MINUTE), done -> {});
        Patience.next(real.performed);
        real.end("after", new Completed());
        assertThat(Patience.outcome(drive)).isEqualTo(new Completed());
        assertThat(robot.profile()).isEqualTo(FakeRobot.PROFILE);
    }

    @Test
    void what_the_robot_does_not_declare_fails() throws Exception {
        Command fly = new Command("fly", new Action.Own("fly_away", List.of()), MINUTE);
        assertThat(Patience.outcome(robot.perform(fly, done -> {})))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.IMPOSSIBLE));
    }

    @Test
    void anybody_can_stop_robot_and_runtime_with_any_payload() throws Exception {
        CompletionStage<Outcome> drive = drive("c");
        stranger.publish(Topic.STOP, "止まれ");
        assertStopped(drive);
    }

    /** Begin to drive. */
    final CompletionStage<Outcome> drive(String command) throws InterruptedException {
        CompletionStage<Outcome> drive = robot.perform(new Command(command, DRIVE, MINUTE), done -> {});
        Patience.next(real.performed);
        return drive;
    }

    final String topic(Topic topic) {
        return topic.of(settings);
    }

    /** Check that a stop by a stranger has come to both ends. */
    final void assertStopped(CompletionStage<Outcome> drive) throws Exception {
        assertThat(Patience.next(real.told)).isEqualTo("stop");
        assertThat(Patience.next(percepts)).isEqualTo(new Percept.EmergencyStop(true));
        assertThat(Patience.outcome(drive)).isEqualTo(new Failed(Reason.STOPPED, "stopped"));
        Patience.until("the state tells the latch", () -> robot.state().stopped());
    }

    @Test
    void a_stop_latches_until_a_resume_and_is_told_in_the_state_at_once() throws Exception {
        robot.stop();
        assertThat(robot.state().stopped()).isTrue();
        assertThat(Patience.next(real.told)).isEqualTo("stop");
        assertThat(Patience.outcome(robot.perform(new Command("c", DRIVE, MINUTE), done -> {})))
                .isEqualTo(new Failed(Reason.STOPPED, "a stop is latched"));
        robot.resume();
        assertThat(Patience.next(real.told)).isEqualTo("resume");
        Patience.until("the latch is released", () -> !robot.state().stopped());
        assertThat(percepts).as("its own stop is no news to the runtime").isEmpty();
    }

    @Test
    void stops_and_a_resume_are_carried_out_in_the_order_in_which_they_were_given() throws Exception {
        for (int round = 0; round < 100; round++) {
            robot.stop();
            robot.stop();
            robot.resume();
            for (String expected : List.of("stop", "stop", "resume")) {
                assertThat(Patience.next(real.told)).as("round " + round).isEqualTo(expected);
            }
        }
    }

    @Test
    void an_order_that_a_stop_followed_is_over_even_when_the_stop_is_released_at_once() throws Exception {
        for (int round = 0; round < 100; round++) {
            CompletionStage<Outcome> drive = robot.perform(new Command("c-" + round, DRIVE, MINUTE), done -> {});
            robot.stop();
            robot.resume();
            assertThat(Patience.outcome(drive))
                    .as("round " + round)
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.STOPPED));
        }
        Patience.until(
                "nothing moves",
                () -> real.state().speed() == 0 && robot.state().speed() == 0);
    }

    @Test
    void an_order_that_a_stop_and_its_release_cross_as_it_begins_is_told_as_stopped() throws Exception {
        CountDownLatch begins = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        real.beforeNext(() -> {
            begins.countDown();
            released.await();
        });
        stranger.publish(Topic.COMMAND, text(new Command("crossed", DRIVE, MINUTE), Instant.now()));
        assertThat(begins.await(30, TimeUnit.SECONDS)).isTrue();
        robot.stop();
        robot.resume();
        assertThat(Patience.next(real.told)).isEqualTo("stop");
        assertThat(Patience.next(real.told)).isEqualTo("resume");
        released.countDown();
        assertThat(stranger.next(Topic.OUTCOME, "crossed").text())
                .as("its cancel comes of the stop")
                .contains("\"stopped\"");
        assertThat(real.state().speed()).isZero();
    }

    @Test
    void an_order_right_after_a_resume_is_carried_out() throws Exception {
        for (int round = 0; round < 100; round++) {
            robot.stop();
            robot.resume();
            CompletionStage<Outcome> drive = robot.perform(new Command("c-" + round, DRIVE, MINUTE), done -> {});
            real.end(Patience.next(real.performed).id(), new Completed());
            assertThat(Patience.outcome(drive)).as("round " + round).isEqualTo(new Completed());
        }
    }

    @Test
    void a_cancel_ends_its_act_even_when_it_overtakes_it() throws Exception {
        CompletionStage<Outcome> drive = robot.perform(new Command("c", DRIVE, MINUTE), done -> {});
        robot.cancel("c");
        assertThat(Patience.outcome(drive)).isEqualTo(new Failed(Reason.CANCELLED, "cancelled"));
        stranger.publish(Topic.CANCEL, "{\"id\":\"x\"}");
        stranger.publish(Topic.COMMAND, text(new Command("x", DRIVE, MINUTE), Instant.now()));
        stranger.next(Topic.OUTCOME, "cancelled");
        assertThat(real.performed).allMatch(command -> command.id().equals("c"));
    }

    @Test
    void many_cancels_at_once_are_all_carried_out() throws Exception {
        List<CompletionStage<Outcome>> calls = new ArrayList<>();
        for (int i = 0; i < settings.queue(); i++) {
            Action call = new Action.Notify("職員", "呼び出し" + i);
            calls.add(robot.perform(new Command("n-" + i, call, MINUTE), done -> {}));
            Patience.next(real.performed);
        }
        // More than a broker lets be under way at a time.
        for (int i = 0; i < settings.queue(); i++) {
            robot.cancel("n-" + i);
        }
        for (CompletionStage<Outcome> call : calls) {
            assertThat(Patience.outcome(call)).isEqualTo(new Failed(Reason.CANCELLED, "cancelled"));
        }
    }

    @Test
    void a_listener_that_throws_harms_nothing() throws Exception {
        CompletionStage<Outcome> turn = robot.perform(new Command("c", new Rotate(10), MINUTE), done -> {
            throw new IllegalStateException("a listener's bug");
        });
        Patience.next(real.performed);
        real.progress("c", 0.5);
        real.end("c", new Failed(Reason.FAULT, "motor"));
        assertThat(Patience.outcome(turn)).isEqualTo(new Failed(Reason.FAULT, "motor"));
    }

    @Test
    void many_orders_at_once_are_all_answered_and_no_more_than_the_queue_are_open() throws Exception {
        List<CompletionStage<Outcome>> calls = new ArrayList<>();
        for (int i = 0; i < settings.queue() + 10; i++) {
            Action call = new Action.Notify("職員", "呼び出し" + i);
            calls.add(robot.perform(new Command("n-" + i, call, MINUTE), done -> {}));
        }
        for (int i = 0; i < settings.queue(); i++) {
            real.end(Patience.next(real.performed).id(), new Completed());
        }
        for (int i = 0; i < settings.queue(); i++) {
            assertThat(Patience.outcome(calls.get(i))).isEqualTo(new Completed());
        }
        for (int i = settings.queue(); i < calls.size(); i++) {
            assertThat(Patience.outcome(calls.get(i))).isInstanceOf(Failed.class);
        }
    }

    @Test
    void a_robot_that_goes_says_so() throws Exception {
        stranger.next(Topic.STATUS, "true");
        server.close();
        stranger.next(Topic.STATUS, "false");
        assertThat(Patience.next(percepts)).isEqualTo(new Percept.Link(false));
    }

    @Test
    void no_robot_and_no_broker_are_told_apart() {
        MqttSettings lonely = Timing.brief(broker(), "nobody");
        assertThatThrownBy(() -> MqttRobot.open(lonely))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("aizuchi/nobody/profile")
                .hasMessageContaining("start its side");
        // The port of a service that no machine runs any more.
        URI closed = URI.create("tcp://127.0.0.1:1");
        MqttSettings nowhere = Timing.of(closed, "nobody", 10_000, 10_000, 1_000);
        for (ThrowingCallable open :
                List.<ThrowingCallable>of(() -> MqttRobot.open(nowhere), () -> MqttRobotServer.start(nowhere, real))) {
            assertThatThrownBy(open)
                    .isInstanceOf(AdapterException.class)
                    .hasMessageContaining(closed.toString())
                    .hasMessageContaining("start it");
        }
    }

    private static String text(Command command, Instant issuedAt) {
        return new String(Wire.order(new Wire.Order("stranger", issuedAt, command)), StandardCharsets.UTF_8);
    }
}
