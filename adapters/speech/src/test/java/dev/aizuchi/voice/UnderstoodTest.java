package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.audio.ClipSource;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.testkit.evaluation.Recordings.Recording;
import dev.aizuchi.testkit.evaluation.SpeechEvaluation;
import dev.aizuchi.testkit.evaluation.SpeechReport.Figures;
import dev.aizuchi.whisper.WhisperRecognizer;
import dev.aizuchi.whisper.WhisperSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Let Whisper base hear what the voice in Java and what Open JTalk says, the same sentences; the system property
 * {@code voice.heard} says how many of 1,000.
 */
@Tag("voice")
final class UnderstoodTest {
    private static final Duration SILENCE = Duration.ofMillis(500);

    /** So much more may be the chance of which sentences they are; the figures beside it are what counts. */
    private static final double CHANCE = 0.03;

    @Test
    void a_recogniser_understands_it_as_well_as_open_jtalk() throws IOException {
        List<String> sentences = Peers.sentences().subList(0, Integer.getInteger("voice.heard", 30));
        try (SpeechRecognizer whisper = WhisperRecognizer.open(WhisperSettings.of(model()));
                SpeechSynthesizer ours = HmmSynthesizer.open(HmmProvider.Settings.defaults());
                SpeechSynthesizer theirs = OpenJTalkSynthesizer.open(OpenJTalkProvider.Settings.defaults())) {
            double own = errors("hmm", ours, whisper, sentences);
            assertThat(own).isLessThan(errors("open-jtalk", theirs, whisper, sentences) + CHANCE);
        }
    }

    private static double errors(
            String name, SpeechSynthesizer voice, SpeechRecognizer whisper, List<String> sentences) {
        List<Recording> said = sentences.stream()
                .map(text -> new Recording(Path.of(name), text, Optional.empty(), Map.of("sentence", text)))
                .toList();
        int[] next = {0};
        Figures all = new SpeechEvaluation(
                        whisper, List.of(), file -> at16kHz(voice.synthesize(sentences.get(next[0]++))))
                .run(said, row -> {
                    if (row.kana().wrong() > 0) {
                        System.out.println(name + "\t" + row.kana().wrong() + "\t"
                                + row.recording().text() + "\t" + row.text());
                    }
                })
                .all();
        System.out.printf(
                Locale.ROOT,
                "%s: Whisper base hears %d sentences, %d exactly; CER %.4f in kana, %.4f as written%n",
                name,
                all.recordings(),
                all.exact(),
                all.kana().rate(),
                all.surface().rate());
        return all.kana().rate();
    }

    /** Silence lies around it, as around what is said in a room. */
    private static AudioClip at16kHz(AudioClip clip) {
        ClipSource source = new ClipSource(clip, SILENCE, SILENCE);
        short[] samples = new short[AudioFrame.SAMPLES];
        int length = 0;
        for (Optional<AudioFrame> frame = source.read(); frame.isPresent(); frame = source.read()) {
            samples = Arrays.copyOf(samples, length + AudioFrame.SAMPLES);
            for (int i = 0; i < AudioFrame.SAMPLES; i++) {
                samples[length++] = frame.get().sample(i);
            }
        }
        return new AudioClip(samples, AudioFrame.SAMPLE_RATE);
    }

    private static Path model() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path model = at.resolve("models/whisper-base");
            if (Files.isDirectory(model)) {
                return model;
            }
        }
        throw new IllegalStateException("run the tests inside the repository: models/whisper-base is needed");
    }
}
