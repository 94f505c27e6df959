package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.SpeechSynthesizer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs open_jtalk installed, and Kokoro's directory in the environment variable KOKORO_JA. */
@Tag("voice")
final class RealVoicesTest {
    private static final String SENTENCE = "お水をお持ちします。少々お待ちください。";

    @Test
    void open_jtalk_says_a_sentence() {
        try (var voice = OpenJTalkSynthesizer.open(OpenJTalkProvider.Settings.defaults())) {
            says(voice);
            assertThat(voice.synthesize(SENTENCE.repeat(40)).duration()).isGreaterThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void kokoro_says_a_sentence() {
        String directory = System.getenv("KOKORO_JA");
        Assumptions.assumeTrue(directory != null, "KOKORO_JA names no directory");
        try (var voice = KokoroSynthesizer.open(KokoroProvider.Settings.of(Path.of(directory)))) {
            says(voice);
        }
    }

    private static void says(SpeechSynthesizer voice) {
        assertThat(voice.synthesize(SENTENCE).duration()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }
}
