package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioClip;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final AudioClip CLIP = new AudioClip(Sound.toShorts(Sound.tone(500, 16_000, 800, 0.5)), 16_000);

    private final FakeClock clock = new FakeClock();

    @Test
    void a_clip_lies_between_its_silences() {
        short[] heard = Sound.readAll(new ClipSource(CLIP, Duration.ofMillis(100), Duration.ofMillis(60)));

        // 5 frames, then 800 samples filled up to 3 frames, then 3 frames.
        assertThat(heard).hasSize((5 + 3 + 3) * 320);
        assertThat(heard[1_599]).isZero();
        assertThat(heard[1_600 + 8]).isGreaterThan((short) 16_000);
        assertThat(heard[1_600 + 800]).isZero();
    }

    @Test
    void a_clip_of_another_rate_is_resampled() {
        assertThat(Sound.readAll(new ClipSource(new AudioClip(new short[24_000], 24_000))))
                .hasSize(16_000);
    }

    @Test
    void a_silence_cannot_be_negative() {
        assertThatThrownBy(() -> new ClipSource(CLIP, Duration.ofMillis(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_paced_source_delivers_each_frame_when_it_has_been_spoken() {
        PacedSource paced = new PacedSource(new ClipSource(CLIP), clock);
        clock.advanceMillis(5_000);

        assertThat(paced.read()).isPresent();
        assertThat(clock.millis()).isEqualTo(5_020);
        assertThat(paced.read()).isPresent();
        assertThat(clock.millis()).isEqualTo(5_040);
    }

    @Test
    void a_paced_source_does_not_drift_when_waits_are_long() {
        PacedSource paced =
                new PacedSource(new ClipSource(CLIP, Duration.ofSeconds(60), Duration.ZERO), new MonotonicClock() {
                    @Override
                    public long nanos() {
                        return clock.nanos();
                    }

                    @Override
                    public boolean waitUntil(long nanos) {
                        // A kernel that wakes the thread up to a millisecond late.
                        return clock.waitUntil(nanos + nanos % 1_000_000 + 700_000);
                    }
                });
        for (int i = 0; i < 3_000; i++) {
            paced.read();
        }

        assertThat(clock.millis()).isBetween(60_000L, 60_001L);
    }

    @Test
    void a_paced_source_lets_a_late_reader_catch_up() {
        PacedSource paced = new PacedSource(new ClipSource(CLIP, Duration.ofSeconds(1), Duration.ZERO), clock);
        paced.read();
        clock.advanceMillis(200);

        paced.read();

        assertThat(clock.millis()).isEqualTo(220);
    }

    @Test
    void a_paced_source_ends_with_its_source_at_once() {
        PacedSource paced = new PacedSource(new ClipSource(new AudioClip(new short[0], 16_000)), clock);

        assertThat(paced.read()).isEmpty();
        assertThat(clock.millis()).isZero();
    }

    @Test
    void a_paced_source_ends_when_its_thread_is_interrupted() {
        PacedSource paced = new PacedSource(new ClipSource(CLIP), MonotonicClock.system());
        Thread.currentThread().interrupt();

        assertThat(paced.read()).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void the_clock_of_the_machine_waits_at_least_as_long_as_told() {
        MonotonicClock system = MonotonicClock.system();
        long until = system.nanos() + 3_000_000;

        assertThat(system.waitUntil(until)).isTrue();
        assertThat(system.nanos()).isGreaterThanOrEqualTo(until);
    }
}
