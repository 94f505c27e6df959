package dev.aizuchi.testkit.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.testkit.noise.NoiseMeasurement.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircumstanceTest {
    private static final int SECOND = 16_000;

    @ParameterizedTest
    @EnumSource(names = "CLEAN", mode = EnumSource.Mode.EXCLUDE)
    void speech_stands_out_by_as_much_as_was_asked_for(Background kind) {
        AudioClip speech = tone(2 * SECOND, 3000);
        AudioClip mixed = new Circumstance(kind, 10)
                .mix(speech, List.of(tone(SECOND, 2000).samples()), new Random(1));
        assertThat(20
                        * Math.log10(loudness(speech.samples(), new short[2 * SECOND])
                                / loudness(mixed.samples(), speech.samples())))
                .isCloseTo(10, within(1.0));
    }

    @Test
    void a_quiet_room_leaves_speech_as_it_is_and_noise_is_the_same_from_its_seed() {
        AudioClip speech = tone(SECOND, 3000);
        assertThat(Circumstance.QUIET.mix(speech, List.of(), new Random(1)).samples())
                .isEqualTo(speech.samples());
        Circumstance rain = new Circumstance(Background.RAIN, 5);
        assertThat(rain.mix(speech, List.of(), new Random(4)).samples())
                .isEqualTo(rain.mix(speech, List.of(), new Random(4)).samples())
                .isNotEqualTo(rain.mix(speech, List.of(), new Random(5)).samples());
    }

    @Test
    void an_echo_goes_on_after_the_sound_and_is_as_loud_as_it() {
        short[] click = new short[SECOND];
        click[0] = 20_000;
        short[] heard = new Room(0.5, 0.5)
                .echo(new AudioClip(click, SECOND), new Random(1))
                .samples();
        double tail = 0;
        for (int i = 100; i < SECOND; i++) {
            tail += (double) heard[i] * heard[i];
        }
        assertThat(tail / ((double) heard[0] * heard[0])).isCloseTo(1, within(0.1));
        assertThat(new Room(0, 0.5)
                        .echo(new AudioClip(click, SECOND), new Random(1))
                        .samples())
                .isEqualTo(click);
    }

    @Test
    void what_is_wrong_is_named() {
        assertThatThrownBy(() -> Background.named("wind")).hasMessageContaining("pink, babble");
        assertThatThrownBy(() -> new Circumstance(Background.PINK, 5)
                        .mix(new AudioClip(new short[8], 48_000), List.of(), new Random(1)))
                .hasMessageContaining("48000 Hz");
        assertThatThrownBy(() -> new Room(3, 0)).hasMessageContaining("0 to 2 s");
    }

    @Test
    void each_utterance_is_heard_once_in_each_circumstance_and_nothing_heard_is_kept_as_nothing() {
        List<Utterance> said = List.of(new Utterance("はい", tone(SECOND, 900)), new Utterance("いいえ", tone(320, 1)));
        List<HeardSentence> heard = new NoiseMeasurement(new LoudnessRecognizer(), said)
                .hear(List.of(Circumstance.QUIET, new Circumstance(Background.PINK, 0)), 1, sentence -> {});
        assertThat(heard).hasSize(4);
        assertThat(heard.get(0)).isEqualTo(new HeardSentence(Circumstance.QUIET, "はい", "はい", 0.9));
        assertThat(heard.get(1).heard()).isEmpty();
    }

    /** Hears はい in any loud sound. */
    private static final class LoudnessRecognizer implements SpeechRecognizer {
        @Override
        public Session open(List<String> phrases) {
            return new Session() {
                private boolean loud;

                @Override
                public Optional<String> accept(AudioFrame frame) {
                    for (int i = 0; i < AudioFrame.SAMPLES; i++) {
                        loud |= Math.abs(frame.sample(i)) > 500;
                    }
                    return Optional.empty();
                }

                @Override
                public Optional<Recognition> finish() {
                    return loud
                            ? Optional.of(new Recognition(List.of(new Recognition.Hypothesis("はい", 0.9, List.of()))))
                            : Optional.empty();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }

    private static AudioClip tone(int length, int size) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (size * Math.sin(i * 0.3));
        }
        return new AudioClip(samples, SECOND);
    }

    private static double loudness(short[] samples, short[] without) {
        double sum = 0;
        for (int i = 0; i < samples.length; i++) {
            double sample = samples[i] - without[i];
            sum += sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }
}
