package dev.aizuchi.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("webrtc")
class WebrtcEchoCancellerTest {
    private static final int SECONDS = 6;
    /** 40 ms. */
    private static final int DELAY = 640;

    private final short[] played = noise(SECONDS * AudioFrame.SAMPLE_RATE, 5_000);

    @Test
    void what_the_loudspeaker_gave_is_taken_out() {
        try (WebrtcEchoCanceller canceller = WebrtcEchoCanceller.open(true, false)) {
            double before = level(at -> echo(at), null);
            double after = level(at -> echo(at), canceller);
            assertThat(before - after).isGreaterThan(20);
        }
    }

    @Test
    void a_voice_without_echo_stays() {
        short[] voice = noise(SECONDS * AudioFrame.SAMPLE_RATE, 4_000);
        for (int i = 0; i < voice.length; i++) {
            // Syllables, four a second: what is steady is noise.
            voice[i] *= (short) (i / 2_000 % 2);
        }
        try (WebrtcEchoCanceller canceller = WebrtcEchoCanceller.open(false, false)) {
            double before = level(at -> voice[at], null);
            double after = level(at -> at < 0 ? 0 : voice[at], canceller, new short[played.length]);
            assertThat(before - after).isLessThan(3);
        }
    }

    @Test
    void after_it_is_closed_frames_pass_as_they_are() {
        WebrtcEchoCanceller canceller = WebrtcEchoCanceller.open(true, false);
        canceller.close();
        AudioFrame frame = AudioFrame.copyOf(played, 0);
        assertThat(canceller.clean(frame, frame)).isSameAs(frame);
    }

    private int echo(int at) {
        return at < DELAY ? 0 : played[at - DELAY] / 4;
    }

    private double level(IntUnaryOperator microphone, @Nullable WebrtcEchoCanceller canceller) {
        return level(microphone, canceller, played);
    }

    /** Measure the last two seconds in decibels. */
    private static double level(
            IntUnaryOperator microphone, @Nullable WebrtcEchoCanceller canceller, short[] loudspeaker) {
        double power = 0;
        for (int at = 0; at < loudspeaker.length; at += AudioFrame.SAMPLES) {
            short[] heard = new short[AudioFrame.SAMPLES];
            for (int i = 0; i < heard.length; i++) {
                heard[i] = (short) microphone.applyAsInt(at + i);
            }
            AudioFrame frame = AudioFrame.copyOf(heard, 0);
            AudioFrame clean = canceller == null ? frame : canceller.clean(frame, AudioFrame.copyOf(loudspeaker, at));
            if (at >= loudspeaker.length - 2 * AudioFrame.SAMPLE_RATE) {
                for (int i = 0; i < AudioFrame.SAMPLES; i++) {
                    power += (double) clean.sample(i) * clean.sample(i);
                }
            }
        }
        return 10 * Math.log10(power + 1);
    }

    private static short[] noise(int length, int amplitude) {
        SplittableRandom random = new SplittableRandom(3);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) random.nextInt(-amplitude, amplitude);
        }
        return samples;
    }
}
