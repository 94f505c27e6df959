package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotViewTest {
    private static final Duration TICK = Duration.ofMillis(50);

    private Instant now = Instant.parse("2026-04-01T09:00:00Z");
    private final RobotView view = new RobotView(() -> now);

    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:03Z", "2026-04-01T08:59:00Z", "2026-04-01T09:05:00Z", "2099-01-01T00:00:00Z"})
    void a_state_is_dated_by_its_receipt_whatever_the_robots_clock_shows(String robotsClock) {
        Instant measured = Instant.parse(robotsClock);
        for (int i = 0; i < 3; i++) {
            view.told(state(measured, 0.5));
            assertThat(view.state().at()).isEqualTo(now);
            assertThat(view.measuredAt()).isEqualTo(measured);
            now = now.plus(TICK);
            measured = measured.plus(TICK);
        }
    }

    @Test
    void a_robots_clock_that_is_set_back_makes_nothing_stale() {
        view.told(state(now, 0.5));
        now = now.plus(TICK);
        view.told(state(now.minus(Duration.ofDays(1)), 0.5));
        assertThat(view.state().at()).isEqualTo(now);
    }

    @Test
    void a_state_that_stops_coming_grows_old() {
        view.told(state(now, 0.5));
        Instant receipt = now;
        now = now.plus(Duration.ofSeconds(5));
        assertThat(view.state().at()).isEqualTo(receipt);
    }

    @Test
    void a_state_that_is_repeated_without_a_new_measurement_grows_old_too() {
        Instant hung = now.minus(Duration.ofHours(1));
        view.told(state(hung, 0.5));
        Instant receipt = now;
        now = now.plus(Duration.ofSeconds(5));
        view.told(state(hung, 0.4));
        assertThat(view.state().at()).isEqualTo(receipt);
        assertThat(view.state().battery()).isEqualTo(0.4);
        view.told(state(hung.plus(TICK), 0.4));
        assertThat(view.state().at()).isEqualTo(now);
    }

    private static RobotState state(Instant at, double battery) {
        return new RobotState(at, 1, 2, 90, 0, battery, false, false, "食堂");
    }
}
