package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand faults, on a clock of their own: after each, the wheels are told to stand within 200 ms, and are told
 * nothing else before the dialogue lives again.
 */
class GuardFaultsTest {
    private static final int FAULTS = 10_000;
    private static final Duration WITHIN = Duration.ofMillis(200);
    private static final String FILE = """
            name: cart
            buses: { site: { use: mqtt }, wheels: { use: rcl } }
            heartbeat: { on: site, publish: cart/heartbeat, delivery: newest, fields: { count: "${count}" } }
            guard:
              velocities:
                - { on: site, from: cart/velocity, to-on: wheels, to: /cmd_vel, zero: { turn: 0.0 } }
            actions:
              rotate:
                effect: reversible
                moves: true
                parameters: { angle_deg: { min: -360, max: 360 } }
                time-limit-s: 600
                steps:
                  - { on: site, publish: cart/velocity, for-s: 600, fields: { turn: 0.5 }, closing: { turn: 0.0 } }
            """;

    /** What dies. */
    private enum Fault {
        LINK_LOST,
        LINK_HOLDS_AND_FLUSHES,
        PROCESS_KILLED,
        PROCESS_STOPPED_AND_CONTINUED,
        DIALOGUE_THREAD_LOST,
        VELOCITIES_LOST
    }

    private static final Expression TURN = Expression.parse("turn");

    private final Random random = new Random(20260401);
    private final SteppedPace pace = new SteppedPace(Instant.parse("2026-04-01T09:00:00Z"));
    private final LaggingBus site = new LaggingBus(pace, () -> Duration.ofMillis(random.nextInt(15)));
    private final LaggingBus wheels = new LaggingBus(pace, () -> Duration.ofMillis(random.nextInt(3)));
    private final RobotFile file = RobotFileReader.of("robot.yaml", FILE).file();
    private double turning;
    private Duration turnedLast = Duration.ZERO;
    private Duration stoodAt = Duration.ZERO;

    @Test
    void after_each_of_ten_thousand_faults_the_wheels_stand_within_200_ms() throws IOException {
        assertThat(RobotCheck.faults(RobotFileReader.of("robot.yaml", FILE), Definitions.NONE))
                .isEmpty();
        wheels.subscribe(Endpoint.of("/cmd_vel", ""), this::told);
        try (Guard guard =
                Guard.open(file, Map.of("site", site, "wheels", wheels), pace, Runnable::run, passing -> {})) {
            assertThat(guard).isNotNull();
            Map<Fault, List<Duration>> times = new EnumMap<>(Fault.class);
            for (int i = 0; i < FAULTS; i++) {
                Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
                Duration took = once(fault, i);
                assertThat(took).as("%s, the fault no. %s", fault, i).isLessThanOrEqualTo(WITHIN);
                times.computeIfAbsent(fault, one -> new ArrayList<>()).add(took);
            }
            Files.writeString(Path.of("target", "guard-faults.txt"), table(times));
        }
    }

    /** Give, for BENCHMARKS.md, how often each fault came, and the middle and the longest time, in ms. */
    private static String table(Map<Fault, List<Duration>> times) {
        StringBuilder table = new StringBuilder();
        times.forEach((fault, all) -> {
            List<Duration> sorted = all.stream().sorted().toList();
            table.append("| %s | %d | %d | %d |%n"
                    .formatted(
                            fault.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            sorted.size(),
                            sorted.get(sorted.size() / 2).toMillis(),
                            sorted.get(sorted.size() - 1).toMillis()));
        });
        return table.toString();
    }

    private void told(Datum.Fields velocity) {
        double now = Expression.number(TURN.in(velocity));
        if (now != 0) {
            turnedLast = pace.elapsed();
        } else if (turning != 0) {
            stoodAt = pace.elapsed();
        }
        turning = now;
    }

    /** Drive, break something, and tell how long the wheels went on. */
    private Duration once(Fault fault, int number) {
        Agent agent = new Agent(number);
        pace.advance(Duration.ofMillis(400 + random.nextInt(200)));
        assertThat(turning).as("drives before %s", fault).isEqualTo(0.5);
        Duration broken = pace.elapsed();
        agent.breaks(fault);
        pace.advance(Duration.ofMillis(201 + random.nextInt(100)));
        assertThat(turning).as("stands after %s", fault).isZero();
        Duration took = stoodAt.minus(broken);
        Duration stood = pace.elapsed();
        agent.mends(fault);
        // What was held back comes in one heap, but nobody lives behind it.
        agent.end();
        pace.advance(Duration.ofMillis(400));
        assertThat(turnedLast)
                .as("nothing old moves the wheels after %s", fault)
                .isLessThanOrEqualTo(stood);
        return took;
    }

    /** The runtime's side: a dialogue thread that beats, and a robot that drives. */
    private final class Agent {
        private final LaggingBus own = new LaggingBus(pace, () -> Duration.ZERO);
        private final MappedRobot robot;
        private final CompletableFuture<Outcome> turn;
        private boolean thread = true;
        private boolean velocities = true;

        Agent(int number) {
            own.subscribe(
                    Endpoint.of("cart/heartbeat", ""), beat -> site.publish(Endpoint.of("cart/heartbeat", ""), beat));
            own.subscribe(Endpoint.of("cart/velocity", ""), said -> {
                if (velocities) {
                    site.publish(Endpoint.of("cart/velocity", ""), said);
                }
            });
            robot = MappedRobot.open(file, Map.of("site", own, "wheels", own), pace);
            turn = robot.perform(
                            new Command("turn-" + number, new Action.Rotate(90), Duration.ofMinutes(9)), done -> {})
                    .toCompletableFuture();
            beat();
        }

        /** As the dialogue thread does: late by what it is at. */
        private void beat() {
            if (thread) {
                robot.alive();
                var unused = pace.after(Duration.ofMillis(50 + random.nextInt(20)), this::beat);
            }
        }

        void breaks(Fault fault) {
            switch (fault) {
                case LINK_LOST -> site.is(LaggingBus.Mood.LOSES);
                case LINK_HOLDS_AND_FLUSHES -> site.is(LaggingBus.Mood.HOLDS);
                case PROCESS_KILLED -> {
                    own.is(LaggingBus.Mood.LOSES);
                    thread = false;
                }
                case PROCESS_STOPPED_AND_CONTINUED -> {
                    own.is(LaggingBus.Mood.HOLDS);
                    thread = false;
                }
                case DIALOGUE_THREAD_LOST -> thread = false;
                case VELOCITIES_LOST -> velocities = false;
            }
        }

        void mends(Fault fault) {
            thread = false;
            own.is(LaggingBus.Mood.DELIVERS);
            site.is(LaggingBus.Mood.DELIVERS);
            assertThat(turn).as("goes on until %s ends", fault).isNotDone();
        }

        void end() {
            own.is(LaggingBus.Mood.LOSES);
            robot.stop();
        }
    }
}
