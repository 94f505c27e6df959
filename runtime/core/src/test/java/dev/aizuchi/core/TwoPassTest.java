package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TwoPassTest {
    private static final List<String> SENTENCES = List.of("お水をください", "止まれ");

    private final Fake first = new Fake();
    private final Fake second = new Fake();
    private Duration longest = Duration.ofSeconds(10);
    private final List<String> skipped = new ArrayList<>();

    @Test
    void a_first_that_is_sure_of_an_expected_sentence_is_believed() {
        first.says("お水をください", 0.95);
        second.says("大水ください", 0.99);
        assertThat(hear()).contains("お水をください");
        assertThat(second.finished.get()).isZero();
    }

    @Test
    void the_second_is_asked_for_what_nobody_expects() {
        first.says("お酢をください", 0.95);
        second.says("お酒をください", 0.7);
        Recognition heard = heard().orElseThrow();
        assertThat(heard.text()).isEqualTo("お酒をください");
        assertThat(heard.confidence()).isBetween(0.7, 1.0);
        assertThat(heard.hypotheses()).extracting(Hypothesis::text).containsExactly("お酒をください", "お酢をください");
    }

    @Test
    void the_second_is_asked_when_the_first_is_unsure_or_has_missed_a_word() {
        second.says("お水はいりません", 0.8);
        first.says("お水をください", 0.6);
        assertThat(hear()).contains("お水はいりません");
        first.says("お水をください", 0.95, "[unk]", "お水をください");
        assertThat(hear()).contains("お水はいりません");
    }

    @Test
    void keeps_few_of_what_was_heard_otherwise() {
        first.recognition = Optional.of(new Recognition(Stream.of("一", "二", "三", "四", "五", "六")
                .map(text -> new Hypothesis("窓を" + text + "枚ください", 0.5, List.of()))
                .toList()));
        second.says("窓を三枚ください", 0.8);
        assertThat(heard().orElseThrow().hypotheses())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .first()
                .extracting(Hypothesis::text)
                .isEqualTo("窓を三枚ください");
    }

    @Test
    void an_expected_sentence_that_both_heard_stands_as_it_is_expected() {
        first.says("お水をください", 0.5);
        second.says("お水をください。", 0.8);
        Recognition heard = heard().orElseThrow();
        assertThat(heard.text()).isEqualTo("お水をください");
        assertThat(heard.confidence()).isEqualTo(0.8);
    }

    @Test
    void a_second_that_hears_nothing_leaves_only_what_is_expected() {
        first.says("お酢をください", 0.95);
        assertThat(hear()).isEmpty();
        first.says("止まれ", 0.5);
        assertThat(hear()).contains("止まれ");
    }

    @Test
    void a_guess_of_the_second_where_the_first_heard_no_word_is_not_believed() {
        second.says("そうですね", 0.4);
        assertThat(hear()).isEmpty();
        second.says("そうですね", 0.8);
        assertThat(hear()).contains("そうですね");
    }

    @Test
    void partial_texts_come_from_the_first() {
        first.partial = "止まれ";
        try (TwoPass both = both();
                SpeechRecognizer.Session session = both.open(List.of())) {
            assertThat(session.accept(AudioFrame.silence())).contains("止まれ");
            assertThat(second.accepted).isOne();
        }
    }

    @Test
    void works_ahead_in_a_pause_unless_the_first_has_an_expected_sentence() {
        try (TwoPass both = both();
                SpeechRecognizer.Session session = both.open(List.of())) {
            first.partial = "お水を";
            session.accept(AudioFrame.silence());
            session.paused(true);
            session.accept(AudioFrame.silence());
            session.paused(false);
            session.accept(AudioFrame.silence());
            session.paused(true);
            assertThat(second.pauses)
                    .as("the last word may come with the next frame")
                    .containsExactly(true, false);
            first.partial = "お水をください";
            session.accept(AudioFrame.silence());
            assertThat(second.pauses).containsExactly(true, false);
            assertThat(first.pauses).containsExactly(true, false, true);
        }
    }

    @Test
    void a_second_that_does_not_answer_is_not_waited_for_and_then_left_out() {
        first.says("お酢をください", 0.95);
        longest = Duration.ofMillis(100);
        second.stuck = new CountDownLatch(1);
        try (TwoPass both = both();
                SpeechRecognizer.Session session = both.open(List.of())) {
            assertThat(session.finish().map(Recognition::text)).contains("お酢をください");
            assertThat(session.finish().map(Recognition::text)).contains("お酢をください");
            int asked = second.finished.get();
            assertThat(session.finish().map(Recognition::text)).contains("お酢をください");
            assertThat(second.finished.get()).isEqualTo(asked);
            assertThat(skipped).singleElement().asString().contains("second pass", "left out");
        } finally {
            second.stuck.countDown();
        }
    }

    @Test
    void a_second_that_fails_is_told_and_left_out() {
        first.says("お酢をください", 0.95);
        second.broken = true;
        try (TwoPass both = both();
                SpeechRecognizer.Session session = both.open(List.of())) {
            assertThat(session.finish().map(Recognition::text)).contains("お酢をください");
            assertThat(session.finish().map(Recognition::text)).contains("お酢をください");
            assertThat(second.finished.get()).isOne();
            assertThat(skipped).singleElement().asString().contains("failed", "no memory");
        }
    }

    @Test
    void one_that_is_late_for_a_while_is_tried_again_later() {
        Punctuality punctuality = new Punctuality(Duration.ofMillis(100), skipped::add);
        assertThat(punctuality.<String>await(() -> {
                    throw new IllegalStateException("no memory");
                }))
                .isEmpty();
        List<Boolean> tries = new ArrayList<>();
        for (int turn = 0; turn < 40; turn++) {
            tries.add(punctuality.isWorthTrying());
        }
        assertThat(tries).filteredOn(tried -> tried).hasSize(2);
        assertThat(new Punctuality(Duration.ofSeconds(60), skipped::add).await(() -> "text"))
                .contains("text");
        punctuality.close();
    }

    @Test
    void closes_both() {
        TwoPass both = both();
        both.open(List.of()).close();
        both.close();
        assertThat(first.closed).isEqualTo(2);
        assertThat(second.closed).isEqualTo(2);
    }

    private Optional<String> hear() {
        return heard().map(Recognition::text);
    }

    private Optional<Recognition> heard() {
        try (TwoPass both = both();
                SpeechRecognizer.Session session = both.open(List.of())) {
            return session.finish();
        }
    }

    private TwoPass both() {
        return new TwoPass(first, second, SENTENCES, new Punctuality(longest, skipped::add));
    }

    private static final class Fake implements SpeechRecognizer {
        private Optional<Recognition> recognition = Optional.empty();
        private String partial = "";
        private final List<Boolean> pauses = new ArrayList<>();
        private int accepted;
        private final AtomicInteger finished = new AtomicInteger();
        private int closed;
        private boolean broken;
        private volatile @Nullable CountDownLatch stuck;

        void says(String text, double confidence, String... words) {
            List<Word> all = new ArrayList<>();
            for (String word : words) {
                all.add(new Word(word, confidence, Duration.ZERO, Duration.ZERO));
            }
            recognition = Optional.of(new Recognition(List.of(new Hypothesis(text, confidence, all))));
        }

        @Override
        public Session open(List<String> phrases) {
            return new Session() {
                @Override
                public Optional<String> accept(AudioFrame frame) {
                    accepted++;
                    return Optional.of(partial);
                }

                @Override
                public void paused(boolean pausing) {
                    pauses.add(pausing);
                }

                @Override
                public Optional<Recognition> finish() {
                    finished.incrementAndGet();
                    if (broken) {
                        throw new IllegalStateException("no memory");
                    }
                    CountDownLatch latch = stuck;
                    if (latch != null) {
                        try {
                            latch.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return recognition;
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
