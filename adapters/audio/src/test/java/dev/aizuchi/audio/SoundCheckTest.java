package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.speech.AudioFrame;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundCheckTest {
    private static final int THREE_SECONDS = 48_000;

    @Test
    void measures_level_peak_and_noise() {
        float[] sound = Sound.whiteNoise(THREE_SECONDS, 0.001);
        System.arraycopy(Sound.tone(300, 16_000, 16_000, 0.25), 0, sound, 16_000, 16_000);

        SoundReport report = check(sound);

        assertThat(report.length()).hasSeconds(3);
        assertThat(report.peakDb()).isCloseTo(-12, within(0.1));
        assertThat(report.levelDb()).isCloseTo(-19.8, within(0.1));
        assertThat(report.noiseDb()).isCloseTo(-60, within(1.5));
        assertThat(report.troubles()).isEmpty();
    }

    @Test
    void a_tone_that_is_cut_off_at_full_scale_is_clipping() {
        assertThat(check(Sound.tone(300, 16_000, THREE_SECONDS, 1.5)).troubles())
                .anyMatch(trouble -> trouble.contains("lower the gain"));
        assertThat(check(Sound.tone(300, 16_000, THREE_SECONDS, 0.9)).clipped()).isZero();
    }

    @Test
    void silence_and_a_constant_are_dead() {
        assertThat(check(new float[THREE_SECONDS]).troubles())
                .containsExactly("it gives only silence: is it muted, or the wrong device?");
        assertThat(check(new float[THREE_SECONDS]).peakDb()).isEqualTo(-100);
        float[] constant = new float[THREE_SECONDS];
        Arrays.fill(constant, 0.3f);
        assertThat(check(constant).dead()).isTrue();
        assertThat(check(Sound.whiteNoise(THREE_SECONDS, 0.0003)).dead()).isFalse();
    }

    @Test
    void a_mean_that_is_not_zero_is_off_centre() {
        float[] sound = Sound.whiteNoise(THREE_SECONDS, 0.01);
        for (int i = 0; i < sound.length; i++) {
            sound[i] -= 0.05f;
        }

        SoundReport report = check(sound);

        assertThat(report.offset()).isCloseTo(-0.05, within(0.001));
        assertThat(report.troubles()).anyMatch(trouble -> trouble.contains("off centre"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 60, 49.9, 60.1})
    void hum_of_either_mains_is_named(double hertz) {
        float[] sound = Sound.whiteNoise(THREE_SECONDS, 0.001);
        float[] hum = Sound.tone(hertz, 16_000, THREE_SECONDS, 0.01);
        for (int i = 0; i < sound.length; i++) {
            sound[i] += hum[i];
        }

        SoundReport report = check(sound);

        assertThat(report.mains()).isEqualTo((int) Math.round(hertz / 10) * 10);
        assertThat(report.humDb()).isCloseTo(-43, within(1.0));
        assertThat(report.troubles())
                .containsExactly(
                        "it hums at " + report.mains() + " Hz: look at its cable, its earth and its power supply");
    }

    @Test
    void a_voice_that_glides_through_the_mains_is_no_hum() {
        float[] sound = Sound.whiteNoise(THREE_SECONDS, 0.001);
        double phase = 0;
        for (int i = 0; i < sound.length; i++) {
            phase += 2 * Math.PI * (150 + 60 * Math.sin(2 * Math.PI * i / 16_000.0 * 0.7)) / 16_000;
            sound[i] += (float) (0.1 * Math.sin(phase));
        }

        assertThat(check(sound).troubles()).noneMatch(trouble -> trouble.contains("hums"));
    }

    @Test
    void has_nothing_to_report_before_the_first_frame() {
        assertThatThrownBy(() -> new SoundCheck().report()).isInstanceOf(IllegalStateException.class);
    }

    private static SoundReport check(float[] sound) {
        SoundCheck check = new SoundCheck();
        short[] samples = Sound.toShorts(sound);
        for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
            check.accept(AudioFrame.copyOf(samples, at));
        }
        return check.report();
    }
}
