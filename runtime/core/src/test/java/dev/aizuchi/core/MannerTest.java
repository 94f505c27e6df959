package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpokenSound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MannerTest {
    private static final int RATE = 24_000;
    private static final double PITCH = 180;

    @Test
    void leaves_the_sound_alone_as_a_rule() {
        AudioStream sound = AudioStream.of(tone(3_000));
        assertThat(Manner.USUAL.of(new SpokenSound(SpeakingStyle.NORMAL, sound)))
                .isSameAs(sound);
    }

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "FAST", "SLOW_CLEAR", "SOFT"})
    void does_not_do_again_what_the_voice_has_done(SpeakingStyle style) {
        AudioStream sound = AudioStream.of(tone(3_000));
        assertThat(new Manner(style, 1).of(new SpokenSound(style, sound))).isSameAs(sound);
    }

    @Test
    void says_softly_what_a_voice_cannot() {
        assertThat(loudest(spoken(SpeakingStyle.SOFT, 1, tone(10_000)).samples()))
                .isCloseTo(5_000, within(2));
    }

    @ParameterizedTest
    @CsvSource({"SLOW_CLEAR, 0.8", "FAST, 1.2"})
    void changes_the_length_and_keeps_the_pitch_without_clicks(SpeakingStyle style, double speed) {
        short[] before = tone(10_000).samples();
        short[] after = spoken(style, 1, tone(10_000)).samples();
        assertThat(after.length).isEqualTo((int) (before.length / speed));
        assertThat(pitch(after)).isCloseTo(PITCH, within(2.0));
        assertThat(steepest(after)).isLessThan((int) (steepest(before) * 1.2));
        assertThat(loudest(after)).isCloseTo(10_000, within(300));
    }

    @Test
    void doubles_what_is_soft_and_bends_what_is_loud_without_cutting_it_off() {
        assertThat(loudest(spoken(SpeakingStyle.NORMAL, 2, tone(5_000)).samples()))
                .isCloseTo(10_000, within(2));
        short[] loud = spoken(SpeakingStyle.NORMAL, 2, tone(30_000)).samples();
        assertThat(loudest(loud)).isBetween(30_000, 32_767);
        assertThat(pitch(loud)).isCloseTo(PITCH, within(2.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 721})
    void takes_the_shortest_sounds(int length) {
        AudioClip slower = spoken(SpeakingStyle.SLOW_CLEAR, 2, new AudioClip(new short[length], RATE));
        assertThat(slower.samples()).hasSize((int) (length / 0.8));
    }

    /** Let a voice that has no styles say it. */
    private static AudioClip spoken(SpeakingStyle style, double gain, AudioClip clip) {
        return new Manner(style, gain)
                .of(new SpokenSound(SpeakingStyle.NORMAL, AudioStream.of(clip)))
                .rest();
    }

    private static AudioClip tone(int loudness) {
        short[] samples = new short[RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(loudness * Math.sin(2 * Math.PI * PITCH * i / RATE));
        }
        return new AudioClip(samples, RATE);
    }

    private static double pitch(short[] samples) {
        int risen = 0;
        for (int i = 1; i < samples.length; i++) {
            risen += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        return risen * (double) RATE / samples.length;
    }

    private static int steepest(short[] samples) {
        int steepest = 0;
        for (int i = 1; i < samples.length; i++) {
            steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
        }
        return steepest;
    }

    private static int loudest(short[] samples) {
        int loudest = 0;
        for (short sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }
}
