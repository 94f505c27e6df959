package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PauseAheadTest {
    private static final int HELD = PauseAhead.FRAMES;

    private final PauseAhead pause = new PauseAhead();
    private int next;

    /** A ramp, so that each sample tells where it is from. */
    private AudioFrame frame() {
        short[] samples = new short[AudioFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) next++;
        }
        return AudioFrame.copyOf(samples, 0);
    }

    private static short[] samples(byte[] sound) {
        ShortBuffer buffer =
                ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        short[] samples = new short[buffer.remaining()];
        buffer.get(samples);
        return samples;
    }

    private void hears(int frames) {
        for (int i = 0; i < frames; i++) {
            assertThat(pause.holds(frame())).as("frame %d", i).isFalse();
        }
    }

    private void holds(int frames) {
        for (int i = 0; i < frames; i++) {
            assertThat(pause.holds(frame())).as("frame %d", i).isTrue();
        }
    }

    @Test
    void repeats_the_last_sound_backwards_and_forwards_so_that_no_step_is_heard() {
        hears(20);
        short[] samples = samples(pause.begin());
        assertThat(samples).hasSize(HELD * AudioFrame.SAMPLES);
        assertThat(samples[0]).isEqualTo((short) (next - 1));
        for (int i = 1; i < samples.length; i++) {
            assertThat(Math.abs(samples[i] - samples[i - 1])).isLessThanOrEqualTo(1);
        }
        Arrays.sort(samples);
        assertThat(samples[0]).as("60 ms back").isEqualTo((short) (next - 960));
    }

    @Test
    void leaves_out_as_much_of_the_pause_as_it_has_given_and_then_goes_on() {
        hears(10);
        pause.begin();
        holds(HELD);
        hears(10);
    }

    @Test
    void gives_the_sound_anew_when_the_voice_goes_on_sooner() {
        hears(10);
        pause.begin();
        holds(HELD - 3);
        short[] anew = samples(pause.end());
        assertThat(anew).hasSize((10 + HELD - 3) * AudioFrame.SAMPLES);
        for (int i = 0; i < anew.length; i++) {
            assertThat(anew[i]).isEqualTo((short) i);
        }
        hears(10);
    }

    @Test
    void gives_nothing_anew_when_the_pause_was_as_long_as_what_was_added() {
        hears(10);
        pause.begin();
        holds(HELD);
        hears(1);
        assertThat(pause.end()).isEmpty();
    }

    @Test
    void gives_nothing_twice_and_nothing_before_there_was_sound() {
        hears(2);
        assertThat(pause.begin()).isEmpty();
        hears(10);
        assertThat(pause.begin()).isNotEmpty();
        assertThat(pause.begin()).isEmpty();
    }

    @Test
    void does_not_hurry_who_talks_long_until_there_is_another_utterance() {
        hears(PauseAhead.LONGEST + 1);
        assertThat(pause.begin()).isEmpty();
        pause.forget();
        hears(10);
        assertThat(pause.begin()).isNotEmpty();
    }
}
