package dev.aizuchi.voice.hmm;

import java.util.SplittableRandom;

/**
 * Make the sound that the filter shapes: pulses of the pitch and noise, mixed over the frequencies.
 *
 * <p>A filter that lets the voiced part through takes the pulses; what it holds back is noise (Maia and others, 2007).
 */
final class Excitation {
    /** The same noise each time: a sentence sounds as it did before, and tests can compare. */
    private static final long SEED = 20_240_501;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final double[] ring;
    private int index;
    private double period;
    private double change;
    private double counter;

    Excitation(int filterLength) {
        ring = new double[filterLength];
    }

    /** Begin a frame that ends with a pitch period in samples, 0 for unvoiced. */
    void begin(double next, int frame) {
        if (period != 0 && next != 0) {
            change = (next - period) / frame;
        } else {
            change = 0;
            period = next;
            counter = next;
        }
    }

    /** End a frame at its pitch period, free of what rounding added. */
    void end(double reached) {
        period = reached;
    }

    /**
     * Give the next sample.
     *
     * @param voicing the filter of this frame
     * @param breath how much of the voiced part is taken for noise, 0 to 1
     */
    double next(double[] voicing, double breath) {
        double noise = random.nextGaussian();
        int centre = (ring.length - 1) / 2;
        ring[(index + centre) % ring.length] += noise;
        if (period != 0) {
            counter += 1;
            double pulse = 0;
            if (counter >= period) {
                pulse = Math.sqrt(period);
                counter -= period;
            }
            double voiced = (pulse - noise) * (1 - breath);
            for (int i = 0, at = index; i < ring.length; i++) {
                ring[at] += voiced * voicing[i];
                at = at + 1 == ring.length ? 0 : at + 1;
            }
            period += change;
        }
        double sample = ring[index];
        ring[index] = 0;
        index = (index + 1) % ring.length;
        return sample;
    }
}
