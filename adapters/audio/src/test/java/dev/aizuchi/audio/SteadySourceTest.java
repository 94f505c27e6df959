package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A microphone that is pulled out, plugged in again, and muted. */
class SteadySourceTest {
    private static final AudioFrame SOUND = frame(1_000);

    private final FakeClock clock = new FakeClock();
    private final List<String> told = new ArrayList<>();

    @Test
    void a_device_that_was_lost_is_opened_again_and_told_of_once_each_way() {
        FakeSource first = new FakeSource(2);
        Deque<Supplier<AudioSource>> openings = new ArrayDeque<>(List.of(
                () -> first,
                () -> {
                    throw new AdapterException("still unplugged");
                },
                () -> {
                    throw new AudioException("still unplugged");
                },
                () -> new FakeSource(3)));
        SteadySource source = new SteadySource(() -> openings.remove().get(), clock, told::add);

        read(source, 2);
        assertThat(told).isEmpty();
        read(source, 1);
        assertThat(told).containsExactly("pulled out; it is looked for every two seconds");
        assertThat(first.closed).isTrue();
        assertThat(clock.millis()).isZero();
        // What was being said is ended by silence, at once; then it waits for the device.
        read(source, 99);
        assertThat(clock.millis()).isZero();
        assertThat(source.read().orElseThrow().levelDb()).isEqualTo(SOUND.levelDb());
        assertThat(clock.millis()).isEqualTo(6_000);
        assertThat(told).containsExactly("pulled out; it is looked for every two seconds", "the microphone is back");
    }

    @Test
    void a_device_that_is_not_there_at_the_start_is_told_of_and_awaited() {
        Deque<Supplier<AudioSource>> openings = new ArrayDeque<>(List.of(
                () -> {
                    throw new AdapterException("no microphone", new AudioException("no microphone"));
                },
                () -> {
                    throw new AudioException("no microphone");
                },
                () -> new FakeSource(3)));
        SteadySource source = new SteadySource(() -> openings.remove().get(), clock, told::add);

        assertThat(told).containsExactly("no microphone; it is looked for every two seconds");
        assertThat(source.isLost()).isTrue();
        assertThat(source.read().orElseThrow().levelDb()).isEqualTo(SOUND.levelDb());
        assertThat(clock.millis()).isEqualTo(4_000);
        assertThat(source.isLost()).isFalse();
        assertThat(told).hasSize(2).last().isEqualTo("the microphone is back");
    }

    @Test
    void what_is_wrong_and_no_device_is_an_error_at_the_start() {
        assertThatThrownBy(() -> new SteadySource(
                        () -> {
                            throw new AdapterException("no such file");
                        },
                        clock,
                        told::add))
                .isInstanceOf(AdapterException.class);
    }

    @Test
    void ends_when_it_is_closed_while_the_device_is_lost() {
        SteadySource source = new SteadySource(() -> new FakeSource(0), clock, told::add);
        read(source, 100);
        clock.whileWaiting(source::close);

        assertThat(source.read()).isEmpty();
    }

    @Test
    void a_microphone_that_gives_only_silence_is_told_of_once_each_way() {
        List<AudioFrame> frames = new ArrayList<>();
        frames.add(SOUND);
        for (int i = 0; i < 2_000; i++) {
            frames.add(AudioFrame.silence());
        }
        frames.add(SOUND);
        frames.add(SOUND);
        WatchedSource watched = new WatchedSource(new FakeSource(frames), Duration.ofSeconds(10), told::add);

        read(watched, 500);
        assertThat(told).isEmpty();
        read(watched, 2);
        assertThat(told).singleElement().asString().contains("only silence: is it muted");
        read(watched, 1_501);
        assertThat(told).hasSize(2).last().isEqualTo("the microphone gives sound again");
    }

    @Test
    void a_microphone_stuck_at_a_constant_is_silent_as_well_but_a_quiet_room_is_not() {
        List<AudioFrame> stuck = new ArrayList<>();
        List<AudioFrame> quiet = new ArrayList<>();
        short[] noise = Sound.toShorts(Sound.whiteNoise(320 * 200, 0.0002));
        for (int i = 0; i < 200; i++) {
            short[] constant = new short[320];
            Arrays.fill(constant, (short) -7_000);
            stuck.add(AudioFrame.copyOf(constant, 0));
            quiet.add(AudioFrame.copyOf(noise, 320 * i));
        }
        read(new WatchedSource(new FakeSource(quiet), Duration.ofSeconds(2), told::add), 200);
        assertThat(told).isEmpty();
        read(new WatchedSource(new FakeSource(stuck), Duration.ofSeconds(2), told::add), 200);
        assertThat(told).hasSize(1);
    }

    private static void read(AudioSource source, int frames) {
        for (int i = 0; i < frames; i++) {
            assertThat(source.read()).isPresent();
        }
    }

    private static AudioFrame frame(int amplitude) {
        return AudioFrame.copyOf(Sound.toShorts(Sound.tone(500, 16_000, 320, amplitude / 32_768.0)), 0);
    }

    /** Gives its frames and is then pulled out. */
    private static final class FakeSource implements AudioSource {
        private final Deque<AudioFrame> frames;
        private boolean closed;

        FakeSource(int frames) {
            this(java.util.Collections.nCopies(frames, SOUND));
        }

        FakeSource(List<AudioFrame> frames) {
            this.frames = new ArrayDeque<>(frames);
        }

        @Override
        public Optional<AudioFrame> read() {
            if (frames.isEmpty()) {
                throw new AudioException("pulled out");
            }
            return Optional.of(frames.remove());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
