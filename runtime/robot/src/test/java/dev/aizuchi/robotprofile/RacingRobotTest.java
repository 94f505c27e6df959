package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.testkit.ScriptedBus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders, stops and a link that flaps, all at once on threads of their own: in the end the robot stands. */
@Timeout(120)
class RacingRobotTest {
    private static final int ROUNDS = 2_000;
    private static final String FILE = """
            name: racing
            buses: { ros: { use: rcl } }
            actions:
              rotate:
                effect: reversible
                moves: true
                parameters: { angle_deg: { min: -180, max: 180 } }
                time-limit-s: 60
                steps:
                  - { on: ros, publish: /cmd_vel, for-s: 60, rate-hz: 100, fields: { turn: 0.5 }, closing: { turn: 0.0 } }
            """;
    private static final Object ZERO = Said.of("turn: 0.0");

    @Test
    void whatever_comes_first_the_last_that_is_sent_is_zero() throws Exception {
        Random random = new Random(7);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        RobotFile file = RobotFileReader.of("robot.yaml", FILE).file();
        try {
            for (int i = 0; i < ROUNDS; i++) {
                ScriptedBus bus = new ScriptedBus();
                MappedRobot robot = MappedRobot.open(file, Map.of("ros", bus), Pace.ofMachine());
                String id = "turn-" + i;
                boolean stops = random.nextBoolean();
                boolean cancels = random.nextInt(4) == 0;
                CyclicBarrier together = new CyclicBarrier(3);
                CompletableFuture<Outcome> outcome = new CompletableFuture<>();
                Future<?> turn = threads.submit(() -> {
                    together.await();
                    robot.perform(new Command(id, new Action.Rotate(90), Duration.ofMinutes(1)), done -> {})
                            .thenAccept(outcome::complete);
                    return true;
                });
                Future<?> flapping = threads.submit(() -> {
                    together.await();
                    bus.link(false);
                    bus.link(true);
                    return true;
                });
                Future<?> ending = threads.submit(() -> {
                    together.await();
                    if (stops) {
                        robot.stop();
                    } else if (cancels) {
                        robot.cancel(id);
                    }
                    return true;
                });
                flapping.get(20, TimeUnit.SECONDS);
                ending.get(20, TimeUnit.SECONDS);
                turn.get(20, TimeUnit.SECONDS);
                if (stops) {
                    assertThat(outcome)
                            .as("a stop ends it, or it does not begin")
                            .isDone();
                }
                robot.stop();
                assertThat(outcome).isDone();
                List<ScriptedBus.Sent> sent = bus.sent();
                if (!sent.isEmpty()) {
                    assertThat(sent.get(sent.size() - 1).message()).isEqualTo(ZERO);
                }
                robot.close();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
