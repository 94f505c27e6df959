package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.app.DoctorCommand.State;
import dev.aizuchi.audio.ClipSource;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorAudioTest {

    @Test
    void tells_the_person_who_installs_how_the_microphone_sounds() {
        var good = DoctorAudio.measured(() -> noise(300), State.BROKEN);
        assertThat(good.state()).isEqualTo(State.GOOD);
        assertThat(good.detail()).contains("peak -41 dB", "noise -46 dB", "clipped 0.0 %");

        var muted = DoctorAudio.measured(() -> noise(0), State.BROKEN);
        assertThat(muted.state()).isEqualTo(State.NOTE);
        assertThat(muted.detail()).contains("only silence: is it muted");
    }

    @Test
    void a_microphone_that_is_missing_is_a_note_since_run_starts_without_it() {
        AudioException device = new AudioException("in use by another program; close that");
        assertThat(List.of(refused(device), refused(new AdapterException("in use; close that", device))))
                .allSatisfy(missing -> {
                    assertThat(missing.state()).isEqualTo(State.NOTE);
                    assertThat(missing.detail()).contains("missing: in use", "close that", "run starts deaf");
                });
    }

    @Test
    void a_source_that_run_refuses_is_broken() {
        var broken = refused(new AdapterException("no such file"));
        assertThat(broken.state()).isEqualTo(State.BROKEN);
        assertThat(broken.detail()).isEqualTo("no such file");
        assertThat(DoctorAudio.measured(() -> new ClipSource(new AudioClip(new short[0], 16_000)), State.NOTE)
                        .detail())
                .contains("ended before");
    }

    @Test
    void a_configuration_without_ears_is_a_note(@TempDir Path folder) throws IOException {
        Path config =
                Files.writeString(folder.resolve("agent.yaml"), "{ site: { speaker: 居室 }, robot: { use: mqtt } }");
        assertThat(DoctorAudio.microphone(config)).hasValueSatisfying(none -> {
            assertThat(none.state()).isEqualTo(State.NOTE);
            assertThat(none.detail()).contains("names no microphone", "add hearing.source");
        });
    }

    @Test
    void lists_devices_or_says_what_to_do_without() {
        assertThat(DoctorAudio.devices())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.state() == State.GOOD
                                || finding.detail().contains("pulseaudio-utils"))
                        .isTrue());
    }

    private static DoctorCommand.Finding refused(RuntimeException refusal) {
        return DoctorAudio.measured(
                () -> {
                    throw refusal;
                },
                State.BROKEN);
    }

    /** Evenly spread, so that its level is known: amplitude / √3. */
    private static AudioSource noise(int amplitude) {
        var random = new java.util.Random(1);
        short[] samples = new short[64_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (amplitude == 0 ? 0 : random.nextInt(2 * amplitude) - amplitude);
        }
        return new ClipSource(new AudioClip(samples, 16_000));
    }
}
