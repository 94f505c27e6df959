package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioFrame;
import java.util.Arrays;
import java.util.Optional;

/** Cut a stream of 16 kHz into frames; the last one is filled up with silence. */
final class Frames {
    private final SampleStream stream;
    private final float[] block = new float[AudioFrame.SAMPLES];
    private int blockLength;
    private int blockAt;

    Frames(SampleStream stream) {
        this.stream = stream;
    }

    Optional<AudioFrame> next() {
        short[] samples = new short[AudioFrame.SAMPLES];
        int filled = 0;
        while (filled < samples.length && refill()) {
            samples[filled++] = toShort(block[blockAt++]);
        }
        return filled == 0 ? Optional.empty() : Optional.of(AudioFrame.copyOf(samples, 0));
    }

    private boolean refill() {
        if (blockAt == blockLength) {
            blockAt = 0;
            blockLength = Math.max(0, stream.read(block));
        }
        return blockLength > 0;
    }

    /** Scale a sample to 16 bit; what is beyond full scale is clipped. */
    static short toShort(float sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 32_768f)));
    }

    /** Read a stream to its end, up to a number of samples. */
    static short[] readAll(SampleStream stream, int limit) {
        short[] all = new short[AudioFrame.SAMPLE_RATE];
        float[] block = new float[AudioFrame.SAMPLES];
        int length = 0;
        for (int read = stream.read(block); read > 0 && length < limit; read = stream.read(block)) {
            if (length + read > all.length) {
                all = Arrays.copyOf(all, all.length * 2);
            }
            for (int i = 0; i < read; i++) {
                all[length++] = toShort(block[i]);
            }
        }
        return Arrays.copyOf(all, Math.min(length, limit));
    }
}
