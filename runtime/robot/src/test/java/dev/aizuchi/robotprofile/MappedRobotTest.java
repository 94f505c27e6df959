package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import dev.aizuchi.testkit.ScriptedBus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MappedRobotTest {
    private static final String FILE = """
            name: small
            buses: { ros: { use: rcl } }
            limits: { minimum-battery: 0.2, maximum-state-age-s: 1 }
            state:
              - { on: ros, topic: /battery, values: { battery: "percent(charge)", docked: docked } }
              - { on: ros, topic: /estop, delivery: kept, values: { emergency_stop: data } }
            actions:
              rotate:
                effect: reversible
                moves: true
                parameters: { angle_deg: { min: -180, max: 180 } }
                requires: [ { that: { value: docked, is: false }, otherwise: blocked } ]
                time-limit-s: 20
                steps:
                  - { on: ros, call: /enable, fields: { data: true }, outcome: [ { when: { value: success, is: false }, then: fault } ] }
                  - on: ros
                    publish: /cmd_vel
                    for-s: divide(abs(angle_deg), 30)
                    fields: { angular: { z: "${rad(times(30, sign(angle_deg)))}" } }
                    closing: { angular: { z: 0.0 } }
              open_blind:
                effect: reversible
                parameters: { part: { words: { 半分: 50, 全部: 100 } } }
                time-limit-s: 5
                steps:
                  - { on: ros, publish: "blind/set", fields: { to: "${part}", id: "${id}" } }
                  - on: ros
                    await: blind/done
                    within-s: 3
                    until: { value: id, is: "${id}" }
                    outcome: [ { when: { value: ok, is: false }, then: blocked } ]
            stop:
              - { on: ros, publish: /cmd_vel, fields: { angular: { z: 0.0 } } }
            percepts:
              - { on: ros, topic: /fall, when: { value: score, above: 0.8 }, tell: fall, with: { person: who } }
            """;

    private final ScriptedBus bus = new ScriptedBus();
    private final SteppedPace pace = new SteppedPace(Instant.parse("2026-04-01T09:00:00Z"));
    private final List<Percept> percepts = new ArrayList<>();
    private final MappedRobot robot =
            MappedRobot.open(RobotFileReader.of("robot.yaml", FILE).file(), Map.of("ros", bus), pace);

    MappedRobotTest() {
        bus.serve("/enable", asked -> new Answer.Given(Said.of("success: true")));
        robot.onPercept(percepts::add);
        battery(90, false);
    }

    @Test
    void a_turn_is_a_twist_for_a_time_and_ends_with_zero() {
        CompletableFuture<Outcome> turn = rotate(-90);
        for (int i = 0; i < 40 && !turn.isDone(); i++) {
            advance();
        }
        assertThat(turn.join()).isEqualTo(new Completed());
        List<ScriptedBus.Sent> sent = bus.sent();
        assertThat(sent).hasSizeBetween(30, 32);
        assertThat(sent.subList(0, sent.size() - 1))
                .allMatch(one -> one.toString().contains("-0.52"));
        assertThat(last()).isEqualTo(Said.of("angular: { z: 0.0 }"));
    }

    @Test
    void a_stop_sends_zero_before_it_returns_and_nothing_moves_after() {
        CompletableFuture<Outcome> turn = rotate(90);
        advance();
        robot.stop();
        assertThat(last()).isEqualTo(Said.of("angular: { z: 0.0 }"));
        assertReason(turn, Reason.STOPPED);
        int sent = bus.sent().size();
        advance();
        advance();
        assertThat(bus.sent()).hasSize(sent);
        assertReason(rotate(90), Reason.STOPPED);
    }

    @Test
    void a_turn_ends_when_the_robot_falls_silent() {
        CompletableFuture<Outcome> turn = rotate(180);
        for (int i = 0; i < 12; i++) {
            pace.advance(Duration.ofMillis(100));
        }
        assertReason(turn, Reason.UNREACHABLE);
        assertThat(last()).isEqualTo(Said.of("angular: { z: 0.0 }"));
    }

    @Test
    void a_lost_link_ends_what_runs_and_is_told() {
        CompletableFuture<Outcome> turn = rotate(180);
        bus.link(false);
        assertReason(turn, Reason.UNREACHABLE);
        assertThat(percepts).contains(new Percept.Link(false));
    }

    @Test
    void an_emergency_stop_latches_and_is_told_once() {
        CompletableFuture<Outcome> turn = rotate(180);
        bus.deliver("/estop", Said.of("data: true"));
        bus.deliver("/estop", Said.of("data: true"));
        assertReason(turn, Reason.STOPPED);
        assertThat(percepts).containsOnlyOnce(new Percept.EmergencyStop(true));
        robot.resume();
        assertThat(robot.state().stopped()).isTrue();
        assertReason(rotate(10), Reason.STOPPED);
        bus.deliver("/estop", Said.of("data: false"));
        assertThat(robot.state().stopped()).isFalse();
    }

    @Test
    void what_the_state_forbids_is_refused_with_its_reason() {
        battery(90, true);
        assertReason(rotate(10), Reason.BLOCKED);
        battery(15, false);
        assertReason(rotate(10), Reason.BATTERY);
        assertThat(percepts).contains(new Percept.Battery(0.15));
        battery(90, false);
        assertReason(rotate(181), Reason.IMPOSSIBLE);
        pace.advance(Duration.ofSeconds(2));
        assertReason(rotate(10), Reason.UNREACHABLE);
    }

    @Test
    void a_step_that_fails_keeps_the_next_from_being_sent() {
        bus.serve("/enable", asked -> new Answer.Given(Said.of("success: false")));
        CompletableFuture<Outcome> turn = rotate(10);
        advance();
        assertReason(turn, Reason.FAULT);
        assertThat(bus.sent()).isEmpty();
    }

    @Test
    void an_answer_by_topic_is_told_from_those_to_others() {
        CompletableFuture<Outcome> done = blind("a", "半分");
        assertThat(last()).isEqualTo(Said.of("{ to: 50, id: a }"));
        bus.deliver("blind/done", Said.of("{ id: b, ok: true }"));
        advance();
        assertThat(done).isNotDone();
        bus.deliver("blind/done", Said.of("{ id: a, ok: true }"));
        advance();
        assertThat(done.join()).isEqualTo(new Completed());
        CompletableFuture<Outcome> stuck = blind("c", "全部");
        bus.deliver("blind/done", Said.of("{ id: c, ok: false }"));
        advance();
        assertReason(stuck, Reason.BLOCKED);
        CompletableFuture<Outcome> silent = blind("d", "全部");
        for (int i = 0; i < 40; i++) {
            advance();
        }
        assertReason(silent, Reason.TIMED_OUT);
    }

    @Test
    void a_percept_is_told_when_it_comes_true_not_while_it_stays() {
        bus.deliver("/fall", Said.of("{ score: 0.5, who: 田中さん }"));
        bus.deliver("/fall", Said.of("{ score: 0.9, who: 田中さん }"));
        bus.deliver("/fall", Said.of("{ score: 0.95, who: 田中さん }"));
        bus.deliver("/fall", Said.of("{ score: 0.1, who: 田中さん }"));
        bus.deliver("/fall", Said.of("{ score: 0.9, who: 田中さん }"));
        assertThat(percepts).containsExactly(new Percept.Fall("田中さん"), new Percept.Fall("田中さん"));
    }

    @Test
    void an_unknown_place_or_act_is_impossible() {
        assertReason(perform("x", new Action.Navigate(new Place("月"))), Reason.IMPOSSIBLE);
    }

    private CompletableFuture<Outcome> rotate(double angle) {
        return perform("turn-" + pace.now() + angle + Math.random(), new Action.Rotate(angle));
    }

    private CompletableFuture<Outcome> blind(String id, String part) {
        return perform(id, new Action.Own("open_blind", List.of(new Argument.Text("part", part))));
    }

    private CompletableFuture<Outcome> perform(String id, Action action) {
        return robot.perform(new Command(id, action, Duration.ofMinutes(1)), done -> {})
                .toCompletableFuture();
    }

    private void advance() {
        pace.advance(Duration.ofMillis(100));
        battery(90, false);
    }

    private void battery(int percent, boolean docked) {
        bus.deliver("/battery", Said.of("{ charge: " + percent + ", docked: " + docked + " }"));
    }

    private Object last() {
        return bus.sent().get(bus.sent().size() - 1).message();
    }

    private static void assertReason(CompletableFuture<Outcome> outcome, Reason reason) {
        assertThat(outcome).isDone();
        assertThat(outcome.join())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
    }
}
