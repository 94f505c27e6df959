package dev.aizuchi.vosk;

import static dev.aizuchi.vosk.Starter.feed;
import static dev.aizuchi.vosk.Starter.hear;
import static dev.aizuchi.vosk.Starter.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import dev.aizuchi.speech.SpeechRecognizer.Scored;
import dev.aizuchi.speech.SpeechRecognizer.Scorer;
import dev.aizuchi.speech.SpeechRecognizer.Session;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hold the recogniser to what its port says, with the starter model and real sound. */
class VoskRecognizerTest {
    private static final List<String> PHRASES = List.of("お薬を飲む時間になりましたよ", "明日の天気は晴れのち曇りです", "すみません、トイレはどこですか", "止まれ");

    private static VoskRecognizer recognizer;

    @BeforeAll
    static void load() {
        recognizer = VoskRecognizer.open(Starter.MODEL);
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    @Test
    void hears_an_expected_sentence_without_blanks() {
        try (Session session = recognizer.open(PHRASES)) {
            assertThat(hear(session, recording("toilet.wav")).map(Recognition::text))
                    .contains("すみませんトイレはどこですか");
        }
    }

    @Test
    void hears_words_without_any_phrase_to_expect() {
        try (Session session = recognizer.open(List.of())) {
            assertThat(hear(session, recording("weather.wav")).map(Recognition::text))
                    .hasValueSatisfying(text -> assertThat(text).contains("明日", "天気", "曇り"));
        }
    }

    @Test
    void tells_the_text_as_it_grows() {
        try (Session session = recognizer.open(PHRASES)) {
            List<String> partials = feed(session, recording("medicine.wav"));
            assertThat(partials).hasSizeGreaterThan(3).doesNotContain("");
            assertThat(partials).as("only changes are told").isEqualTo(List.copyOf(new LinkedHashSet<>(partials)));
            assertThat(partials.get(partials.size() - 1)).isEqualTo("お薬を飲む時間になりましたよ");
            assertThat("お薬を飲む時間になりましたよ").startsWith(partials.get(1));
        }
    }

    @Test
    void hears_a_stop_word_within_a_tenth_of_a_second_of_sound_after_its_end() {
        List<AudioFrame> frames = recording("stop.wav");
        int lastVoiced = lastVoiced(frames);
        try (Session session = recognizer.watch(PHRASES)) {
            assertThat(feed(session, frames.subList(0, lastVoiced + 1 + 100 / AudioFrame.MILLIS)))
                    .contains("止まれ");
            assertThat(feed(session, frames.subList(lastVoiced + 1 + 100 / AudioFrame.MILLIS, frames.size())))
                    .as("the decoder agrees later")
                    .isEmpty();
            assertThat(session.finish().map(Recognition::text)).contains("止まれ");
        }
    }

    @Test
    void tells_the_last_word_at_a_pause_without_waiting_for_what_follows() {
        List<AudioFrame> frames = recording("toilet.wav");
        List<AudioFrame> untilPause = frames.subList(0, lastVoiced(frames) + 1 + 160 / AudioFrame.MILLIS);
        List<AudioFrame> room = noisy(Collections.nCopies(1_000 / AudioFrame.MILLIS, AudioFrame.silence()), 30);
        try (Session session = recognizer.open(PHRASES)) {
            feed(session, untilPause);
            session.paused(true);
            assertThat(feed(session, room.subList(0, 1))).containsExactly("すみませんトイレはどこですか");
            assertThat(feed(session, room))
                    .as("the rest of the pause changes nothing")
                    .isEmpty();
            session.paused(false);
            feed(session, recording("weather.wav"));
            assertThat(session.finish().map(Recognition::text))
                    .as("who goes on is heard as ever")
                    .contains("すみませんトイレはどこですか明日の天気は晴れのち曇りです");
        }
    }

    @Test
    void a_pause_that_was_none_changes_nothing() {
        List<AudioFrame> frames = recording("medicine.wav");
        try (Session session = recognizer.open(PHRASES);
                Session hurried = recognizer.open(PHRASES)) {
            Hypothesis usual = hear(session, frames).orElseThrow().hypotheses().get(0);
            for (int i = 0; i < frames.size(); i++) {
                hurried.accept(frames.get(i));
                if (i % 30 == 20) {
                    hurried.paused(true);
                } else if (i % 30 == 25) {
                    hurried.paused(false);
                }
            }
            Hypothesis best = hurried.finish().orElseThrow().hypotheses().get(0);
            assertThat(best.text()).isEqualTo(usual.text());
            Duration last = best.words().get(best.words().size() - 1).start();
            assertThat(last.minus(usual.words().get(usual.words().size() - 1).start())
                            .abs())
                    .as("words stand where they were said")
                    .isLessThan(Duration.ofMillis(150));
        }
    }

    @Test
    void places_the_words_in_the_sound_and_says_how_sure_it_is() {
        try (Session session = recognizer.open(PHRASES)) {
            hear(session, recording("weather.wav"));
            Hypothesis best = hear(session, recording("toilet.wav"))
                    .orElseThrow()
                    .hypotheses()
                    .get(0);
            Duration before = Duration.ZERO;
            for (Word word : best.words()) {
                assertThat(word.confidence()).isBetween(0.0, 1.0);
                assertThat(word.start()).isGreaterThanOrEqualTo(before);
                assertThat(word.end()).isGreaterThan(word.start());
                before = word.start();
            }
            assertThat(best.words().get(best.words().size() - 1).end()).isLessThan(Duration.ofSeconds(4));
            assertThat(best.confidence()).isBetween(0.5, 1.0);
        }
    }

    @Test
    void gives_other_hypotheses_best_first() {
        try (Session session = recognizer.open(List.of())) {
            List<Hypothesis> hypotheses = hear(session, noisy(recording("weather.wav"), 4_000))
                    .orElseThrow()
                    .hypotheses();
            assertThat(hypotheses).hasSizeBetween(2, VoskRecognizer.USUAL_ALTERNATIVES);
            assertThat(hypotheses).extracting(Hypothesis::text).doesNotHaveDuplicates();
        }
    }

    @Test
    void gives_one_hypothesis_with_vosks_own_confidences_when_asked_for_one() {
        try (VoskRecognizer single = VoskRecognizer.open(Starter.MODEL, 1);
                Session session = single.open(PHRASES)) {
            Recognition heard = hear(session, recording("toilet.wav")).orElseThrow();
            assertThat(heard.hypotheses()).hasSize(1);
            assertThat(heard.text()).isEqualTo("すみませんトイレはどこですか");
            assertThat(heard.confidence()).isBetween(0.5, 1.0);
        }
    }

    @Test
    void marks_what_is_in_no_phrase_as_unknown() {
        try (Session session = recognizer.open(List.of("トイレはどこですか"))) {
            Hypothesis best = hear(session, recording("toilet.wav"))
                    .orElseThrow()
                    .hypotheses()
                    .get(0);
            assertThat(best.text()).isEqualTo("トイレはどこですか");
            assertThat(best.words()).extracting(Word::text).startsWith("[unk]").contains("トイレ");
        }
    }

    @Test
    void begins_anew_after_finish() {
        try (Session session = recognizer.open(PHRASES)) {
            Recognition first = hear(session, recording("toilet.wav")).orElseThrow();
            assertThat(session.finish()).as("nothing was said since").isEmpty();
            assertThat(hear(session, recording("weather.wav")).map(Recognition::text))
                    .contains("明日の天気は晴れのち曇りです");
            assertThat(hear(session, recording("toilet.wav")).map(Recognition::text))
                    .contains(first.text());
        }
    }

    @Test
    void hears_two_streams_at_once() {
        try (Session left = recognizer.open(PHRASES);
                Session right = recognizer.open(PHRASES)) {
            List<AudioFrame> toilet = recording("toilet.wav");
            List<AudioFrame> medicine = recording("medicine.wav");
            for (int i = 0; i < Math.max(toilet.size(), medicine.size()); i++) {
                left.accept(i < toilet.size() ? toilet.get(i) : AudioFrame.silence());
                right.accept(i < medicine.size() ? medicine.get(i) : AudioFrame.silence());
            }
            assertThat(left.finish().map(Recognition::text)).contains("すみませんトイレはどこですか");
            assertThat(right.finish().map(Recognition::text)).contains("お薬を飲む時間になりましたよ");
        }
    }

    @Test
    void hears_nothing_in_silence_and_the_next_sentence_after_it() {
        try (Session session = recognizer.open(PHRASES)) {
            assertThat(session.finish()).isEmpty();
            assertThat(feed(session, Collections.nCopies(60_000 / AudioFrame.MILLIS, AudioFrame.silence())))
                    .isEmpty();
            assertThat(hear(session, recording("weather.wav")).map(Recognition::text))
                    .contains("明日の天気は晴れのち曇りです");
        }
    }

    @Test
    void hears_no_words_in_white_noise() {
        List<AudioFrame> noise = noisy(Collections.nCopies(10_000 / AudioFrame.MILLIS, AudioFrame.silence()), 3_000);
        try (Session session = recognizer.open(PHRASES)) {
            assertThat(feed(session, noise)).isEmpty();
            assertThat(session.finish()).isEmpty();
        }
    }

    @Test
    void loses_no_word_and_hears_none_twice_of_one_who_talks_without_end() {
        List<AudioFrame> frames = recording("weather.wav");
        int times = 10;
        try (Session session = recognizer.open(PHRASES)) {
            List<String> partials = List.of();
            for (int i = 0; i < times; i++) {
                partials = feed(session, frames);
            }
            String whole = "明日の天気は晴れのち曇りです".repeat(times);
            assertThat(partials.get(partials.size() - 1)).isEqualTo(whole);
            Recognition heard = session.finish().orElseThrow();
            assertThat(heard.text()).isEqualTo(whole);
            assertThat(heard.hypotheses().get(0).words().get(0).start()).isLessThan(Duration.ofSeconds(1));
            assertThat(session.finish()).isEmpty();
        }
    }

    @Test
    void listens_with_its_own_language_model_when_it_knows_no_phrase() {
        try (Session session = recognizer.open(List.of("ゑゑゑ", "{place}へ"))) {
            assertThat(hear(session, recording("weather.wav"))).isPresent();
        }
    }

    @Test
    void a_stop_word_fits_its_sound_as_well_as_anything_and_other_talk_much_worse() {
        try (Scorer stops = recognizer.scorer(List.of("止まれ", "待って", "やめて")).orElseThrow();
                Scorer anything = recognizer.scorer(List.of()).orElseThrow()) {
            Scored stop = stops.score(recording("stop.wav")).get(0);
            assertThat(stop.text()).isEqualTo("止まれ");
            assertThat(stop.log()).isGreaterThan(bestBut("止まれ", anything.score(recording("stop.wav"))));
            assertThat(stops.score(recording("weather.wav")).get(0).log())
                    .isLessThan(bestBut("止まれ", anything.score(recording("weather.wav"))) - 10);
        }
    }

    @Test
    void scores_by_phrases_only_if_it_knows_one() {
        assertThat(recognizer.scorer(List.of("ゑゑゑ", "{place}へ"))).isEmpty();
    }

    private static int lastVoiced(List<AudioFrame> frames) {
        int last = 0;
        for (int i = 0; i < frames.size(); i++) {
            last = frames.get(i).levelDb() > -45 ? i : last;
        }
        return last;
    }

    private static double bestBut(String text, List<Scored> readings) {
        return readings.stream()
                .filter(one -> !one.text().equals(text))
                .mapToDouble(Scored::log)
                .max()
                .orElseThrow();
    }

    @Test
    void takes_phrases_with_quotes_and_backslashes() {
        assertThatCode(() -> recognizer.open(List.of("\"トイレ\\", "]},\n")).close())
                .doesNotThrowAnyException();
    }

    @Test
    void refuses_use_after_closing() {
        VoskRecognizer other = VoskRecognizer.open(Starter.MODEL);
        Session session = other.open(List.of());
        Scorer scorer = other.scorer(List.of()).orElseThrow();
        Scorer late = other.scorer(List.of()).orElseThrow();
        Session watching = other.watch(List.of());
        assertThat(scorer.score(recording("stop.wav"))).isNotEmpty();
        other.close();
        assertThatThrownBy(() -> late.score(recording("stop.wav"))).hasMessage("the recogniser is closed");
        late.close();
        watching.close();
        assertThatCode(() -> session.accept(AudioFrame.silence()))
                .as("sessions hold the model")
                .doesNotThrowAnyException();
        session.close();
        session.close();
        scorer.close();
        scorer.close();
        other.close();
        assertThatThrownBy(() -> session.accept(AudioFrame.silence())).hasMessage("the session is closed");
        assertThatThrownBy(session::finish).hasMessage("the session is closed");
        assertThatThrownBy(() -> scorer.score(List.of())).hasMessage("the session is closed");
        assertThatThrownBy(() -> other.scorer(List.of())).hasMessage("the recogniser is closed");
        assertThatThrownBy(() -> other.open(List.of())).hasMessage("the recogniser is closed");
    }

    private static List<AudioFrame> noisy(List<AudioFrame> frames, double rms) {
        Random random = new Random(7);
        return frames.stream()
                .map(frame -> {
                    short[] samples = new short[AudioFrame.SAMPLES];
                    for (int i = 0; i < samples.length; i++) {
                        double sum = frame.sample(i) + random.nextGaussian() * rms;
                        samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
                    }
                    return AudioFrame.copyOf(samples, 0);
                })
                .toList();
    }
}
