package dev.aizuchi.testkit.noise;

import dev.aizuchi.speech.AudioClip;
import java.util.List;
import java.util.Random;

/**
 * Say in what somebody speaks.
 *
 * @param background what else is heard
 * @param snrDb how far speech stands out from it, in dB; without meaning where it is clean
 */
public record Circumstance(Background background, double snrDb) {
    /** A quiet room. */
    public static final Circumstance QUIET = new Circumstance(Background.CLEAN, 0);

    /** Sound below so much of the loudest is pause, and does not count for how loud somebody speaks. */
    private static final double PAUSE = 0.02;

    public Circumstance {
        if (!Double.isFinite(snrDb)) {
            throw new IllegalArgumentException("a signal-to-noise ratio is a number of dB, but is " + snrDb);
        }
    }

    /**
     * Put speech into it.
     *
     * @param speech at 16 kHz
     * @param talk what others say, at 16 kHz
     * @throws IllegalArgumentException when the speech has another rate
     */
    public AudioClip mix(AudioClip speech, List<short[]> talk, Random chance) {
        if (speech.sampleRate() != Background.RATE) {
            throw new IllegalArgumentException(
                    "noise is made at 16 kHz, but speech has " + speech.sampleRate() + " Hz");
        }
        if (background == Background.CLEAN) {
            return speech;
        }
        short[] said = speech.samples();
        double[] noise = background.sound(said.length, talk, chance);
        double scale = spoken(said) / Math.max(1e-9, Background.loudness(noise)) * Math.pow(10, -snrDb / 20);
        short[] mixed = new short[said.length];
        for (int i = 0; i < said.length; i++) {
            mixed[i] = (short) Math.max(
                    Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(said[i] + scale * noise[i])));
        }
        return new AudioClip(mixed, Background.RATE);
    }

    private static double spoken(short[] said) {
        int loudest = 0;
        for (short sample : said) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        double sum = 0;
        int count = 0;
        for (short sample : said) {
            if (Math.abs(sample) > PAUSE * loudest) {
                sum += (double) sample * sample;
                count++;
            }
        }
        return Math.sqrt(sum / Math.max(1, count));
    }

    @Override
    public String toString() {
        return background == Background.CLEAN
                ? background.wireName()
                : background.wireName() + " " + (snrDb == Math.rint(snrDb) ? Long.toString((long) snrDb) : snrDb)
                        + " dB";
    }
}
