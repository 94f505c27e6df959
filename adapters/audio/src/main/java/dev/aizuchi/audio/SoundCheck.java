package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioFrame;

/**
 * Measure what a microphone gives, so that who installs it hears what is wrong; for one thread.
 *
 * <p>Hum is what is there at the mains' 50 or 60 Hz and twice and three times that in <em>every</em> second: a voice
 * has such tones as well, but does not hold them.
 */
public final class SoundCheck {
    private static final int SECOND = AudioFrame.SAMPLE_RATE;
    private static final int[] MAINS = {50, 60};
    private static final int HARMONICS = 3;
    /** Nearer to full scale than this is taken for cut off: resampling rounds the corners a little. */
    private static final int CLIPPED = 32_600;

    private static final double FULL_SCALE = 32_768;

    /** Frames by their level: index 0 is −100 dB. */
    private final long[] levels = new long[101];

    private final Goertzel[] tones = new Goertzel[MAINS.length * HARMONICS];
    /** The least of each mains' power in any second so far. */
    private final double[] hum = {Double.MAX_VALUE, Double.MAX_VALUE};

    private long samples;
    private double sum;
    private double squares;
    private int highest = Short.MIN_VALUE;
    private int lowest = Short.MAX_VALUE;
    private long clipped;

    /** Begin to measure. */
    public SoundCheck() {
        for (int i = 0; i < tones.length; i++) {
            tones[i] = new Goertzel(MAINS[i / HARMONICS] * (1 + i % HARMONICS));
        }
    }

    /** Take the next frame. */
    public void accept(AudioFrame frame) {
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            accept(frame.sample(i));
        }
        levels[(int) Math.round(frame.levelDb()) + 100]++;
    }

    private void accept(short sample) {
        sum += sample;
        squares += (double) sample * sample;
        highest = Math.max(highest, sample);
        lowest = Math.min(lowest, sample);
        clipped += Math.abs((int) sample) >= CLIPPED ? 1 : 0;
        for (Goertzel tone : tones) {
            tone.accept(sample / FULL_SCALE);
        }
        if (++samples % SECOND == 0) {
            endSecond();
        }
    }

    private void endSecond() {
        for (int mains = 0; mains < MAINS.length; mains++) {
            double power = 0;
            for (int i = 0; i < HARMONICS; i++) {
                power += tones[mains * HARMONICS + i].power();
            }
            hum[mains] = Math.min(hum[mains], power);
        }
    }

    /**
     * Tell what was measured since the beginning.
     *
     * @throws IllegalStateException when there was no frame yet
     */
    public SoundReport report() {
        if (samples == 0) {
            throw new IllegalStateException("there was no sound to report on");
        }
        int mains = hum[0] >= hum[1] ? 0 : 1;
        return new SoundReport(
                java.time.Duration.ofMillis(samples * 1_000 / SECOND),
                decibels(squares / samples / FULL_SCALE / FULL_SCALE),
                decibels(square(Math.max(Math.abs(highest), Math.abs(lowest)) / FULL_SCALE)),
                noiseDb(),
                (double) clipped / samples,
                sum / samples / FULL_SCALE,
                MAINS[mains],
                samples < SECOND ? SoundReport.SILENCE_DB : decibels(hum[mains]),
                highest - lowest <= SoundReport.DEAD_RANGE);
    }

    /** The level that a tenth of the frames does not exceed: speech pauses for longer than that. */
    private double noiseDb() {
        long frames = 0;
        int level = 0;
        for (long tenth = (samples / AudioFrame.SAMPLES + 9) / 10; frames < tenth; level++) {
            frames += levels[level];
        }
        return level - 101.0;
    }

    private static double square(double value) {
        return value * value;
    }

    private static double decibels(double power) {
        return Math.max(SoundReport.SILENCE_DB, 10 * Math.log10(Math.max(power, 1e-12)));
    }

    /** Measure the power of one tone over a second, by Goertzel's recursion. */
    private static final class Goertzel {
        private final double coefficient;
        private double last;
        private double beforeLast;

        Goertzel(int hertz) {
            coefficient = 2 * Math.cos(2 * Math.PI * hertz / SECOND);
        }

        void accept(double sample) {
            double next = sample + coefficient * last - beforeLast;
            beforeLast = last;
            last = next;
        }

        /** Give the mean square of the tone, and begin a new second. */
        double power() {
            double square = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
            last = 0;
            beforeLast = 0;
            return 2 * square / SECOND / SECOND;
        }
    }
}
