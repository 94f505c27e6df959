package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.testkit.ScriptedBus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    private static final String FILE = """
            name: cart
            buses: { ros: { use: rcl, with: { node: aizuchi } } }
            heartbeat: { on: ros, publish: /heartbeat, fields: { count: "${count}" } }
            guard:
              velocities:
                - { on: ros, from: /wanted, to: /cmd_vel, zero: { turn: 0.0 } }
            actions:
              rotate:
                effect: reversible
                moves: true
                parameters: { angle_deg: { min: -180, max: 180 } }
                time-limit-s: 20
                steps:
                  - { on: ros, publish: /wanted, for-s: 3, fields: { turn: 0.5 }, closing: { turn: 0.0 } }
            """;
    private static final Object ZERO = Said.of("turn: 0.0");
    private static final Object TURN = Said.of("turn: 0.5");

    private final ScriptedBus bus = new ScriptedBus();
    private final SteppedPace pace = new SteppedPace(Instant.parse("2026-04-01T09:00:00Z"));
    private final List<Boolean> passing = new ArrayList<>();

    @Test
    void zero_is_sent_at_the_start_since_the_wheels_may_turn_already_and_then_others_may_drive() {
        open();
        advance(50);
        assertThat(bus.sent()).isNotEmpty().allMatch(one -> one.message().equals(ZERO));
        advance(1_500);
        int zeros = bus.sent().size();
        advance(1_000);
        assertThat(bus.sent()).hasSize(zeros);
    }

    @Test
    void a_velocity_passes_only_after_heartbeats_have_come_for_a_while_and_ends_when_they_do() {
        open();
        advance(1_500);
        int before = bus.sent().size();
        drive(140, true);
        assertThat(bus.sent()).as("they may be a heap of old ones").hasSize(before);
        drive(200, true);
        assertThat(passing).containsExactly(true);
        assertThat(last()).isEqualTo(TURN);
        drive(180, false);
        assertThat(last()).isEqualTo(ZERO);
        assertThat(passing).containsExactly(true, false);
    }

    @Test
    void a_heap_of_old_heartbeats_moves_nothing() {
        open();
        advance(1_500);
        int before = bus.sent().size();
        for (int i = 0; i < 100; i++) {
            bus.deliver("/heartbeat", Said.of("count: " + i));
            bus.deliver("/wanted", Said.of("turn: 0.5"));
        }
        advance(140);
        bus.deliver("/wanted", Said.of("turn: 0.5"));
        advance(10);
        assertThat(bus.sent()).hasSize(before);
    }

    @Test
    void a_velocity_that_is_said_no_more_ends_though_the_heart_beats() {
        open();
        drive(500, true);
        assertThat(last()).isEqualTo(TURN);
        for (int i = 0; i < 4; i++) {
            bus.deliver("/heartbeat", Said.of("count: 1"));
            advance(50);
        }
        assertThat(last()).isEqualTo(ZERO);
    }

    @Test
    void a_link_to_the_wheels_that_is_back_begins_with_zero() {
        open();
        drive(500, true);
        bus.link(false);
        bus.link(true);
        advance(10);
        assertThat(last()).isEqualTo(ZERO);
    }

    @Test
    void the_robot_sends_no_heartbeat_while_a_stop_is_latched() {
        MappedRobot robot =
                MappedRobot.open(RobotFileReader.of("robot.yaml", FILE).file(), Map.of("ros", bus), pace);
        robot.alive();
        assertThat(last()).isEqualTo(Said.of("count: 1"));
        robot.stop();
        int told = bus.sent().size();
        robot.alive();
        assertThat(bus.sent()).hasSize(told);
        robot.resume();
        robot.alive();
        assertThat(last()).isEqualTo(Said.of("count: 2"));
        robot.close();
    }

    @Test
    void what_would_make_a_guard_useless_is_found_in_the_file() {
        assertThat(faults(FILE)).isEmpty();
        assertThat(faults(FILE.replaceAll("heartbeat: .*\n", "")))
                .containsExactly("robot.yaml:3: guard: nothing passes without a heartbeat; write heartbeat: { on: …,"
                        + " publish: … }");
        assertThat(faults(FILE.replace("publish: /wanted", "publish: /cmd_vel")))
                .containsExactly("robot.yaml:14: actions.rotate.steps.0: goes past the guard; publish to /wanted");
        assertThat(faults(FILE.replace("for-s: 3", "for-s: 3, rate-hz: 9")))
                .containsExactly("robot.yaml:14: actions.rotate.steps.0: is ended by the guard between two messages;"
                        + " write rate-hz: 10 or more");
        assertThat(faults(FILE.replace("zero: { turn: 0.0 }", "zero: {}")))
                .containsExactly("robot.yaml:6: guard.velocities.0.zero: says nothing on a bus without types; write"
                        + " every value that must be zero");
        assertThat(faults(FILE.replace("to: /cmd_vel", "to: /wanted")))
                .contains("robot.yaml:6: guard.velocities.0: from and to are one; what moves the robot must go to a"
                        + " topic of its own: from");
        assertThat(faults(FILE.replace("node: aizuchi", "client-id: a")))
                .containsExactly("robot.yaml:4: guard: needs a client-id of its own; write buses: { ros: { use: rcl,"
                        + " with: { …, client-id: a-guard } } }");
        assertThat(faults(FILE.replace("{ on: ros, publish: /heartbeat,", "{ on: ros, call: /heartbeat,")))
                .containsExactly("robot.yaml:3: heartbeat: is published; write publish");
        assertThat(faults(FILE.replace("${count}", "${beats}")))
                .containsExactly("robot.yaml:3: heartbeat.fields: count: no beats; known are count");
    }

    @Test
    void a_file_without_a_guard_says_so(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("robot.yaml");
        Files.writeString(file, FILE.replaceAll("(?m)^guard:\n(  .*\n)+", ""));
        assertThatThrownBy(() -> Guard.open(file, now -> {}))
                .isInstanceOf(RobotFileException.class)
                .hasMessageEndingWith("robot.yaml:1: guard is missing: which velocities pass, and to where");
    }

    private void open() {
        Guard.open(
                RobotFileReader.of("robot.yaml", FILE).file(), Map.of("ros", bus), pace, Runnable::run, passing::add);
    }

    /** Let velocities come every 20 ms, and heartbeats every 40 ms where there are any. */
    private void drive(int millis, boolean beating) {
        for (int at = 0; at < millis; at += 20) {
            if (beating && at % 40 == 0) {
                bus.deliver("/heartbeat", Said.of("count: 1"));
            }
            bus.deliver("/wanted", Said.of("turn: 0.5"));
            advance(20);
        }
    }

    private void advance(int millis) {
        pace.advance(Duration.ofMillis(millis));
    }

    private Object last() {
        return bus.sent().get(bus.sent().size() - 1).message();
    }

    private static List<String> faults(String text) {
        return RobotCheck.faults(RobotFileReader.of("robot.yaml", text), Definitions.NONE).stream()
                .map(Fault::toString)
                .toList();
    }
}
