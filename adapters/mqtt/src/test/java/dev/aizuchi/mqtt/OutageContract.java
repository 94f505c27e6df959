package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.Percept;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens when broker, robot or network go: holds on every broker.
 *
 * <p>The dead-man and the link's timeout are those of a robot where a test is about them, and else so long that a
 * thread which a busy machine holds up sets neither off.
 */
abstract class OutageContract {
    private static final Percept DOWN = new Percept.Link(false);
    private static final Percept UP = new Percept.Link(true);
    private static final Action DRIVE = new Navigate(new Place("食堂"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeRobot real = new FakeRobot();
    private final BlockingQueue<Percept> percepts = new LinkedBlockingQueue<>();
    private TestBroker broker;
    private Cable runtimeCable;
    private Cable robotCable;
    private MqttRobotServer server;
    private MqttRobot robot;
    private String id;

    /** Start a broker of this test's own, on a port or for 0 on any. */
    abstract TestBroker start(int port) throws Exception;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        id = test.getTestMethod().orElseThrow().getName();
        broker = start(0);
        runtimeCable = new Cable(broker.uri());
        robotCable = new Cable(broker.uri());
        server = MqttRobotServer.start(Timing.calm(robotCable.uri(), id), real);
        robot = MqttRobot.open(Timing.calm(runtimeCable.uri(), id));
        robot.onPercept(percepts::add);
    }

    /** Have both ends run with other times. */
    private void connect(BiFunction<URI, String, MqttSettings> times) {
        robot.close();
        server.close();
        server = MqttRobotServer.start(times.apply(robotCable.uri(), id), real);
        robot = MqttRobot.open(times.apply(runtimeCable.uri(), id));
        robot.onPercept(percepts::add);
    }

    @AfterEach
    void close() throws Exception {
        robot.close();
        server.close();
        runtimeCable.close();
        robotCable.close();
        broker.close();
    }

    @Test
    void a_broker_that_dies_stops_the_robot_and_both_find_each_other_again() throws Exception {
        connect(Timing::wary);
        CompletionStage<Outcome> drive = begin("drive");
        broker.close();
        assertThat(Patience.next(real.told)).as("the dead-man").isEqualTo("stop");
        Patience.next(percepts, DOWN::equals);
        assertUnreachable(Patience.outcome(drive));
        assertUnreachable(Patience.outcome(robot.perform(new Command("dead", DRIVE, MINUTE), done -> {})));
        CompletionStage<Outcome> call =
                robot.perform(new Command("call", new Action.Notify("職員", "来てください"), MINUTE), done -> {});
        broker = start(broker.uri().getPort());
        Patience.next(percepts, UP::equals);
        assertThat(Patience.next(real.performed, command -> !command.id().startsWith("drive"))
                        .id())
                .as("the call got through, the drive of the time without link did not")
                .isEqualTo("call");
        real.end("call", new Completed());
        assertThat(Patience.outcome(call)).isEqualTo(new Completed());
        Patience.until("the latch of the dead-man is told", () -> robot.state().stopped());
        robot.resume();
        assertThat(Patience.next(real.told, "resume"::equals)).isEqualTo("resume");
        assertThat(real.performed).isEmpty();
    }

    @Test
    void a_robot_process_that_is_killed_takes_the_link_down() throws Exception {
        CompletionStage<Outcome> drive = begin("drive");
        robotCable.cut();
        Patience.next(percepts, DOWN::equals);
        assertUnreachable(Patience.outcome(drive));
        robotCable.plug();
        Patience.next(percepts, UP::equals);
    }

    @Test
    void a_robot_that_only_falls_silent_takes_the_link_down_and_is_stopped() throws Exception {
        connect(Timing::real);
        CompletionStage<Outcome> drive = begin("drive");
        robotCable.silence(true);
        Patience.next(percepts, DOWN::equals);
        assertUnreachable(Patience.outcome(drive));
        Patience.until("the robot stands", () -> real.state().speed() == 0);
        robotCable.silence(false);
        Patience.next(percepts, UP::equals);
    }

    @Test
    void a_runtime_that_dies_stops_the_robot() throws Exception {
        connect(Timing::wary);
        begin("drive");
        runtimeCable.cut();
        assertThat(Patience.next(real.told)).isEqualTo("stop");
        assertThat(real.state().stopped()).isTrue();
    }

    @Test
    void a_stop_that_was_asked_for_without_a_link_comes_first_when_it_is_back() throws Exception {
        runtimeCable.cut();
        Patience.next(percepts, DOWN::equals);
        robot.stop();
        robot.resume();
        assertThat(robot.state().stopped()).isTrue();
        robot.perform(new Command("call", new Action.Notify("職員", "来てください"), MINUTE), done -> {});
        try (ForeignClient stranger = new ForeignClient(broker.uri(), Timing.real(broker.uri(), id))) {
            runtimeCable.plug();
            String first = Patience.next(
                            stranger.seen,
                            seen -> seen.level().equals("stop") || seen.level().equals("command"))
                    .level();
            assertThat(first).isEqualTo("stop");
        }
        assertThat(Patience.next(real.told)).isEqualTo("stop");
        assertThat(Patience.next(real.performed).id()).isEqualTo("call");
        Patience.until("the latch is told", () -> robot.state().stopped());
        assertThat(real.told).as("a resume without a link does nothing").doesNotContain("resume");
    }

    @Test
    void an_order_whose_heartbeat_never_comes_is_stopped_by_the_dead_man() throws Exception {
        connect(Timing::wary);
        try (ForeignClient stranger = new ForeignClient(broker.uri(), Timing.real(broker.uri(), id))) {
            Wire.Order order = new Wire.Order("stranger", Instant.now(), new Command("c", DRIVE, MINUTE));
            stranger.publish(Topic.COMMAND, Wire.order(order), false);
            Patience.next(real.performed);
            assertThat(Patience.next(real.told)).isEqualTo("stop");
            stranger.next(Topic.OUTCOME, "stopped");
        }
    }

    @Test
    void an_outcome_that_falls_into_an_outage_is_told_after_it() throws Exception {
        CompletionStage<Outcome> call =
                robot.perform(new Command("call", new Action.Notify("職員", "来てください"), MINUTE), done -> {});
        Patience.next(real.performed);
        robotCable.cut();
        Patience.next(percepts, DOWN::equals);
        real.end("call", new Completed());
        robotCable.plug();
        assertThat(Patience.outcome(call)).isEqualTo(new Completed());
        assertThat(real.performed).isEmpty();
    }

    @Test
    void a_robots_end_that_restarts_in_mid_order_tells_so_and_does_nothing_twice(@TempDir Path directory)
            throws Exception {
        server.close();
        MqttSettings settings = Timing.lasting(Timing.calm(robotCable.uri(), id), directory.resolve("ledger"));
        server = MqttRobotServer.start(settings, real);
        Patience.next(percepts, UP::equals);
        Action call = new Action.Notify("職員", "来てください");
        CompletionStage<Outcome> done = robot.perform(new Command("done", call, MINUTE), part -> {});
        Patience.next(real.performed);
        real.end("done", new Completed());
        assertThat(Patience.outcome(done)).isEqualTo(new Completed());
        CompletionStage<Outcome> open = robot.perform(new Command("open", call, MINUTE), part -> {});
        Patience.next(real.performed);
        begin("drive");
        // As a kill would leave it: later the dead-man ends the drive.
        byte[] asItStands = Files.readAllBytes(directory.resolve("ledger"));
        // The network goes first, so that nothing of the end reaches anybody, as when the process is killed.
        robotCable.cut();
        Patience.next(percepts, DOWN::equals);
        server.close();
        Files.write(directory.resolve("ledger"), asItStands);
        real.told.clear();
        real.performed.clear();
        robotCable.plug();
        server = MqttRobotServer.start(settings, real);
        // The runtime's cancel of that order, given when the link went, may come right behind.
        assertThat(real.told).as("an order to move was broken off").startsWith("stop");
        assertThat(Patience.outcome(open))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.detail()).contains("restarted"));
        try (ForeignClient stranger = new ForeignClient(broker.uri(), settings)) {
            for (String known : List.of("done", "open")) {
                Wire.Order order = new Wire.Order("again", Instant.now(), new Command(known, call, MINUTE));
                stranger.publish(Topic.COMMAND, Wire.order(order), false);
                stranger.next(Topic.ACK, "duplicate");
            }
        }
        assertThat(real.performed).isEmpty();
    }

    @Test
    void a_button_that_was_pressed_while_the_robots_end_was_away_stops_the_robot_when_it_is_back() throws Exception {
        server.close();
        MqttSettings settings = Timing.kept(Timing.calm(robotCable.uri(), id), Duration.ofMinutes(5));
        server = MqttRobotServer.start(settings, real);
        Patience.next(percepts, UP::equals);
        robotCable.cut();
        Patience.next(percepts, DOWN::equals);
        real.told.clear();
        try (ForeignClient button = new ForeignClient(broker.uri(), settings)) {
            button.publish(Topic.STOP, "止まれ");
        }
        robotCable.plug();
        assertThat(Patience.next(real.told)).isEqualTo("stop");
    }

    @Test
    void a_state_that_the_broker_kept_is_shown_to_who_looks_on_but_is_no_sign_of_life() throws Exception {
        server.close();
        Patience.next(percepts, DOWN::equals);
        try (ForeignClient looker = new ForeignClient(broker.uri(), Timing.real(broker.uri(), id))) {
            looker.next(Topic.STATE, "食堂");
        }
        MqttSettings brief = Timing.brief(broker.uri(), id);
        assertThatThrownBy(() -> MqttRobot.open(brief))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("does not answer on");
    }

    /**
     * Begin to drive; once more where a busy machine makes the link seem lost for a moment, as it may with these times.
     */
    private CompletionStage<Outcome> begin(String command) {
        for (int attempt = 0; ; attempt++) {
            CompletionStage<Outcome> outcome =
                    robot.perform(new Command(command + "-" + attempt, DRIVE, MINUTE), done -> {});
            Patience.until(
                    "the drive begins or fails",
                    () -> !real.performed.isEmpty()
                            || outcome.toCompletableFuture().isDone());
            if (real.performed.poll() != null) {
                return outcome;
            }
        }
    }

    private static void assertUnreachable(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isIn(Reason.UNREACHABLE, Reason.STOPPED));
    }
}
