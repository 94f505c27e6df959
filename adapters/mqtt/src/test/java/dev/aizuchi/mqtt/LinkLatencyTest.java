package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the link for BENCHMARKS.md; not part of the build, which asserts no time of this machine.
 *
 * <p>Over the embedded broker, or with {@code -Daizuchi.bench.broker=tcp://…} over another.
 */
@EnabledIfSystemProperty(named = "aizuchi.bench", matches = "true")
class LinkLatencyTest extends LinkBenchmark {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 2_000;
    private static final int OUTAGES = 30;

    /** One round of what is measured. */
    private interface Round {
        void run(int round) throws Exception;
    }

    @Test
    void measures_the_ways_between_runtime_and_robot() throws Exception {
        MqttSettings settings = Timing.calm(broker.uri(), "bench");
        try (MqttRobotServer server = MqttRobotServer.start(settings, real);
                MqttRobot robot = MqttRobot.open(settings)) {
            measureWays(robot);
            assertThat(server.rejected()).isPositive();
        }
    }

    private void measureWays(MqttRobot robot) throws Exception {
        report("command to acknowledgement, there and back", ROUNDS, round -> {
            Action unknown = new Action.Own("no_such_act", List.of());
            Patience.outcome(robot.perform(new Command("ack-" + round, unknown, MINUTE), done -> {}));
        });
        report("command to the robot's perform()", ROUNDS, round -> {
            Action call = new Action.Notify("職員", "来てください");
            robot.perform(new Command("one-way-" + round, call, MINUTE), done -> {});
            real.end(Patience.next(real.performed).id(), new Completed());
        });
        report("stop() to the robot's stop()", ROUNDS, round -> {
            robot.stop();
            Patience.next(real.told);
        });
    }

    @Test
    void measures_how_soon_an_outage_is_known() throws Exception {
        try (MqttRobotServer server = MqttRobotServer.start(Timing.real(robotCable.uri(), "bench"), real);
                MqttRobot robot = MqttRobot.open(Timing.real(broker.uri(), "bench"))) {
            robot.onPercept(percepts::add);
            measureOutages(robot);
            assertThat(server.rejected()).isZero();
        }
    }

    private void measureOutages(MqttRobot robot) throws Exception {
        long[] dead = new long[OUTAGES];
        long[] link = new long[OUTAGES];
        for (int i = 0; i < OUTAGES; i++) {
            Action drive = new Action.Navigate(new Place("食堂"));
            robot.perform(new Command("drive-" + i, drive, MINUTE), done -> {});
            Patience.next(real.performed);
            long start = System.nanoTime();
            robotCable.silence(true);
            Patience.next(real.told, "stop"::equals);
            dead[i] = System.nanoTime() - start;
            Patience.next(percepts, percept -> percept instanceof Percept.Link state && !state.up());
            link[i] = System.nanoTime() - start;
            robotCable.silence(false);
            Patience.next(percepts, percept -> percept instanceof Percept.Link state && state.up());
            Patience.until("the latch is told", () -> robot.state().stopped());
            robot.resume();
            Patience.next(real.told, "resume"::equals);
            Patience.until("the latch is released", () -> !robot.state().stopped());
        }
        print("network silent to the dead-man's stop()", dead);
        print("network silent to Percept.Link(false)", link);
    }

    private static void report(String what, int rounds, Round round) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            round.run(-1 - i);
        }
        long[] times = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            round.run(i);
            times[i] = System.nanoTime() - start;
        }
        print(what, times);
    }

    private static void print(String what, long[] times) {
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f |%n",
                what,
                times.length,
                at(times, 0.5),
                at(times, 0.95),
                at(times, 0.99));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] / 1e6;
    }
}
