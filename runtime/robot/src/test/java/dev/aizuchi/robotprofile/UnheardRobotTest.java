package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.testkit.ScriptedBus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What ran when the robot could not be told to end it is ended as soon as it can. */
class UnheardRobotTest {
    private static final String FILE = """
            name: two-buses
            buses: { base: { use: rcl }, room: { use: mqtt } }
            limits: { maximum-state-age-s: 1 }
            state:
              - { on: base, topic: /odom, values: { x: x } }
            actions:
              dock:
                effect: reversible
                moves: true
                time-limit-s: 60
                steps: [ { on: base, goal: /dock } ]
              rotate:
                effect: reversible
                moves: true
                parameters: { angle_deg: { min: -180, max: 180 } }
                time-limit-s: 60
                steps:
                  - { on: base, publish: /cmd_vel, for-s: "divide(abs(angle_deg), 30)", fields: { z: 0.5 }, closing: { z: 0.0 } }
              raise_bed:
                effect: touches_person
                moves: true
                parameters: { angle_deg: { min: 0, max: 75 } }
                time-limit-s: 60
                steps:
                  - { on: room, publish: bed/command, fields: { to: "${angle_deg}" } }
                  - { on: room, await: bed/result, within-s: 60, until: { value: done, is: true } }
                cancel: [ { on: room, publish: bed/command, fields: { stop: true } } ]
              shake:
                effect: reversible
                moves: true
                time-limit-s: 60
                steps:
                  - { on: base, publish: /shake, fields: { on: true } }
                  - { on: base, await: /shaken, within-s: 60, until: { value: done, is: true } }
              chime:
                effect: none
                time-limit-s: 5
                steps: [ { on: base, publish: /chime } ]
            stop:
              - { on: base, publish: /halt, fields: { now: true } }
            """;
    private static final Duration TICK = Duration.ofMillis(100);

    private final ScriptedBus base = new ScriptedBus();
    private final ScriptedBus room = new ScriptedBus();
    private final SteppedPace pace = new SteppedPace(Instant.parse("2026-04-01T09:00:00Z"));
    private final List<ScriptedBus.Task> docking = new ArrayList<>();
    private final MappedRobot robot =
            MappedRobot.open(RobotFileReader.of("robot.yaml", FILE).file(), Map.of("base", base, "room", room), pace);
    private int cancelled;
    private int orders;

    UnheardRobotTest() {
        base.act("/dock", (goal, task) -> {
            docking.add(task);
            task.onCancel(() -> cancelled++);
        });
        tell();
    }

    @Test
    void a_goal_that_a_lost_link_left_behind_is_cancelled_when_it_is_back() {
        CompletableFuture<Outcome> dock = perform(new Action.Dock());
        base.link(false);
        assertReason(dock, Reason.UNREACHABLE);
        cancelled = 0;
        base.link(true);
        assertThat(cancelled).isEqualTo(1);
        base.link(false);
        base.link(true);
        assertThat(cancelled).as("a link that flaps may have swallowed it").isEqualTo(2);
    }

    @Test
    void a_goal_that_its_bus_fails_before_it_tells_of_the_lost_link_is_cancelled_too() {
        CompletableFuture<Outcome> dock = perform(new Action.Dock());
        docking.get(0).end(new Answer.Failed(Reason.UNREACHABLE, "the link is lost"));
        assertReason(dock, Reason.UNREACHABLE);
        base.link(false);
        cancelled = 0;
        base.link(true);
        assertThat(cancelled).isEqualTo(1);
    }

    @Test
    void the_zero_of_a_turn_that_ended_on_a_link_that_was_already_dead_is_sent_again() {
        CompletableFuture<Outcome> turn = perform(new Action.Rotate(30));
        advance(11);
        assertThat(turn.join()).isEqualTo(new Completed());
        advance(50);
        base.link(false);
        base.link(true);
        assertThat(sent(base)).endsWith("/cmd_vel {z=0.0}");
        int told = base.sent().size();
        advance(200);
        base.link(false);
        base.link(true);
        assertThat(base.sent()).as("what ended long before was heard").hasSize(told);
    }

