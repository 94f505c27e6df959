package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WavTest {

    @Test
    void reads_samples_and_rate() {
        AudioClip clip = Wav.parse(Tones.wav(new AudioClip(new short[] {1, -2, 32_767, -32_768}, 48_000)), "x");

        assertThat(clip.samples()).containsExactly(1, -2, 32_767, -32_768);
        assertThat(clip.sampleRate()).isEqualTo(48_000);
    }

    @Test
    void expands_every_mu_law_code_as_the_platform_does() throws Exception {
        byte[] codes = new byte[256];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) i;
        }
        var coded = new AudioInputStream(
                new ByteArrayInputStream(codes), new AudioFormat(Encoding.ULAW, 16_000, 8, 1, 1, 16_000, false), 256);
        byte[] plain =
                AudioSystem.getAudioInputStream(Encoding.PCM_SIGNED, coded).readAllBytes();

        AudioClip clip = Wav.parse(Tones.wav(7, 1, 16_000, 8, codes), "x");

        assertThat(clip.samples())
                .isEqualTo(Wav.parse(Tones.wav(1, 1, 16_000, 16, plain), "y").samples());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 11, 12, 30, 43, 60})
    void refuses_a_file_that_is_cut_off(int length) {
        byte[] cut = Arrays.copyOf(Tones.wav(Tones.tone(0, 10, 0)), length);

        assertThatThrownBy(() -> Wav.parse(cut, "a.wav"))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("a.wav");
    }

    @Test
    void refuses_a_chunk_of_negative_size() {
        byte[] file = Tones.wav(Tones.tone(0, 10, 0));
        // "junk" of −8 bytes in place of the format would be read for ever.
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(12, "junk".getBytes(StandardCharsets.US_ASCII))
                .putInt(16, -8);

        assertThatThrownBy(() -> Wav.parse(file, "a.wav")).isInstanceOf(AudioException.class);
    }

    @Test
    void refuses_text_and_stereo() {
        byte[] text = "file\ttext\nand no sound at all".getBytes(StandardCharsets.UTF_8);
        byte[] stereo = Tones.wav(1, 2, 44_100, 16, new byte[8]);

        assertThatThrownBy(() -> Wav.parse(text, "a.wav")).hasMessage("a.wav is not a WAV");
        assertThatThrownBy(() -> Wav.parse(stereo, "a.wav")).hasMessageContaining("2 channels");
    }
}
