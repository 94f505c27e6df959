package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StopSpotterTest {
    private final List<String> stops = new ArrayList<>();
    private String partial = "";
    private List<Hypothesis> last = List.of();
    private Optional<SecondLook> look = Optional.empty();
    private double lead;
    private int looks;

    @Test
    void a_stop_word_in_a_partial_text_is_told_once_in_an_utterance() {
        partial = "止まって";
        last = List.of(heard("止まって", 0.9, 1));
        assertThat(utterance()).isOne();
        assertThat(stops).containsExactly("止まって");
    }

    @Test
    void a_stop_word_that_only_the_final_text_has_is_told_at_the_end_and_again_in_the_next_utterance() {
        last = List.of(heard("止まって", 0.9, 1));
        try (StopSpotter spotter = spotter()) {
            assertThat(utterance(spotter) + utterance(spotter)).isEqualTo(2);
        }
        assertThat(stops).containsExactly("止まって", "止まって");
    }

    @Test
    void a_likely_alternative_is_enough_where_only_a_word_or_two_were_said() {
        last = List.of(heard("泊まって", 0.6, 1), heard("止まって", 0.3, 1));
        assertThat(utterance()).isOne();
    }

    @Test
    void an_unlikely_alternative_or_one_in_a_sentence_is_no_stop() {
        last = List.of(heard("泊まって", 0.9, 1), heard("止まって", 0.1, 1), heard("止まってから行きます", 0.9, 5));
        assertThat(utterance()).isZero();
        assertThat(stops).isEmpty();
    }

    @Test
    void a_text_is_believed_whatever_the_likelihoods_say() {
        look = Optional.of(secondLook(Runnable::run));
        partial = "止まって";
        last = List.of(heard("止まって", 0.9, 1));
        lead = -20;
        assertThat(utterance()).isOne();
        assertThat(looks).isZero();
    }

    @Test
    void with_likelihoods_a_stop_word_that_no_text_has_is_told_at_the_pause() {
        look = Optional.of(secondLook(Runnable::run));
        lead = 20;
        try (StopSpotter spotter = spotter()) {
            assertThat(utterance(spotter, 45))
                    .as("until 400 ms after the voice")
                    .isOne();
        }
        assertThat(stops).containsExactly("止まれ");
    }

    @Test
    void talk_without_a_stop_word_in_its_text_is_looked_at_once_at_its_pause() {
        look = Optional.of(secondLook(Runnable::run));
        last = List.of(heard("お水", 0.9, 1));
        assertThat(utterance()).isZero();
        assertThat(looks).isOne();
    }

    @Test
    void what_is_found_after_the_utterance_stops_and_hides_no_stop_word_of_the_next() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        look = Optional.of(secondLook(waiting::add));
        lead = 20;
        last = List.of(heard("お守り", 0.9, 1));
        try (StopSpotter spotter = spotter()) {
            assertThat(utterance(spotter)).isZero();
            waiting.remove().run();
            assertThat(spotter.accept(AudioFrame.silence(), 0)).isTrue();
            last = List.of(heard("止まって", 0.9, 1));
            assertThat(utterance(spotter)).isOne();
        }
        assertThat(stops).containsExactly("止まれ", "止まって");
    }

    private int utterance() {
        try (StopSpotter spotter = spotter()) {
            return utterance(spotter);
        }
    }

    /** Plays half a second of voice and a second of silence; counts the frames with which a stop was told. */
    private static int utterance(StopSpotter spotter) {
        return utterance(spotter, 75);
    }

    private static int utterance(StopSpotter spotter, int frames) {
        int told = 0;
        for (int i = 0; i < frames; i++) {
            told += spotter.accept(AudioFrame.silence(), i < 25 ? 1 : 0) ? 1 : 0;
        }
        return told;
    }

    private StopSpotter spotter() {
        return new StopSpotter(
                new SpeechRecognizer.Session() {
                    @Override
                    public Optional<String> accept(AudioFrame frame) {
                        return Optional.of(partial).filter(text -> !text.isEmpty());
                    }

                    @Override
                    public Optional<Recognition> finish() {
                        return Optional.of(new Recognition(last));
                    }

                    @Override
                    public void close() {}
                },
                look,
                text -> text.startsWith("止ま"),
                stops::add);
    }

    /** Finds that a stop word fits better than all else by the lead. */
    private SecondLook secondLook(Executor executor) {
        SpeechRecognizer scores = new SpeechRecognizer() {
            @Override
            public Optional<Scorer> scorer(List<String> phrases) {
                return Optional.of(new Scorer() {
                    @Override
                    public List<Scored> score(List<AudioFrame> sound) {
                        looks += phrases.isEmpty() ? 1 : 0;
                        return List.of(phrases.isEmpty() ? new Scored("お守り", 0) : new Scored("止まれ", lead));
                    }

                    @Override
                    public void close() {}
                });
            }

            @Override
            public Session open(List<String> phrases) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
        return SecondLook.of(scores, List.of("止まれ"), text -> text.startsWith("止ま"), executor)
                .orElseThrow();
    }

    private static Hypothesis heard(String text, double confidence, int words) {
        return new Hypothesis(
                text,
                confidence,
                Stream.generate(() -> new Word(text, confidence, Duration.ZERO, Duration.ZERO))
                        .limit(words)
                        .toList());
    }
}
