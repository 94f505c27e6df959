package dev.aizuchi.audio;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Change the sample rate of a stream, any rate to any, with bounded memory.
 *
 * <p>Band-limited interpolation by a windowed sinc (J. O. Smith, "Digital Audio Resampling"): each output sample is the
 * sum of the input around its instant, weighted by a low pass whose stop band begins at half of the lower rate. The
 * kernel is tabulated finely and interpolated, so one table serves every pair of rates. Positions are counted in
 * integers, so three hours do not drift.
 */
final class Resampler implements SampleStream {
    /** Zero crossings of the kernel on either side, at the lower rate: the transition band is 1.25 kHz at 16 kHz. */
    private static final int CROSSINGS = 32;

    private static final int STEPS_PER_CROSSING = 512;
    /** Kaiser's shape for 80 dB in the stop band. */
    private static final double BETA = 8.0;
    /** Middle of the transition band in parts of half the lower rate, so that the stop band begins at half the rate. */
    private static final double CUTOFF = 0.92;

    /** Rows of weights that are kept; odd pairs of rates have thousands. */
    private static final int MAX_KNOWN = 1_024;

    private static final double[] KERNEL = kernel();

    private final SampleStream input;
    private final int from;
    private final int to;
    /** Kernel steps for one input sample. */
    private final double stepsPerSample;

    private final double gain;
    /** Input samples on either side of an output instant that count. */
    private final int reach;

    /** The fractions that occur are multiples of it. */
    private final int phaseStep;

    private final float[] @Nullable [] known;

    private final float[] block;
    private float[] window;
    /** Samples in the window. */
    private int length;
    /** Index in the window of the input sample at or before the next output instant. */
    private int at;
    /** How far behind it the instant is, in parts of 1/to of an input sample. */
    private long fraction;

    private boolean ended;
    private long inputTotal;
    private long outputTotal;

    private Resampler(SampleStream input, int from, int to) {
        this.input = input;
        this.from = from;
        this.to = to;
        double lower = Math.min(1.0, (double) to / from);
        this.stepsPerSample = lower * STEPS_PER_CROSSING;
        this.gain = lower;
        this.reach = (int) Math.ceil(CROSSINGS / lower);
        this.phaseStep = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
        this.known = new float[Math.min(MAX_KNOWN, to / phaseStep)][];
        this.block = new float[Math.max(1, from / 100)];
        this.window = new float[4 * reach + 2 * block.length];
        // Silence before the first sample, so that the first instant has a full window.
        this.length = reach;
        this.at = reach;
    }

    /** Change the rate of a stream; gives the stream itself when the rates are equal. */
    static SampleStream of(SampleStream input, int from, int to) {
        return from == to ? input : new Resampler(input, from, to);
    }

    @Override
    public int read(float[] into) {
        int written = 0;
        while (written < into.length && advance()) {
            into[written++] = interpolate();
            outputTotal++;
            fraction += from;
            at += (int) (fraction / to);
            fraction %= to;
        }
        return written == 0 && ended ? -1 : written;
    }

    /** Take input until the next instant has a full window; false when it lies beyond the end or what is there. */
    private boolean advance() {
        while (at + reach >= length && !ended) {
            int read = input.read(block);
            if (read < 0) {
                ended = true;
                append(new float[2 * reach + 1], 2 * reach + 1);
            } else if (read == 0) {
                return false;
            } else {
                inputTotal += read;
                append(block, read);
            }
        }
        // The output lasts as long as the input, to the nearest sample.
        return !ended || outputTotal * from < inputTotal * to;
    }

    private void append(float[] samples, int count) {
        int unused = Math.max(0, at - reach);
        System.arraycopy(window, unused, window, 0, length - unused);
        length -= unused;
        at -= unused;
        if (length + count > window.length) {
            window = Arrays.copyOf(window, length + count);
        }
        System.arraycopy(samples, 0, window, length, count);
        length += count;
    }

    private float interpolate() {
        float[] weights = weights();
        int first = at - reach + 1;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += window[first + i] * weights[i];
        }
        return (float) sum;
    }

    /** Give the weights of the samples around the instant; they recur, so they are kept where they are few. */
    private float[] weights() {
        int phase = (int) (fraction / phaseStep);
        if (phase >= known.length) {
            return computeWeights();
        }
        float[] weights = known[phase];
        if (weights == null) {
            weights = computeWeights();
            known[phase] = weights;
        }
        return weights;
    }

    private float[] computeWeights() {
        double offset = (double) fraction / to;
        float[] weights = new float[2 * reach];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (gain * weight(Math.abs(i - reach + 1 - offset) * stepsPerSample));
        }
        return weights;
    }

    private static double weight(double steps) {
        int step = (int) steps;
        if (step >= KERNEL.length - 1) {
            return 0;
        }
        double left = KERNEL[step];
        return left + (KERNEL[step + 1] - left) * (steps - step);
    }

    private static double[] kernel() {
        double[] kernel = new double[CROSSINGS * STEPS_PER_CROSSING + 1];
        for (int i = 0; i < kernel.length; i++) {
            double crossings = (double) i / STEPS_PER_CROSSING;
            double edge = crossings / CROSSINGS;
            double window = bessel(BETA * Math.sqrt(1 - edge * edge)) / bessel(BETA);
            double angle = Math.PI * CUTOFF * crossings;
            kernel[i] = CUTOFF * (i == 0 ? 1 : Math.sin(angle) / angle) * window;
        }
        return kernel;
    }

    /** The modified Bessel function of the first kind and order zero, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-15; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
