package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.SpeechRecognizer.Scored;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SecondLookTest {
    private final Likelihoods likelihoods = new Likelihoods();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Test
    void a_stop_word_is_found_only_where_nothing_else_comes_near() {
        likelihoods.anything = List.of(new Scored("お守り", 0));
        likelihoods.sought = List.of(new Scored("止まれ", SecondLook.CERTAIN - 0.1), new Scored("待て", 1));
        assertThat(asked()).isEmpty();
        likelihoods.sought = List.of(new Scored("止まれ", SecondLook.CERTAIN + 0.1), new Scored("待て", 1));
        assertThat(asked()).contains("止まれ");
    }

    @Test
    void a_stop_word_in_a_longer_sentence_of_the_whole_language_speaks_for_it() {
        likelihoods.sought = List.of(new Scored("止まれ", -40));
        likelihoods.anything = List.of(new Scored("ロボットさん止まれ", 0), new Scored("ロボットさんとは", -3));
        assertThat(asked()).contains("ロボットさん止まれ");
    }

    @Test
    void a_failed_look_finds_nothing_and_the_next_one_does() {
        likelihoods.sought = List.of(new Scored("止まれ", 0));
        SecondLook look = look(Runnable::run);
        likelihoods.broken = true;
        look.ask();
        assertThat(look.answer()).isEmpty();
        likelihoods.broken = false;
        look.ask();
        assertThat(look.answer()).contains("止まれ");
    }

    @Test
    void one_question_is_asked_at_a_time_and_answered_once() {
        likelihoods.sought = List.of(new Scored("止まれ", 0));
        SecondLook look = look(waiting::add);
        look.ask();
        look.ask();
        assertThat(look.answer()).isEmpty();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(look.answer()).contains("止まれ");
        assertThat(look.answer()).isEmpty();
    }

    @Test
    void looks_at_this_utterance_alone_and_not_at_a_piece_of_a_long_one() {
        SecondLook look = look(Runnable::run);
        feed(look, 1_000);
        look.begin();
        feed(look, 500);
        look.ask();
        assertThat(likelihoods.heard).containsExactly(Duration.ofMillis(500));
        look.answer();
        feed(look, (int) SecondLook.LONGEST.toMillis());
        look.ask();
        assertThat(likelihoods.heard).hasSize(1);
    }

    @Test
    void there_is_none_without_likelihoods_and_without_stop_words_to_expect() {
        assertThat(SecondLook.of(likelihoods, List.of("お水"), text -> false, Runnable::run))
                .isEmpty();
        likelihoods.tells = false;
        assertThat(SecondLook.of(likelihoods, List.of("止まれ", "待て"), text -> true, Runnable::run))
                .isEmpty();
    }

    private Optional<String> asked() {
        SecondLook look = look(Runnable::run);
        look.ask();
        return look.answer();
    }

    private SecondLook look(Executor executor) {
        return SecondLook.of(
                        likelihoods,
                        List.of("止まれ", "お水", "待て"),
                        text -> text.contains("止まれ") || text.contains("待て"),
                        executor)
                .orElseThrow();
    }

    private static void feed(SecondLook look, int millis) {
        for (int at = 0; at < millis; at += AudioFrame.MILLIS) {
            look.keep(AudioFrame.silence());
        }
    }

    /** Says how likely what is, whatever the sound. */
    private static final class Likelihoods implements SpeechRecognizer {
        private List<Scored> sought = List.of();
        private List<Scored> anything = List.of();
        private boolean broken;
        private boolean tells = true;
        /** Lengths of what the whole language was asked about. */
        private final List<Duration> heard = new ArrayList<>();

        @Override
        public Optional<Scorer> scorer(List<String> phrases) {
            assertThat(phrases).isIn(List.of("止まれ", "待て"), List.of());
            return tells ? Optional.of(phrases.isEmpty() ? whole() : of(() -> sought)) : Optional.empty();
        }

        private Scorer whole() {
            Scorer scores = of(() -> anything);
            return new Scorer() {
                @Override
                public List<Scored> score(List<AudioFrame> sound) {
                    heard.add(Duration.ofMillis((long) sound.size() * AudioFrame.MILLIS));
                    return scores.score(sound);
                }

                @Override
                public void close() {}
            };
        }

        private Scorer of(Supplier<List<Scored>> scores) {
            return new Scorer() {
                @Override
                public List<Scored> score(List<AudioFrame> sound) {
                    if (broken) {
                        throw new IllegalStateException("no memory");
                    }
                    return scores.get();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Session open(List<String> phrases) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
