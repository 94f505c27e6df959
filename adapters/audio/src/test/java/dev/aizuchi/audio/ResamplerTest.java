package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

    @ParameterizedTest
    @CsvSource({
        "44100, 16000, 1000",
        "48000, 16000, 1000",
        "44100, 16000, 300",
        "44100, 16000, 6500",
        "22050, 16000, 3000",
        "8000, 16000, 1000",
        "16000, 48000, 1000",
        "16000, 44100, 5000",
        "24000, 48000, 7000",
        "96000, 16000, 1000",
        "11025, 16000, 500",
        "47999, 16000, 1000",
    })
    void keeps_a_tone_clean_and_its_loudness(int from, int to, double hertz) {
        float[] out = resample(Sound.tone(hertz, from, from, 0.5), from, to);

        int edge = to / 50;
        assertThat(Sound.toneToNoiseDb(out, edge, to - edge, hertz, to)).isGreaterThan(75);
        assertThat(Sound.levelDb(out, edge, to - edge)).isCloseTo(-9.03, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8_050, 9_000, 11_000, 15_000, 15_900, 16_100, 20_000, 21_900})
    void rejects_what_would_fold_back_into_the_speech_band(double hertz) {
        float[] out = resample(Sound.tone(hertz, 44_100, 44_100, 1.0), 44_100, 16_000);

        assertThat(Sound.levelDb(out, 320, 15_680)).isLessThan(-70);
    }

    @ParameterizedTest
    @CsvSource({"44100, 16000", "48000, 16000", "8000, 16000", "11025, 16000", "16000, 44100", "768000, 16000"})
    void keeps_the_length(int from, int to) {
        assertThat(resample(new float[from * 3], from, to)).hasSize(to * 3);
    }

    @Test
    void does_not_shift_the_sound() {
        float[] click = new float[44_100];
        click[22_050] = 1;

        float[] out = resample(click, 44_100, 16_000);

        int loudest = 0;
        for (int i = 0; i < out.length; i++) {
            loudest = out[i] > out[loudest] ? i : loudest;
        }
        assertThat(loudest).isEqualTo(8_000);
    }

    @Test
    void gives_the_same_however_the_input_is_cut() {
        float[] noise = Sound.whiteNoise(30_000, 0.2);

        float[] whole = Sound.readAll(Resampler.of(Sound.stream(noise, noise.length), 44_100, 16_000));
        float[] cut = Sound.readAll(Resampler.of(Sound.stream(noise, 13), 44_100, 16_000));

        assertThat(cut).containsExactly(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000})
    void keeps_the_voice_band_clean_both_ways(int device) {
        for (double hertz : new double[] {100, 1_000, 3_300}) {
            for (int[] rates : new int[][] {{device, 16_000}, {16_000, device}}) {
                float[] out = resample(Sound.tone(hertz, rates[0], rates[0], 0.5), rates[0], rates[1]);

                int edge = rates[1] / 20;
                assertThat(Sound.toneToNoiseDb(out, edge, rates[1] - edge, hertz, rates[1]))
                        .as("%s Hz from %s to %s", hertz, rates[0], rates[1])
                        .isGreaterThan(75);
            }
        }
    }

    /** Both ways: what lies above half of the lower rate, folded down or mirrored up. */
    @ParameterizedTest
    @CsvSource({
        "22050, 16000, 9000",
        "24000, 16000, 11000",
        "32000, 16000, 15000",
        "48000, 16000, 8100",
        "96000, 16000, 40000",
        "16000, 8000, 4100",
        "16000, 11025, 6000"
    })
    void folds_nothing_back_at_any_rate(int from, int to, double hertz) {
        float[] out = resample(Sound.tone(hertz, from, from, 1.0), from, to);

        assertThat(Sound.levelDb(out, to / 20, to - to / 20)).isLessThan(-65);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 24_000, 32_000, 48_000, 96_000})
    void gives_the_same_at_any_rate_however_the_input_is_cut(int from) {
        float[] noise = Sound.whiteNoise(from / 4, 0.2);

        float[] whole = Sound.readAll(Resampler.of(Sound.stream(noise, noise.length), from, 16_000));

        for (int atOnce : new int[] {1, 160, 1_001}) {
            assertThat(Sound.readAll(Resampler.of(Sound.stream(noise, atOnce), from, 16_000)))
                    .containsExactly(whole);
        }
    }

    @Test
    void takes_a_sound_that_is_shorter_than_its_kernel() {
        assertThat(resample(new float[] {0.5f}, 44_100, 16_000)).hasSize(1);
        assertThat(resample(new float[0], 44_100, 16_000)).isEmpty();
    }

    @Test
    void leaves_equal_rates_alone() {
        SampleStream stream = Sound.stream(new float[3], 3);

        assertThat(Resampler.of(stream, 16_000, 16_000)).isSameAs(stream);
    }

    @Test
    void stays_steady_at_a_constant_level() {
        float[] level = new float[44_100];
        Arrays.fill(level, 0.5f);

        float[] out = resample(level, 44_100, 16_000);

        for (int i = 320; i < out.length - 320; i++) {
            assertThat(out[i]).isCloseTo(0.5f, within(0.0005f));
        }
    }

    private static float[] resample(float[] samples, int from, int to) {
        return Sound.readAll(Resampler.of(Sound.stream(samples, 1_000), from, to));
    }
}
