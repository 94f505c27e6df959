package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RealTimeTest {
    private final World world = new World(FloorPlan.care(), Trial.START, 1);
    private long nanos = 5_000;

    @Test
    void no_drift_adds_up() {
        RealTime realTime = new RealTime(world, 1.5, () -> nanos);
        for (int i = 0; i < 10_000; i++) {
            nanos += 7_300_001;
            realTime.catchUp();
        }
        assertThat(simulated()).isBetween(Duration.ofMillis(109_480), Duration.ofMillis(109_501));
    }

    @Test
    void catches_up_after_a_pause_but_not_after_a_sleep() {
        RealTime realTime = new RealTime(world, 1, () -> nanos);
        nanos += Duration.ofSeconds(1).toNanos();
        for (int i = 0; i < 1000; i++) {
            realTime.catchUp();
        }
        assertThat(simulated()).isEqualTo(Duration.ofSeconds(1));
        nanos += Duration.ofHours(1).toNanos();
        for (int i = 0; i < 1000; i++) {
            realTime.catchUp();
        }
        assertThat(simulated()).isEqualTo(Duration.ofSeconds(1));
        nanos += Duration.ofMillis(40).toNanos();
        realTime.catchUp();
        realTime.catchUp();
        assertThat(simulated()).isEqualTo(Duration.ofMillis(1040));
    }

    @Test
    void steps_the_world_on_its_own_thread_until_closed() throws Exception {
        CompletableFuture<Outcome> drive;
        try (RealTime running = RealTime.run(world, 200)) {
            assertThat(running).isNotNull();
            drive = world.robot()
                    .perform(new Command("a", new Action.Navigate(new Place("廊下")), Duration.ofMinutes(2)), done -> {})
                    .toCompletableFuture();
            assertThat(drive.get(30, TimeUnit.SECONDS)).isEqualTo(new Outcome.Completed());
        }
        Duration closedAt = simulated();
        assertThat(closedAt).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void refuses_a_speed_that_makes_no_sense() {
        assertThatIllegalArgumentException().isThrownBy(() -> RealTime.run(world, 0));
    }

    private Duration simulated() {
        return Duration.between(Trial.START, world.clock().instant());
    }
}
