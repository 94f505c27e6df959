package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class OpenJTalkSynthesizerTest {
    @TempDir
    Path directory;

    private Path said;

    @BeforeEach
    void lay_out_sound_and_dictionary() throws Exception {
        said = directory.resolve("said");
        Files.write(directory.resolve("good.wav"), Tones.wav(Tones.tone(250, 100, 300)));
        Files.createFile(directory.resolve("sys.dic"));
        Files.createFile(directory.resolve("a.htsvoice"));
    }

    @Test
    void gives_what_the_program_says_without_the_silence_around_it() throws Exception {
        try (var voice = voice("cat > said; cat good.wav")) {
            assertThat(voice.synthesize("お水です。").duration()).isEqualTo(Duration.ofMillis(180));
        }
        assertThat(said).hasContent("お水です。\n");
    }

    @Test
    void hands_text_over_as_data_that_no_shell_reads() throws Exception {
        String nasty = "$(touch hacked); `touch hacked` -ow hacked 'はい' \"";
        try (var voice = voice("cat > said; cat good.wav")) {
            voice.synthesize(nasty);
        }
        assertThat(said).hasContent(nasty + "\n");
        assertThat(directory.resolve("hacked")).doesNotExist();
    }

    @Test
    void names_dictionary_voice_and_speed_to_the_program() throws Exception {
        try (var voice = voice("echo \"$@\" > said; cat good.wav")) {
            voice.synthesize("はい");
        }
        assertThat(said)
                .hasContent(
                        "-x " + directory + " -m " + directory.resolve("a.htsvoice") + " -r 1.20 -ow /dev/stdout\n");
    }

    @Test
    void says_a_text_with_line_breaks_and_more_than_the_program_reads_in_pieces() throws Exception {
        try (var voice = voice("cat >> said; cat good.wav")) {
            voice.synthesize("はい\nどうぞ。".repeat(60));
        }
        List<String> pieces = Files.readAllLines(said);
        assertThat(String.join("", pieces)).isEqualTo("はい、どうぞ。".repeat(60));
        assertThat(pieces).hasSizeGreaterThan(1).allMatch(piece -> piece.length() <= 250);
    }

    @Test
    void gives_up_a_program_that_hangs_and_all_that_it_started() throws Exception {
        Path pid = directory.resolve("pid");
        try (var voice = voice("cat > said; sleep 600 & echo $! > pid; wait", Duration.ofMillis(1_500))) {
            assertThatThrownBy(() -> voice.synthesize("はい"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("1500 ms");
        }
        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child)
                .ifPresent(left -> left.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    @Test
    void tells_exit_status_and_the_programs_error_but_not_what_was_to_be_said() throws Exception {
        try (var voice =
                voice("read x; echo \"WARNING: $x\" >&2; echo 'Error: Dictionary cannot be loaded.' >&2; exit 3")) {
            assertThatThrownBy(() -> voice.synthesize("秘密"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("exit status 3")
                    .hasMessageContaining("Error: Dictionary cannot be loaded.")
                    .hasMessageContaining(directory.toString())
                    .hasMessageNotContaining("秘密");
        }
    }

    @Test
    void reports_a_program_that_is_killed_in_the_middle() throws Exception {
        try (var voice = voice("head -c 100 good.wav; kill -9 $$")) {
            assertThatThrownBy(() -> voice.synthesize("はい"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("exit status 137");
        }
    }

    @Test
    void reports_a_program_that_says_nothing_and_reads_nothing() throws Exception {
        try (var voice = voice("exit 0")) {
            assertThatThrownBy(() -> voice.synthesize("はい"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("gave no sound");
        }
    }

    @Test
    void reports_garbage_and_sound_that_is_cut_off() throws Exception {
        try (var garbage = voice("echo this is no sound at all, whatever it says");
                var cut = voice("head -c 100 good.wav")) {
            assertThatThrownBy(() -> garbage.synthesize("はい"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("not a WAV");
            assertThatThrownBy(() -> cut.synthesize("はい"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void ends_a_program_that_never_stops_writing() throws Exception {
        try (var voice = voice("cat > /dev/null; cat /dev/zero")) {
            assertThatThrownBy(() -> voice.synthesize("はい"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("without end");
        }
    }

    @Test
    void closing_kills_the_program_at_once() throws Exception {
        Path begun = directory.resolve("begun");
        var voice = voice("cat > said; mkfifo begun; cat good.wav > begun", Duration.ofMinutes(10));
        var saying = CompletableFuture.supplyAsync(() -> voice.synthesize("はい"));
        while (!Files.exists(begun) && !saying.isDone()) {
            Thread.onSpinWait();
        }
        voice.close();

        assertThatThrownBy(() -> saying.orTimeout(10, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(AudioException.class)
                .hasRootCauseMessage("the voice is closed");
        assertThatThrownBy(() -> voice.synthesize("はい")).hasMessage("the voice is closed");
    }

    @Test
    void says_what_to_install_where_program_or_dictionary_are_missing() throws Exception {
        var nothing = OpenJTalkProvider.Settings.defaults();
        Path program = script("true");

        assertThatThrownBy(() -> OpenJTalkFiles.find(nothing, List.of(), List.of(directory)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("open_jtalk")
                .hasMessageContaining("apt install open-jtalk open-jtalk-mecab-naist-jdic");
        assertThatThrownBy(() -> OpenJTalkFiles.find(nothing, List.of(program), List.of(directory.resolve("none"))))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("dictionary")
                .hasMessageContaining("apt install");
    }

    @Test
    void names_the_path_that_the_settings_give_wrongly() throws Exception {
        Path wrong = directory.resolve("wrong");
        var program = new OpenJTalkProvider.Settings(wrong, null, null, null, null);
        var voice = new OpenJTalkProvider.Settings(script("true"), directory, wrong, null, null);

        assertThatThrownBy(() -> OpenJTalkFiles.find(program, List.of(), List.of()))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(wrong.toString());
        assertThatThrownBy(() -> OpenJTalkFiles.find(voice, List.of(), List.of()))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(wrong.toString());
    }

    @Test
    void brings_a_voice_of_its_own_and_takes_it_away_again() throws Exception {
        var settings = new OpenJTalkProvider.Settings(script("true"), directory, null, null, null);
        OpenJTalkFiles files = OpenJTalkFiles.find(settings, List.of(), List.of());

        assertThat(files.voice()).isNotEmptyFile();
        OpenJTalkSynthesizer.open(files, settings).close();
        assertThat(files.voice()).doesNotExist();
    }

    @Test
    void reports_a_program_that_cannot_be_started() throws Exception {
        var settings =
                new OpenJTalkProvider.Settings(script("true"), directory, directory.resolve("a.htsvoice"), null, null);
        try (var voice = OpenJTalkSynthesizer.open(settings)) {
            Files.delete(directory.resolve("open_jtalk"));

            assertThatThrownBy(() -> voice.synthesize("はい"))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("apt install open-jtalk");
        }
    }

    private OpenJTalkSynthesizer voice(String script) throws Exception {
        return voice(script, Duration.ofSeconds(20));
    }

    private OpenJTalkSynthesizer voice(String script, Duration timeout) throws Exception {
        Path voice = directory.resolve("a.htsvoice");
        return OpenJTalkSynthesizer.open(
                new OpenJTalkProvider.Settings(script(script), directory, voice, 1.2, timeout));
    }

    /** Every script is a file of its own: one that is being run cannot be written to. */
    private Path script(String body) throws Exception {
        Path script = Files.exists(directory.resolve("open_jtalk"))
                ? directory.resolve("open_jtalk2")
                : directory.resolve("open_jtalk");
        Files.writeString(script, "#!/bin/sh\ncd '" + directory + "'\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
