package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenderedSynthesizerTest {
    @TempDir
    Path directory;

    @BeforeEach
    void record_two_sentences() throws Exception {
        Files.write(directory.resolve("a.wav"), Tones.wav(Tones.tone(0, 100, 0)));
        Files.write(directory.resolve("b.wav"), Tones.wav(Tones.tone(0, 200, 0)));
        index("file\ttext\tvoice", "a.wav\tはい。\tmei", "b.wav\t101号室の明かりをつけます。\tmei");
    }

    @Test
    void says_a_recorded_sentence_however_it_is_spelled() {
        assertThat(length("はい。")).isEqualTo(100);
        assertThat(length("はい")).isEqualTo(100);
        assertThat(length(" １０１号室の明かりをつけます。")).isEqualTo(200);
    }

    @Test
    void says_several_sentences_when_each_is_recorded() {
        assertThat(length("はい。101号室の明かりをつけます。")).isEqualTo(100 + 250 + 200);
    }

    @Test
    void cannot_say_another_sentence_and_tells_what_can() {
        assertThatThrownBy(() -> length("はい。秘密です。"))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("apt install open-jtalk")
                .hasMessageNotContaining("秘密");
        assertThatThrownBy(() -> length(" ")).isInstanceOf(AudioException.class);
    }

    @Test
    void tells_which_recording_is_broken_and_goes_on_with_the_others() throws Exception {
        Files.writeString(directory.resolve("a.wav"), "no sound, just some words");

        assertThatThrownBy(() -> length("はい"))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("a.wav");
        assertThat(length("101号室の明かりをつけます")).isEqualTo(200);
    }

    @Test
    void tells_which_recording_was_taken_away() throws Exception {
        try (var voice = RenderedSynthesizer.ofDirectory(directory)) {
            Files.delete(directory.resolve("a.wav"));

            assertThatThrownBy(() -> voice.synthesize("はい"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("a.wav");
        }
    }

    @Test
    void refuses_an_index_that_is_wrong_and_names_the_line() throws Exception {
        refuses("columns file and text");
        refuses("columns file and text", "a.wav\tはい。");
        refuses("line 2", "file\ttext", "a.wav");
        refuses("line 3", "file\ttext", "a.wav\tはい", "b.wav\t 。");
        refuses("line 3", "file\ttext", "a.wav\tはい", "b.wav\tはい。");
        refuses("c.wav", "file\ttext", "c.wav\tはい");
    }

    @Test
    void says_what_lies_on_the_class_path() {
        assertThatThrownBy(() -> RenderedSynthesizer.ofClassPath("no/such/folder"))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("no/such/folder");
        try (var voice = RenderedSynthesizer.ofClassPath("dev/aizuchi/voice/recorded")) {
            assertThat(voice.synthesize("はい").duration()).isPositive();
        }
    }

    @Test
    void refuses_a_directory_without_an_index() throws Exception {
        Files.delete(directory.resolve("index.tsv"));

        assertThatThrownBy(() -> RenderedSynthesizer.ofDirectory(directory))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("no index.tsv in " + directory);
    }

    private void refuses(String message, String... lines) throws Exception {
        index(lines);
        assertThatThrownBy(() -> RenderedSynthesizer.ofDirectory(directory))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(directory.toString());
    }

    private void index(String... lines) throws Exception {
        Files.writeString(directory.resolve("index.tsv"), String.join("\n", lines));
    }

    private long length(String text) {
        try (var voice = RenderedSynthesizer.ofDirectory(directory)) {
            return voice.synthesize(text).duration().toMillis();
        }
    }
}
