package dev.aizuchi.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Hold 20 ms of sound: 320 samples, 16 kHz, mono, signed 16 bit.
 *
 * <p>Immutable; a class, since a record would hand out its array.
 */
public final class AudioFrame {
    /** Samples a second. */
    public static final int SAMPLE_RATE = 16_000;
    /** Samples in a frame. */
    public static final int SAMPLES = 320;
    /** Length of a frame in milliseconds. */
    public static final int MILLIS = 20;

    private final short[] samples;

    private AudioFrame(short[] samples) {
        this.samples = samples;
    }

    /** Copy 320 samples from an offset; what the array lacks is silence. */
    public static AudioFrame copyOf(short[] source, int offset) {
        short[] samples = new short[SAMPLES];
        int length = Math.min(SAMPLES, source.length - offset);
        if (length > 0) {
            System.arraycopy(source, offset, samples, 0, length);
        }
        return new AudioFrame(samples);
    }

    /** Make a frame of silence. */
    public static AudioFrame silence() {
        return new AudioFrame(new short[SAMPLES]);
    }

    /** Give one sample. */
    public short sample(int index) {
        return samples[index];
    }

    /** Write the samples as little-endian bytes, 640 of them. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLES * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    /** Measure the level: root mean square in dB below full scale, −100 for silence. */
    public double levelDb() {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        double rms = Math.sqrt(sum / SAMPLES) / 32_768;
        return Math.max(-100, 20 * Math.log10(Math.max(rms, 1e-9)));
    }
}
