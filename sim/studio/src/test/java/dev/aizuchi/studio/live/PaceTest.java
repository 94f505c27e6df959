package dev.aizuchi.studio.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-04-01T01:00:00Z");
    private final World world = new World(FloorPlan.care(), START, 1);
    private final AtomicLong nanos = new AtomicLong(7);
    private final Pace pace = new Pace(world, nanos::get);

    @Test
    void a_floor_that_nobody_lets_run_stands_still() {
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThat(pace.instant()).isEqualTo(START);
        assertThat(pace.speed()).isZero();
    }

    @Test
    void it_follows_a_floor_that_was_stepped() {
        world.step(Duration.ofSeconds(3));

        assertThat(pace.instant()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void it_never_runs_backwards_nor_ahead_of_the_next_tick_however_the_floor_is_held_up() {
        try (Pace running = Pace.of(world, 50)) {
            Instant before = running.instant();
            Instant end = START.plusSeconds(20);
            while (before.isBefore(end)) {
                Instant lowest = world.clock().instant();
                Instant now = running.instant();
                Instant highest = world.clock().instant().plus(World.TICK);
                assertThat(now).isBetween(before, highest).isAfterOrEqualTo(lowest);
                before = now;
            }
        }
    }

    @Test
    void a_pace_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> pace.set(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pace.set(2_000)).hasMessageContaining("1000");
        assertThat(pace.speed()).isZero();
    }

    @Test
    void a_floor_goes_on_as_it_did_when_a_wrong_pace_is_asked_for() {
        try (Pace running = Pace.of(world, 4)) {
            assertThatThrownBy(() -> running.set(-1)).hasMessage("speed must be from 0 to 1000, but is -1.0");
            assertThatThrownBy(() -> running.set(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
            assertThat(running.speed()).isEqualTo(4);
        }
    }
}
