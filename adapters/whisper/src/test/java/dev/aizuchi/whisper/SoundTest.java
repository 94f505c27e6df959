package dev.aizuchi.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.speech.AudioFrame;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundTest {
    private static final int SECOND = AudioFrame.SAMPLE_RATE;

    @Test
    void keeps_samples_between_minus_one_and_one() {
        Sound sound = new Sound();
        short[] samples = new short[AudioFrame.SAMPLES];
        samples[0] = Short.MIN_VALUE;
        samples[1] = 16_384;
        sound.add(AudioFrame.copyOf(samples, 0));
        assertThat(sound.copy()).hasSize(AudioFrame.SAMPLES).startsWith(-1f, 0.5f, 0f);
    }

    @Test
    void keeps_the_newest_of_a_long_sound_and_never_more_than_a_minute() {
        Sound sound = new Sound();
        for (int frame = 0; frame < 200 * 50; frame++) {
            sound.add(loud(frame == 200 * 50 - 1 ? 1_000 : 1));
        }
        float[] kept = sound.copy();
        assertThat(kept.length).isBetween(45 * SECOND, 60 * SECOND);
        assertThat(kept[kept.length - 1]).isEqualTo(1_000 / 32_768f);
        sound.clear();
        assertThat(sound.copy()).isEmpty();
    }

    @Test
    void measures_the_loudest_tenth_of_a_second() {
        float[] samples = new float[SECOND];
        assertThat(Sound.loudestDb(samples)).isEqualTo(-100);
        assertThat(Sound.loudestDb(new float[0])).isEqualTo(-100);
        Arrays.fill(samples, SECOND / 2, SECOND / 2 + SECOND / 10, 0.1f);
        assertThat(Sound.loudestDb(samples)).isCloseTo(-20, within(0.1));
    }

    @Test
    void cuts_a_long_sound_where_it_is_quietest_and_loses_nothing() {
        float[] samples = new float[25 * SECOND];
        Arrays.fill(samples, 0.1f);
        Arrays.fill(samples, 8 * SECOND, 8 * SECOND + SECOND / 2, 0);
        List<float[]> parts = Sound.parts(samples, 10 * SECOND);
        assertThat(parts.get(0).length).isBetween(8 * SECOND, 8 * SECOND + SECOND / 2);
        assertThat(parts).allSatisfy(part -> assertThat(part.length).isBetween(1, 10 * SECOND));
        assertThat(parts.stream().mapToInt(part -> part.length).sum()).isEqualTo(samples.length);
    }

    private static AudioFrame loud(int level) {
        short[] samples = new short[AudioFrame.SAMPLES];
        Arrays.fill(samples, (short) level);
        return AudioFrame.copyOf(samples, 0);
    }
}
