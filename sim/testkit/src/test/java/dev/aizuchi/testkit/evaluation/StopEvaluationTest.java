package dev.aizuchi.testkit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import dev.aizuchi.testkit.evaluation.Recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopEvaluationTest {
    private static final short LOUD = 20_000;
    private static final short LOUDER = 30_000;

    @Test
    void counts_heard_stops_and_false_ones_an_hour() {
        StopEvaluation.Report report = evaluation()
                .run(
                        List.of(recording("said", "止まれ"), recording("whispered", "止まれ")),
                        List.of(
                                recording("said", "お水をください"),
                                recording("said", "止まれと言った"),
                                recording("whispered", "雨です")));
        assertThat(report.heard()).isOne();
        assertThat(report.words().get(1).stops()).isEmpty();
        assertThat(report.talk()).hasSize(2);
        assertThat(report.talk().get(0).stops()).containsExactly("止まれ");
        assertThat(report.talked()).isEqualTo(Duration.ofSeconds(2));
        assertThat(report.falseAnHour()).isEqualTo(1_800);
    }

    @Test
    void without_talk_there_is_no_rate() {
        assertThat(evaluation()
                        .run(List.of(recording("said", "止まれ")), List.of())
                        .falseAnHour())
                .isNaN();
    }

    private static StopEvaluation evaluation() {
        return new StopEvaluation(
                new Loudest(), List.of("止まれ"), new Level(), text -> text.startsWith("止まれ"), StopEvaluationTest::sound);
    }

    private static Recording recording(String file, String text) {
        return new Recording(Path.of(file), text, Optional.empty(), Map.of());
    }

    /** A second of sound, which is a stop word where it is "said". */
    private static AudioClip sound(Path file) {
        short[] samples = new short[AudioFrame.SAMPLE_RATE];
        Arrays.fill(samples, file.endsWith("said") ? LOUDER : LOUD);
        return new AudioClip(samples, AudioFrame.SAMPLE_RATE);
    }

    private static final class Level implements VoiceDetector {
        @Override
        public double probability(AudioFrame frame) {
            return frame.sample(0) >= LOUD ? 1 : 0;
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    /** Hears a stop word in the louder of two sounds. */
    private static final class Loudest implements SpeechRecognizer {
        @Override
        public Session open(List<String> phrases) {
            return new Session() {
                @Override
                public Optional<String> accept(AudioFrame frame) {
                    return frame.sample(0) >= LOUDER ? Optional.of("止まれ") : Optional.empty();
                }

                @Override
                public Optional<Recognition> finish() {
                    return Optional.empty();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
