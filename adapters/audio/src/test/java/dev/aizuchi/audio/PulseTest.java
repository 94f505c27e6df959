package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in place of the sound server's programs. */
@Timeout(20)
@DisabledOnOs(OS.WINDOWS)
class PulseTest {
    private static final AudioClip CLIP = new AudioClip(Sound.toShorts(Sound.tone(440, 24_000, 2_400, 0.5)), 24_000);

    @TempDir
    private Path folder;

    @Test
    void hears_what_the_server_records_and_notices_its_end_with_the_reason() throws IOException {
        Files.write(folder.resolve("sound"), new byte[320 * 6 * 2]);
        PulsePrograms programs =
                programs("echo \"$@\" > arguments; cat sound; echo 'Connection terminated' >&2; exit 1", "", LIST);
        try (AudioSource source = open(programs, "usb", new Channels(6, 1))) {
            assertThat(source.read()).isPresent();
            assertThatThrownBy(source::read)
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("Connection terminated")
                    .hasMessageContaining("check that the sound server runs");
        }
        assertThat(folder.resolve("arguments"))
                .content()
                .contains("--rate=16000", "--channels=6", "--device=alsa_input.usb-mic", "--no-remix");
    }

    @Test
    void gives_the_server_the_clip_at_its_own_rate_and_waits_until_it_has_been_heard() throws IOException {
        PulseSink sink = new PulseSink(programs("", "echo \"$@\" > arguments; cat > played", LIST), "default");

        assertThat(sink.play(CLIP)).isTrue();

        assertThat(Files.size(folder.resolve("played"))).isEqualTo(4_800);
        assertThat(folder.resolve("arguments"))
                .content()
                .contains("--rate=24000")
                .doesNotContain("--device");
    }

    @Test
    void is_cut_at_once() throws Exception {
        PulseSink sink = new PulseSink(programs("", "touch begun; exec sleep 15", LIST), "default");
        Thread cutting = new Thread(() -> {
            while (!Files.exists(folder.resolve("begun"))) {
                Thread.onSpinWait();
            }
            sink.cut();
        });
        cutting.start();
        AudioClip long10 = new AudioClip(new short[160_000], 16_000);

        assertThat(sink.play(long10)).isFalse();
        cutting.join();
        sink.close();
        assertThat(sink.play(CLIP)).isFalse();
    }

    @Test
    void a_server_that_does_not_run_is_an_error_with_the_cure() throws IOException {
        PulseSink sink = new PulseSink(programs("", "echo 'Connection refused' >&2; exit 1", ""), "default");

        assertThatThrownBy(() -> sink.play(CLIP))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("Connection refused")
                .hasMessageContaining("pactl info");
    }

    @Test
    void programs_that_are_not_installed_are_an_error_with_the_cure_and_no_devices() {
        PulsePrograms none = new PulsePrograms("/no/parec", "/no/pacat", "/no/pactl");

        assertThat(none.names("sources")).isEmpty();
        assertThatThrownBy(() -> none.startPlaying("default", 16_000))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("sudo apt install pulseaudio-utils");
    }

    @Test
    void a_name_that_two_devices_have_is_refused() throws IOException {
        PulsePrograms programs = programs("", "", LIST);

        assertThat(programs.names("sources")).hasSize(2);
        assertThatThrownBy(() -> open(programs, "alsa", Channels.MONO))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("alsa_input.usb-mic, alsa_input.pci");
    }

    private static final String LIST =
            "printf '0\\talsa_input.usb-mic\\tm.c\\ts16le\\tIDLE\\n1\\talsa_input.pci\\tm.c\\ts16le\\tIDLE\\n'";

    private static AudioSource open(PulsePrograms programs, String device, Channels channels) {
        return new Microphone(PulseInput.open(programs, device, channels), MonotonicClock.system());
    }

    private PulsePrograms programs(String record, String play, String list) throws IOException {
        return new PulsePrograms(script("parec", record), script("pacat", play), script("pactl", list));
    }

    private String script(String name, String body) throws IOException {
        Path script = folder.resolve(name);
        Files.writeString(script, "#!/bin/sh\ncd '" + folder + "'\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
