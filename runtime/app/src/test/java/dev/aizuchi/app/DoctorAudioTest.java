package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.app.DoctorCommand.State;
import dev.aizuchi.audio.ClipSource;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSource;
import org.junit.jupiter.api.Test;

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
    void tells_why_a_microphone_cannot_be_heard() {
        var broken = DoctorAudio.measured(
                () -> {
                    throw new AudioException("in use by another program");
                },
                State.BROKEN);
        assertThat(broken.state()).isEqualTo(State.BROKEN);
        assertThat(broken.detail()).contains("in use by another program");
        assertThat(DoctorAudio.measured(() -> new ClipSource(new AudioClip(new short[0], 16_000)), State.NOTE)
                        .detail())
                .contains("ended before");
    }

    @Test
    void lists_devices_or_says_what_to_do_without() {
        assertThat(DoctorAudio.devices())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.state() == State.GOOD
                                || finding.detail().contains("pulseaudio-utils"))
                        .isTrue());
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
