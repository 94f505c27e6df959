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
    private long now;

    @Test
    void a_text_with_a_stop_word_is_believed_where_hardly_anything_fits_better() {
        likelihoods.sought = List.of(new Scored("止まれ", SecondLook.BELIEVED + 0.1));
        likelihoods.anything = List.of(new Scored("泊まれる", 0), new Scored("止まる", -1));
        assertThat(asked("そこで止まれ")).contains("そこで止まれ");
    }

    @Test
    void a_text_with_a_stop_word_is_let_go_where_something_else_fits_much_better() {
        likelihoods.sought = List.of(new Scored("止まれ", SecondLook.BELIEVED - 0.1));
        likelihoods.anything = List.of(new Scored("泊まりますか", 0));
        assertThat(asked("止まれ")).isEmpty();
    }

    @Test
    void a_stop_word_in_a_longer_sentence_of_the_whole_language_speaks_for_it() {
        likelihoods.sought = List.of(new Scored("止まれ", -40));
        likelihoods.anything = List.of(new Scored("ロボットさん止まれ", 0), new Scored("ロボットさんとは", -1));
        assertThat(asked("止まれ")).contains("止まれ");
    }

    @Test
    void what_no_text_said_is_heard_only_where_nothing_else_comes_near() {
        likelihoods.anything = List.of(new Scored("お守り", 0));
        likelihoods.sought = List.of(new Scored("止まれ", SecondLook.CERTAIN - 0.1), new Scored("待て", 1));
        assertThat(asked("お守り")).isEmpty();
        likelihoods.sought = List.of(new Scored("止まれ", SecondLook.CERTAIN + 0.1), new Scored("待て", 1));
        assertThat(asked("お守り")).contains("止まれ");
    }

    @Test
    void what_takes_too_long_to_prove_is_believed_if_a_text_said_it() {
        likelihoods.anything = List.of(new Scored("泊まれる", 100));
        SecondLook look = look(waiting::add);
        look.ask("止まれ");
        now += SecondLook.PATIENCE.toNanos();
        assertThat(look.answer()).isEmpty();
        now++;
        assertThat(look.answer()).contains("止まれ");
        waiting.remove().run();
        assertThat(look.answer()).as("the late answer").isEmpty();
    }

    @Test
    void what_no_text_said_is_forgotten_when_it_takes_too_long() {
        likelihoods.sought = List.of(new Scored("止まれ", 100));
        SecondLook look = look(waiting::add);
        look.ask("");
        now += SecondLook.PATIENCE.toNanos() + 1;
        assertThat(look.answer()).isEmpty();
        waiting.remove().run();
        assertThat(look.answer()).isEmpty();
    }

    @Test
    void a_failed_look_loses_no_stop_word_that_a_text_said() {
        likelihoods.broken = true;
        assertThat(asked("止まれ")).contains("止まれ");
        assertThat(asked("")).isEmpty();
    }

    @Test
    void a_text_with_a_stop_word_goes_before_a_question_without_and_is_asked_once() {
        likelihoods.sought = List.of(new Scored("止まれ", 0));
        SecondLook look = look(waiting::add);
        look.ask("");
        look.ask("止まれ");
        look.ask("止まれよ");
        look.ask("");
        assertThat(waiting).hasSize(2);
        waiting.forEach(Runnable::run);
        assertThat(look.answer()).contains("止まれ");
        assertThat(look.answer()).isEmpty();
    }

    @Test
    void looks_at_the_last_seconds_of_the_utterance_alone() {
        SecondLook look = look(Runnable::run);
        feed(look, 1_000);
        look.begin();
        feed(look, 500);
        look.ask("");
        assertThat(likelihoods.heard).containsExactly(Duration.ofMillis(500));
        look.answer();
        feed(look, 10_000);
        look.ask("");
        assertThat(likelihoods.heard).as("a piece of a sentence").hasSize(1);
        look.ask("止まれ");
        assertThat(likelihoods.heard).last().isEqualTo(SecondLook.LONGEST);
    }

    @Test
    void there_is_none_without_likelihoods_and_without_stop_words_to_expect() {
        assertThat(SecondLook.of(likelihoods, List.of("お水"), text -> false, Runnable::run, () -> now))
                .isEmpty();
        likelihoods.tells = false;
        assertThat(SecondLook.of(likelihoods, List.of("止まれ", "待て"), text -> true, Runnable::run, () -> now))
                .isEmpty();
    }

    private Optional<String> asked(String text) {
        SecondLook look = look(Runnable::run);
        look.ask(text);
        return look.answer();
    }

    private SecondLook look(Executor executor) {
        return SecondLook.of(
                        likelihoods,
                        List.of("止まれ", "お水", "待て"),
                        text -> text.contains("止まれ") || text.contains("待て"),
                        executor,
                        () -> now)
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