    @Test
    void the_bed_is_told_to_stop_over_its_own_bus_and_that_alone() {
        CompletableFuture<Outcome> bed = perform(new Action.RaiseBed(30));
        CompletableFuture<Outcome> chime = perform(new Action.Own("chime", List.of()));
        advance(1);
        assertThat(chime.join()).isEqualTo(new Completed());
        room.link(false);
        assertReason(bed, Reason.UNREACHABLE);
        int onBase = base.sent().size();
        CompletableFuture<Outcome> turn = perform(new Action.Rotate(180));
        room.link(true);
        assertThat(sent(room)).endsWith("bed/command {stop=true}");
        assertThat(turn).isNotDone();
        assertThat(base.sent()).hasSize(onBase + 1);
    }

    @Test
    void a_stop_during_an_outage_is_sent_when_the_link_is_back_even_if_it_was_released_meanwhile() {
        CompletableFuture<Outcome> turn = perform(new Action.Rotate(180));
        base.link(false);
        assertReason(turn, Reason.UNREACHABLE);
        int told = base.sent().size();
        robot.stop();
        robot.resume();
        assertThat(base.sent()).hasSize(told);
        base.link(true);
        assertThat(sent(base).subList(told, told + 2)).containsExactly("/halt {now=true}", "/cmd_vel {z=0.0}");
        assertThat(base.sent()).hasSize(told + 2);
    }

    @Test
    void a_robot_that_is_not_heard_any_more_has_its_goal_cancelled_at_once_and_again_when_it_is_heard() {
        CompletableFuture<Outcome> dock = perform(new Action.Dock());
        pace.advance(Duration.ofMillis(1_001));
        assertReason(dock, Reason.UNREACHABLE);
        assertThat(cancelled).isEqualTo(1);
        assertReason(perform(new Action.Dock()), Reason.UNREACHABLE);
        tell();
        assertThat(cancelled).isEqualTo(2);
        assertThat(perform(new Action.Dock())).isNotDone();
        tell();
        assertThat(cancelled).isEqualTo(2);
    }

    @Test
    void a_bed_that_moves_stops_when_the_state_is_old() {
        CompletableFuture<Outcome> bed = perform(new Action.RaiseBed(30));
        pace.advance(Duration.ofMillis(1_001));
        assertReason(bed, Reason.UNREACHABLE);
        assertThat(sent(room)).endsWith("bed/command {stop=true}");
    }

    @Test
    void nothing_that_moves_begins_before_the_end_of_the_last_was_said_but_other_acts_do() {
        CompletableFuture<Outcome> dock = perform(new Action.Dock());
        pace.advance(Duration.ofMillis(1_001));
        assertReason(dock, Reason.UNREACHABLE);
        CompletableFuture<Outcome> chime = perform(new Action.Own("chime", List.of()));
        pace.advance(Duration.ZERO);
        assertThat(chime.join()).isEqualTo(new Completed());
    }

    @Test
    void a_motion_without_an_end_of_its_own_is_ended_by_what_stops_all() {
        CompletableFuture<Outcome> shake = perform(new Action.Own("shake", List.of()));
        robot.cancel("order-1");
        assertReason(shake, Reason.CANCELLED);
        assertThat(sent(base)).containsExactly("/shake {on=true}", "/halt {now=true}");
    }

    @Test
    void a_turn_goes_on_while_the_robot_is_heard() {
        CompletableFuture<Outcome> turn = perform(new Action.Rotate(180));
        advance(59);
        assertThat(turn).isNotDone();
        advance(2);
        assertThat(turn.join()).isEqualTo(new Completed());
    }

    private CompletableFuture<Outcome> perform(Action action) {
        return robot.perform(new Command("order-" + ++orders, action, Duration.ofMinutes(1)), done -> {})
                .toCompletableFuture();
    }

    private void advance(int ticks) {
        for (int i = 0; i < ticks; i++) {
            pace.advance(TICK);
            tell();
        }
    }

    private void tell() {
        base.deliver("/odom", Said.of("x: 1.0"));
    }

    private static List<String> sent(ScriptedBus bus) {
        return bus.sent().stream()
                .map(one -> one.topic() + " "
                        + one.message().values().entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + field.getValue().toString().replaceAll(".*value=(.*)\\]", "$1"))
                                .toList()
                                .toString()
                                .replace('[', '{')
                                .replace(']', '}'))
                .toList();
    }

    private static void assertReason(CompletableFuture<Outcome> outcome, Reason reason) {
        assertThat(outcome).isDone();
        assertThat(outcome.join())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
    }
}
