package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.jna.Pointer;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer.Scored;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeStepsTest {
    private final VoskLibrary vosk = Natives.library();

    @TempDir
    private Path temporary;

    @Test
    void hears_and_scores_as_the_model_does_and_leaves_no_links_behind() {
        Pointer small = Objects.requireNonNull(vosk.vosk_model_new(Starter.MODEL.toString()));
        Pointer large = LargeSteps.load(vosk, Starter.MODEL, temporary).orElseThrow();
        assertThat(temporary).isEmptyDirectory();
        Scored usual = best(small, "stop.wav");
        Scored stepped = best(large, "stop.wav");
        assertThat(stepped.text()).isEqualTo(usual.text());
        assertThat(stepped.log())
                .as("but for the dither, which moves it by 0.5")
                .isCloseTo(usual.log(), within(5.0));
        assertThat(best(large, "weather.wav").text())
                .isEqualTo(best(small, "weather.wav").text());
        vosk.vosk_model_free(large);
        vosk.vosk_model_free(small);
    }

    @Test
    void a_large_model_is_not_loaded_twice() throws IOException {
        Path model = Files.createDirectory(temporary.resolve("model"));
        try (RandomAccessFile graph =
                new RandomAccessFile(model.resolve("HCLG.fst").toFile(), "rw")) {
            graph.setLength(100_000_001);
        }
        assertThat(LargeSteps.load(vosk, model, temporary)).isEmpty();
    }

    @Test
    void a_folder_in_which_nothing_can_be_written_leaves_it_at_the_model_itself() {
        assertThat(LargeSteps.load(vosk, Starter.MODEL, temporary.resolve("missing")))
                .isEmpty();
    }

    private Scored best(Pointer model, String recording) {
        Pointer recognizer = Objects.requireNonNull(vosk.vosk_recognizer_new(model, AudioFrame.SAMPLE_RATE));
        try (VoskScorer scorer =
                new VoskScorer(new LateDecoder(() -> new Decoder(vosk, recognizer, VoskResult.ASKED)))) {
            return scorer.score(Starter.recording(recording)).get(0);
        }
    }
}
