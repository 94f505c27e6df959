package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how many orders a second are written down, acknowledged, carried out and told as done; for BENCHMARKS.md.
 *
 * <p>Over the embedded broker, or with {@code -Daizuchi.bench.broker=tcp://…} over another.
 */
@EnabledIfSystemProperty(named = "aizuchi.bench", matches = "true")
class LinkThroughputTest {
    private static final int OPEN = Integer.getInteger("aizuchi.bench.open", 256);
    private static final int ORDERS = 20_000;
    private static final int ROUNDS = 5;

    private final AtomicInteger done = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void measures_orders_a_second() throws Exception {
        FakeRobot real = new FakeRobot();
        try (TestBroker broker = TestBroker.measured()) {
            MqttSettings settings = Timing.wide(Timing.calm(broker.uri(), "throughput"), folder.resolve("ledger"));
            try (MqttRobotServer server = MqttRobotServer.start(settings, real);
                    MqttRobot robot = MqttRobot.open(settings)) {
                Thread hand = new Thread(() -> carryOut(real), "hand");
                hand.setDaemon(true);
                hand.start();
                for (int round = 0; round < ROUNDS; round++) {
                    measure(robot, round);
                }
                hand.interrupt();
                assertThat(server.rejected()).isZero();
                assertThat(done).hasValue(ROUNDS * ORDERS);
            }
        }
    }

    private void measure(MqttRobot robot, int round) throws InterruptedException {
        Semaphore room = new Semaphore(OPEN);
        Action light = new Action.Light(new Place("食堂"), true);
        long start = System.nanoTime();
        for (int i = 0; i < ORDERS; i++) {
            assertThat(room.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
            robot.perform(new Command(round + "-" + i, light, Duration.ofMinutes(1)), part -> {})
                    .thenAccept(outcome -> {
                        if (outcome instanceof Completed) {
                            done.incrementAndGet();
                        }
                        room.release();
                    });
        }
        assertThat(room.tryAcquire(OPEN, 1, TimeUnit.MINUTES)).isTrue();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "| round %d | %d orders | %.0f a second |%n", round, ORDERS, ORDERS / seconds);
    }

    private static void carryOut(FakeRobot real) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                real.end(real.performed.take().id(), new Completed());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
