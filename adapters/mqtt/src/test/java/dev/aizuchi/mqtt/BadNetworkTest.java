package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Line.Quality;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures a stop over bad networks for BENCHMARKS.md, with the times that a robot runs with; not part of the build,
 * which asserts no time of this machine. The network of the robot's end is bad, that of the runtime is not.
 *
 * <p>Over the embedded broker, or with {@code -Daizuchi.bench.broker=tcp://…} over another.
 */
@EnabledIfSystemProperty(named = "aizuchi.bench", matches = "true")
class BadNetworkTest extends LinkBenchmark {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Action DRIVE = new Action.Navigate(new Place("食堂"));
    private static final int STOPS = 100;
    private static final int QUIET_STOPS = 30;
    /** Much longer than what is under way takes to be acknowledged. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final int OUTAGES = 20;
    private static final int DRIVE_SECONDS = 20;

    @ParameterizedTest
    @CsvSource({
        "good, 0, 0, 0, 0, 0",
        "20 ms and up to 10 more each way, 20, 10, 0, 0, 0",
        "80 ms and up to 40 more each way, 80, 40, 0, 0, 0",
        "2 % of the segments lost, 5, 5, 0, 0.02, 200",
        "10 % of the segments lost, 5, 5, 0, 0.1, 200",
        "32 KiB a second, 0, 0, 32768, 0, 0",
        "16 KiB a second, 0, 0, 16384, 0, 0"
    })
    void measures_a_stop_and_how_often_the_dead_man_stops_a_drive(
            String name, long delay, long jitter, long width, double lost, long again) throws Exception {
        robotCable.quality(new Quality(delay, jitter, width, lost, again));
        String id = "bad-" + System.nanoTime();
        try (MqttRobotServer server = MqttRobotServer.start(Timing.real(robotCable.uri(), id), real);
                MqttRobot robot = MqttRobot.open(Timing.real(broker.uri(), id))) {
            long[] quiet = stops(robot, QUIET_STOPS, QUIET);
            long[] stops = stops(robot, STOPS, Duration.ZERO);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f / %.0f / %.0f | %.0f / %.0f / %.0f | %d |%n",
                    name,
                    at(quiet, 0.5),
                    at(quiet, 0.95),
                    at(quiet, 1),
                    at(stops, 0.5),
                    at(stops, 0.95),
                    at(stops, 1),
                    brokenDrives(robot));
            assertThat(server.rejected()).as("the marks").isPositive();
        }
    }

    /** Stop again and again, each time after an order has been answered and it has been quiet. */
    private long[] stops(MqttRobot robot, int number, Duration quiet) throws Exception {
        long[] stops = new long[number];
        for (int i = 0; i < number; i++) {
            Action unknown = new Action.Own("no_such_act", List.of());
            Patience.outcome(robot.perform(new Command("mark-" + number + "-" + i, unknown, HOUR), done -> {}));
            LockSupport.parkNanos(quiet.toNanos());
            long start = System.nanoTime();
            robot.stop();
            Patience.next(real.told, "stop"::equals);
            stops[i] = System.nanoTime() - start;
        }
        return stops;
    }

    /** Drive for some time, again after each stop, and count the stops that nobody gave. */
    private int brokenDrives(MqttRobot robot) throws Exception {
        int broken = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRIVE_SECONDS);
        for (int drive = 0; System.nanoTime() < end; drive++) {
            // A resume does nothing while the link is down, so it is given until it has come.
            Patience.until("the latch is released", () -> {
                robot.resume();
                return !real.state().stopped();
            });
            robot.perform(new Command("drive-" + drive + "-" + end, DRIVE, HOUR), done -> {});
            if (real.performed.poll(1, TimeUnit.SECONDS) == null) {
                continue;
            }
            real.told.clear();
            Patience.until("the time is up", () -> real.told.contains("stop") || System.nanoTime() > end);
            broken += real.told.contains("stop") ? 1 : 0;
        }
        return broken;
    }

    @Test
    void measures_how_soon_a_half_open_connection_stops_the_robot() throws Exception {
        try (MqttRobotServer server = MqttRobotServer.start(Timing.real(robotCable.uri(), "half"), real);
                MqttRobot robot = MqttRobot.open(Timing.real(broker.uri(), "half"))) {
            robot.onPercept(percepts::add);
            measureHalfOpen(robot, "nothing comes to the robot's end any more", false, true);
            measureHalfOpen(robot, "nothing comes from the robot's end any more", true, false);
            assertThat(server.rejected()).isZero();
        }
    }

    private void measureHalfOpen(MqttRobot robot, String what, boolean up, boolean down) throws Exception {
        long[] times = new long[OUTAGES];
        for (int i = 0; i < OUTAGES; i++) {
            real.performed.clear();
            real.told.clear();
            robot.perform(new Command("drive-" + what + i, DRIVE, HOUR), done -> {});
            Patience.next(real.performed);
            percepts.clear();
            long start = System.nanoTime();
            robotCable.silence(up, down);
            Patience.next(real.told, "stop"::equals);
            times[i] = System.nanoTime() - start;
            if (up) {
                Patience.next(percepts, new Percept.Link(false)::equals);
            }
            robotCable.silence(false);
            Patience.until(
                    "the link is back and the latch told", () -> robot.state().stopped());
            Patience.until("the latch is released", () -> {
                robot.resume();
                return !robot.state().stopped() && !real.state().stopped();
            });
        }
        System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", what, at(times, 0.5), at(times, 0.95), at(times, 1));
    }

    private static double at(long[] times, double part) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] / 1e6;
    }
}
