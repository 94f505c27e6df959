package dev.aizuchi.voice;

import dev.aizuchi.speech.AudioClip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Make sound for tests. */
final class Tones {
    static final int RATE = 16_000;

    private Tones() {}

    /** A square wave with silence around it, all in milliseconds. */
    static AudioClip tone(int silence, int loud, int silenceAfter) {
        int perMilli = RATE / 1_000;
        short[] samples = new short[(silence + loud + silenceAfter) * perMilli];
        for (int i = silence * perMilli; i < (silence + loud) * perMilli; i++) {
            samples[i] = (short) (i % 40 < 20 ? 8_000 : -8_000);
        }
        return new AudioClip(samples, RATE);
    }

    static byte[] wav(AudioClip clip) {
        short[] samples = clip.samples();
        ByteBuffer data = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        data.asShortBuffer().put(samples);
        return wav(1, 1, clip.sampleRate(), 16, data.array());
    }

    static byte[] wav(int encoding, int channels, int rate, int bits, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) encoding).putShort((short) channels).putInt(rate);
        out.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return out.array();
    }
}
