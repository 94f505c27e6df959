package dev.aizuchi.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioFrame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SileroVoiceDetectorTest {
    private SileroVoiceDetector detector;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        detector = SileroVoiceDetector.open(ShippedModels.silero());
    }

    @AfterEach
    void close() {
        detector.close();
    }

    @Test
    void hears_a_sentence_and_the_silence_around_it() throws IOException {
        List<Double> before = judge(silence(50));
        List<Double> speech = judge(sentence());
        List<Double> after = judge(silence(50));

        assertThat(before).allMatch(p -> p < 0.2);
        assertThat(speech.stream().filter(p -> p > 0.5).count()).isGreaterThan(speech.size() / 2L);
        assertThat(after.subList(20, 50)).allMatch(p -> p < 0.2);
    }

    @Test
    void does_not_take_white_noise_for_a_voice() {
        Random random = new Random(1);
        short[] noise = new short[AudioFrame.SAMPLES * 250];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 3_000);
        }

        List<Double> judged = judge(noise);

        assertThat(judged.subList(50, 250)).allMatch(p -> p < 0.5);
    }

    /** Ten times half a second of sound and half a second of silence each; speech begins after three sure frames. */
    @ParameterizedTest
    @EnumSource
    void does_not_take_the_sounds_of_a_house_for_a_voice(HouseSound sound) {
        Random random = new Random(5);
        short[] samples = new short[10 * AudioFrame.SAMPLE_RATE];
        double low = 0;
        for (int i = 0; i < samples.length; i++) {
            double seconds = i % AudioFrame.SAMPLE_RATE / (double) AudioFrame.SAMPLE_RATE;
            low += 0.1 * (random.nextGaussian() - low);
            samples[i] = (short) (seconds < 0.5 ? 10_000 * sound.at(seconds, low, random.nextGaussian()) : 0);
        }

        int run = 0;
        for (double probability : judge(samples)) {
            run = probability >= 0.5 ? run + 1 : 0;
            assertThat(run).isLessThan(3);
        }
    }

    private enum HouseSound {
        DOOR {
            @Override
            double at(double seconds, double low, double white) {
                return 4 * low * Math.exp(-12 * seconds);
            }
        },
        BREATH {
            @Override
            double at(double seconds, double low, double white) {
                return 0.05 * white * Math.sin(2 * Math.PI * seconds);
            }
        },
        HUM {
            @Override
            double at(double seconds, double low, double white) {
                return 0.3 * Math.sin(100 * Math.PI * seconds) + 0.1 * Math.sin(300 * Math.PI * seconds);
            }
        },
        CHORD {
            @Override
            double at(double seconds, double low, double white) {
                double chord = 0;
                for (double hertz : new double[] {262, 330, 392}) {
                    chord += 0.2 * Math.sin(2 * Math.PI * hertz * seconds);
                }
                return chord * Math.exp(-4 * seconds);
            }
        };

        abstract double at(double seconds, double low, double white);
    }

    @Test
    void begins_anew_when_reset() throws IOException {
        short[] sentence = sentence();
        List<Double> first = judge(sentence);
        detector.reset();

        assertThat(judge(sentence)).isEqualTo(first);
    }

    @Test
    void says_no_before_the_first_window_is_full() {
        assertThat(detector.probability(AudioFrame.silence())).isZero();
    }

    @Test
    void refuses_to_judge_once_closed_and_closes_twice() {
        detector.close();

        assertThatThrownBy(() -> detector.probability(AudioFrame.silence())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void names_a_file_that_is_no_network_and_the_cure() throws IOException {
        Path file = Files.writeString(folder.resolve("silero_vad.onnx"), "not found");

        assertThatThrownBy(() -> SileroVoiceDetector.open(file))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(file + " cannot be loaded")
                .hasMessageContaining("./aizuchi models fetch silero-vad");
    }

    @Test
    void refuses_a_network_of_another_kind() {
        Path encoder = ShippedModels.encoder().resolve("encoder.onnx");

        assertThatThrownBy(() -> SileroVoiceDetector.open(encoder))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("is not the Silero voice detector");
    }

    private List<Double> judge(short[] samples) {
        List<Double> judged = new ArrayList<>();
        for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
            judged.add(detector.probability(AudioFrame.copyOf(samples, at)));
        }
        return judged;
    }

    private static short[] silence(int frames) {
        return new short[frames * AudioFrame.SAMPLES];
    }

    /** Speech synthesised with the voice "Mei", without the 44 bytes of its WAV header. */
    private static short[] sentence() throws IOException {
        try (InputStream wav = SileroVoiceDetectorTest.class.getResourceAsStream("sentence.wav")) {
            wav.skipNBytes(44);
            ByteBuffer bytes = ByteBuffer.wrap(wav.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[bytes.remaining() / 2];
            bytes.asShortBuffer().get(samples);
            return samples;
        }
    }
}
