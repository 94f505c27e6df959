package dev.aizuchi.testkit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import dev.aizuchi.testkit.Delivery;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.Utterance;
import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.noise.Background;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.noise.HeardSentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines that sound, in a room and in noise; a tone stands for a voice, and its loudness for words. */
class SpokenAcousticsTest {
    private static final int SECOND = AudioFrame.SAMPLE_RATE;
    private static final Circumstance PINK = new Circumstance(Background.PINK, 10);

    @Test
    void a_line_is_heard_by_the_ears_of_the_runtime_and_noted() {
        SpokenAcoustics acoustics = acoustics(0, Optional.empty(), 1);
        try (Stage stage = stage(acoustics)) {
            stage.hear("もしもし");
            assertThat(stage.spoken()).isEqualTo(Stage.START.plusMillis(300 + 1_000));
            assertThat(stage.isQuiet()).isFalse();
            stage.advance(Duration.ofSeconds(4));
            assertThat(stage.isQuiet()).isTrue();
            assertThat(stage.transcript().lines(0)).contains("somebody speaks", "heard 「はい」");
        }
        assertThat(acoustics.heard()).containsExactly(new HeardSentence(Circumstance.QUIET, "もしもし", "はい", 0.9));
    }

    @Test
    void lines_come_one_after_the_other_and_silence_is_heard_as_nothing() {
        SpokenAcoustics acoustics = acoustics(0.3, Optional.empty(), 1);
        try (Stage stage = stage(acoustics)) {
            stage.hear(List.of(Utterance.of("黙る"), Utterance.of("もしもし")));
            stage.advance(Duration.ofSeconds(8));
        }
        assertThat(acoustics.heard())
                .extracting(HeardSentence::said, HeardSentence::heard)
                .containsExactly(tuple("黙る", ""), tuple("もしもし", "はい"));
    }

    @Test
    void the_same_seed_sounds_the_same_and_another_does_not() {
        List<Integer> one = sound(acoustics(0.3, Optional.of(PINK), 1), Delivery.USUAL);
        assertThat(one).isEqualTo(sound(acoustics(0.3, Optional.of(PINK), 1), Delivery.USUAL));
        assertThat(one).isNotEqualTo(sound(acoustics(0.3, Optional.of(PINK), 2), Delivery.USUAL));
    }

    @Test
    void who_is_far_away_is_softer_by_the_direct_sound_alone_and_less_soft_with_an_echo() {
        double near = loudness(sound(acoustics(0, Optional.empty(), 1), at(1)));
        double far = loudness(sound(acoustics(0, Optional.empty(), 1), at(4)));
        double farInARoom = loudness(sound(acoustics(0.3, Optional.empty(), 1), at(4)));
        assertThat(20 * Math.log10(near / far)).isBetween(11.5, 12.5);
        assertThat(20 * Math.log10(near / farInARoom)).isBetween(1.0, 5.0);
    }

    @Test
    void a_noise_of_the_line_goes_before_that_of_all_and_stands_closer_far_away() {
        Delivery loud = new Delivery("", 1, Optional.of(new Circumstance(Background.PINK, 0)), 1);
        assertThat(before(acoustics(0, Optional.of(PINK), 1), loud))
                .isGreaterThan(2 * before(acoustics(0, Optional.of(PINK), 1), Delivery.USUAL));
        // The voice is 12 dB softer at four metres, the noise is where the robot is.
        assertThat(before(acoustics(0, Optional.of(PINK), 1), at(4)))
                .isCloseTo(before(acoustics(0, Optional.of(PINK), 1), at(1)), withinPercentage(15));
    }

    @Test
    void the_beginning_that_is_cut_is_silent() {
        SpokenAcoustics cut = new SpokenAcoustics(equipment(), 0, Optional.empty(), Duration.ofMillis(400), 1);
        List<Integer> sound = sound(cut, Delivery.USUAL);
        assertThat(loudness(sound.subList(0, SECOND * 7 / 10))).isZero();
        assertThat(loudness(sound.subList(SECOND * 7 / 10, SECOND))).isGreaterThan(1_000);
    }

    private static Delivery at(double metres) {
        return new Delivery("", 1, Optional.empty(), metres);
    }

    private static SpokenAcoustics acoustics(double room, Optional<Circumstance> noise, long seed) {
        return new SpokenAcoustics(equipment(), room, noise, Duration.ZERO, seed);
    }

    private static SpokenAcoustics.Equipment equipment() {
        return new SpokenAcoustics.Equipment(
                SpokenAcousticsTest::tone,
                new KeptSessions(new Loudness()),
                new Loudness(),
                List.of(),
                new KnownSentences());
    }

    private static Stage stage(Acoustics acoustics) {
        Stage stage =
                new Stage(Setup.usual(), List.of(), intents -> text -> List.of(), "", Wiring.usual(), Stage.USUAL_SEED);
        stage.hearsLive(acoustics);
        return stage;
    }

    private static AudioClip tone(String text, String voice, double rate) {
        short[] samples = new short[(int) (SECOND / rate)];
        for (int i = 0; i < samples.length && !text.equals("黙る"); i++) {
            samples[i] = (short) (8_000 * Math.sin(i * 0.3));
        }
        return new AudioClip(samples, SECOND);
    }

    /** Give the samples of a line. */
    private static List<Integer> sound(SpokenAcoustics acoustics, Delivery how) {
        acoustics.begin(new Utterance("もしもし", "", "", how));
        List<Integer> samples = new ArrayList<>();
        while (acoustics.sounds()) {
            AudioFrame frame = acoustics.next().frame();
            for (int i = 0; i < AudioFrame.SAMPLES; i++) {
                samples.add((int) frame.sample(i));
            }
        }
        return samples;
    }

    /** Give how loud it is before the voice begins. */
    private static double before(SpokenAcoustics acoustics, Delivery how) {
        return loudness(sound(acoustics, how).subList(0, SECOND / 4));
    }

    private static double loudness(List<Integer> samples) {
        return Math.sqrt(samples.stream()
                .mapToDouble(sample -> (double) sample * sample)
                .average()
                .orElse(0));
    }

    /** Takes what is loud for a voice, and hears はい in it. */
    private static final class Loudness implements SpeechRecognizer, VoiceDetector {
        private static boolean isLoud(AudioFrame frame) {
            return frame.levelDb() > -30;
        }

        @Override
        public double probability(AudioFrame frame) {
            return isLoud(frame) ? 1 : 0;
        }

        @Override
        public void reset() {}

        @Override
        public Session open(List<String> phrases) {
            return new Session() {
                private boolean loud;

                @Override
                public Optional<String> accept(AudioFrame frame) {
                    loud |= isLoud(frame);
                    return Optional.empty();
                }

                @Override
                public Optional<Recognition> finish() {
                    boolean heard = loud;
                    loud = false;
                    return heard
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
}
