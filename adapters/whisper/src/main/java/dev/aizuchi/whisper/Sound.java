package dev.aizuchi.whisper;

import dev.aizuchi.speech.AudioFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collect an utterance: samples from −1 to 1; the oldest go when it grows beyond a minute. */
final class Sound {
    static final int RATE = AudioFrame.SAMPLE_RATE;

    private static final int LONGEST = 60 * RATE;
    private static final int AT_FIRST = 8 * RATE;
    private static final float FULL_SCALE = 32_768f;
    /** A window for levels: long enough to be a syllable, not a click. */
    private static final int WINDOW = RATE / 10;

    private static final int STEP = RATE / 50;

    private float[] samples = new float[AT_FIRST];
    private int length;

    void add(AudioFrame frame) {
        if (length + AudioFrame.SAMPLES > LONGEST) {
            length -= LONGEST / 4;
            System.arraycopy(samples, LONGEST / 4, samples, 0, length);
        }
        if (length + AudioFrame.SAMPLES > samples.length) {
            samples = Arrays.copyOf(samples, Math.min(LONGEST, samples.length * 2));
        }
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            samples[length + i] = frame.sample(i) / FULL_SCALE;
        }
        length += AudioFrame.SAMPLES;
    }

    float[] copy() {
        return Arrays.copyOf(samples, length);
    }

    void clear() {
        length = 0;
        samples = samples.length > AT_FIRST ? new float[AT_FIRST] : samples;
    }

    /** Measure the loudest tenth of a second, in dB below full scale; −100 for silence. */
    static double loudestDb(float[] samples) {
        double loudest = 0;
        for (int from = 0; from < samples.length; from += WINDOW) {
            loudest = Math.max(loudest, power(samples, from, Math.min(samples.length, from + WINDOW)));
        }
        return Math.max(-100, 10 * Math.log10(Math.max(loudest, 1e-12)));
    }

    /** Cut a long sound into parts of at most a length, each at the quietest place of its last third. */
    static List<float[]> parts(float[] samples, int longest) {
        List<float[]> parts = new ArrayList<>();
        int from = 0;
        while (samples.length - from > longest) {
            int cut = quietest(samples, from + longest * 2 / 3, from + longest);
            parts.add(Arrays.copyOfRange(samples, from, cut));
            from = cut;
        }
        parts.add(Arrays.copyOfRange(samples, from, samples.length));
        return parts;
    }

    /** Give the sound with silence behind it, up to a length. */
    static float[] padded(float[] samples, int shortest) {
        return samples.length < shortest ? Arrays.copyOf(samples, shortest) : samples;
    }

    private static int quietest(float[] samples, int from, int to) {
        int best = from;
        double least = Double.MAX_VALUE;
        for (int at = from; at + WINDOW <= to; at += STEP) {
            double power = power(samples, at, at + WINDOW);
            if (power < least) {
                least = power;
                best = at + WINDOW / 2;
            }
        }
        return best;
    }

    private static double power(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i] * samples[i];
        }
        return sum / Math.max(1, to - from);
    }
}
