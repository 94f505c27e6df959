package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyVoiceDetectorTest {
    private static final int SECOND = 50;

    private final EnergyVoiceDetector detector = new EnergyVoiceDetector();

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.001, 0.01, 0.1, 0.3})
    void steady_white_noise_is_no_voice_after_three_seconds(double rms) {
        List<Double> judged = judge(Sound.whiteNoise(320 * 10 * SECOND, rms));

        assertThat(judged.subList(3 * SECOND, 10 * SECOND)).allMatch(p -> p < 0.1);
    }

    @Test
    void hum_is_no_voice_after_three_seconds_and_a_click_lasts_no_three_frames() {
        float[] hum = Sound.tone(50, 16_000, 320 * 6 * SECOND, 0.05);
        assertThat(judge(hum).subList(3 * SECOND, 6 * SECOND)).allMatch(p -> p < 0.35);

        detector.reset();
        float[] click = Sound.whiteNoise(320 * SECOND, 0.0005);
        for (int i = 8_000; i < 8_320; i++) {
            click[i] += i % 2 == 0 ? 0.5f : -0.5f;
        }
        assertThat(judge(click).stream().filter(p -> p >= 0.5).count()).isLessThan(3);
    }

    @Test
    void silence_is_no_voice() {
        assertThat(judge(new float[320 * SECOND])).allMatch(p -> p < 0.01);
    }

    @Test
    void syllables_from_the_first_frame_are_a_voice() {
        List<Double> judged = judge(syllables(3 * SECOND, 0.1, 0));

        assertThat(judged.get(2)).isGreaterThan(0.9);
        assertThat(judged.stream().filter(p -> p > 0.9).count()).isGreaterThan(judged.size() * 6L / 10);
    }

    @Test
    void syllables_above_a_noise_are_a_voice_and_the_noise_is_not() {
        judge(Sound.whiteNoise(320 * 4 * SECOND, 0.01));

        List<Double> speech = judge(syllables(10 * SECOND, 0.2, 0.01));
        List<Double> after = judge(Sound.whiteNoise(320 * SECOND, 0.01));

        assertThat(speech.stream().filter(p -> p > 0.9).count()).isGreaterThan(speech.size() * 6L / 10);
        assertThat(after).allMatch(p -> p < 0.1);
    }

    @Test
    void a_room_that_becomes_quieter_is_noted_at_once() {
        judge(Sound.whiteNoise(320 * 4 * SECOND, 0.1));
        judge(Sound.whiteNoise(320 * SECOND / 2, 0.001));

        assertThat(judge(syllables(SECOND, 0.05, 0.001)).get(3)).isGreaterThan(0.9);
    }

    @Test
    void begins_anew_when_reset() {
        float[] speech = syllables(SECOND, 0.1, 0);
        List<Double> first = judge(speech);
        judge(Sound.whiteNoise(320 * 4 * SECOND, 0.2));
        detector.reset();

        assertThat(judge(speech)).isEqualTo(first);
    }

    private List<Double> judge(float[] sound) {
        short[] samples = Sound.toShorts(sound);
        List<Double> judged = new ArrayList<>();
        for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
            judged.add(detector.probability(AudioFrame.copyOf(samples, at)));
        }
        return judged;
    }

    /** Bursts of 140 ms, as long as a mora, with closures of 40 ms between them. */
    private static float[] syllables(int frames, double amplitude, double noiseRms) {
        float[] sound = Sound.whiteNoise(frames * AudioFrame.SAMPLES, noiseRms);
        float[] tone = Sound.tone(200, AudioFrame.SAMPLE_RATE, sound.length, amplitude);
        for (int i = 0; i < sound.length; i++) {
            sound[i] += i / AudioFrame.SAMPLES % 9 < 7 ? tone[i] : 0;
        }
        return sound;
    }
}
