package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.audio.WavFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpeakCommandTest {
    private final StringWriter errors = new StringWriter();

    @TempDir
    Path directory;

    private int speak(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "speak";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.commandLine().setErr(new PrintWriter(errors)).execute(all);
    }

    @Test
    void a_sentence_becomes_a_wav_file() {
        Path file = directory.resolve("a.wav");

        assertThat(speak("お水をお持ちします。", "-o", file.toString())).isZero();
        assertThat(WavFile.read(file).duration().toMillis()).isBetween(800L, 3_000L);
    }

    @Test
    void markup_is_spoken_and_what_is_passed_over_is_told() {
        Path file = directory.resolve("a.wav");
        String markup = "<speak>お水を<break time='2s'/><lang xml:lang='en'>どうぞ</lang></speak>";

        assertThat(speak("--ssml", markup, "-o", file.toString())).isZero();
        assertThat(WavFile.read(file).duration().toMillis()).isBetween(2_500L, 5_000L);
        assertThat(errors.toString()).contains("<lang>");
    }

    @Test
    void what_is_wrong_in_markup_is_told_with_its_tag() {
        assertThat(speak("--ssml", "<speak><shout>は</shout></speak>")).isEqualTo(1);
        assertThat(errors.toString()).contains("<shout>", "line 1").doesNotContain("a bug");
    }

    @Test
    void an_unknown_style_and_voice_are_told_with_the_known_ones() {
        assertThat(speak("はい。", "--style", "shrill")).isEqualTo(2);
        assertThat(speak("はい。", "--voice", "mai")).isEqualTo(2);
        assertThat(errors.toString()).contains("slow-clear", "open-jtalk");
    }

    @Test
    void a_file_that_cannot_be_written_is_named() {
        assertThat(speak("はい。", "-o", directory.resolve("none/a.wav").toString()))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("none").doesNotContain("a bug");
        assertThat(Files.exists(directory.resolve("none"))).isFalse();
    }
}
