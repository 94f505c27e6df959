package dev.aizuchi.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Hold the recogniser to what its port says, with the shipped model; each decoding costs a second, so there are few.
 */
@Timeout(300)
class WhisperRecognizerTest {
    private static WhisperRecognizer recognizer;

    @BeforeAll
    static void load() {
        recognizer = WhisperRecognizer.open(WhisperSettings.of(Shipped.MODEL));
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    @Test
    void hears_a_sentence_and_says_how_sure_it_is_then_begins_anew() {
        try (Session session = recognizer.open(List.of())) {
            feed(session, Shipped.recording("toilet.wav"));
            Recognition heard = session.finish().orElseThrow();
            assertThat(heard.text()).contains("どこですか");
            assertThat(heard.confidence()).isBetween(0.4, 1.0);
            assertThat(session.finish()).as("nothing was said since").isEmpty();
        }
    }

    @Test
    void decodes_ahead_in_a_pause_and_gives_up_when_the_speaker_goes_on() {
        List<AudioFrame> frames = Shipped.recording("stop.wav");
        try (Session session = recognizer.open(List.of())) {
            feed(session, frames.subList(0, 20));
            session.paused(true);
            session.paused(false);
            feed(session, frames.subList(20, frames.size()));
            session.paused(true);
            feed(session, Collections.nCopies(10, AudioFrame.silence()));
            assertThat(session.finish().map(Recognition::text))
                    .hasValueSatisfying(text -> assertThat(text).contains("止ま"));
        }
    }

    @Test
    void hears_nothing_in_silence_or_in_no_sound_at_all() {
        try (Session session = recognizer.open(List.of())) {
            assertThat(session.finish()).isEmpty();
            session.paused(true);
            assertThat(session.finish()).isEmpty();
            feed(session, Collections.nCopies(60 * 50, AudioFrame.silence()));
            assertThat(session.finish()).isEmpty();
        }
    }

    @Test
    void hears_no_words_in_white_noise() {
        Random random = new Random(7);
        List<AudioFrame> noise = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            short[] samples = new short[AudioFrame.SAMPLES];
            for (int k = 0; k < samples.length; k++) {
                samples[k] = (short) (random.nextGaussian() * 2_000);
            }
            noise.add(AudioFrame.copyOf(samples, 0));
        }
        try (Session session = recognizer.open(List.of())) {
            feed(session, noise);
            Optional<Recognition> heard = session.finish();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void closing_while_it_decodes_is_safe_and_so_is_closing_twice() {
        WhisperRecognizer other = WhisperRecognizer.open(WhisperSettings.of(Shipped.MODEL));
        Session session = other.open(List.of());
        feed(session, Shipped.recording("stop.wav"));
        session.paused(true);
        assertThatCode(() -> {
                    other.close();
                    other.close();
                })
                .doesNotThrowAnyException();
        assertThat(session.finish()).isEmpty();
        session.close();
        session.close();
        assertThatThrownBy(() -> session.accept(AudioFrame.silence())).hasMessage("the session is closed");
        assertThatThrownBy(() -> other.open(List.of())).hasMessage("the recogniser is closed");
    }

    private static void feed(Session session, List<AudioFrame> frames) {
        frames.forEach(frame -> assertThat(session.accept(frame)).isEmpty());
    }
}
