package dev.aizuchi.testkit.turns;

import dev.aizuchi.speech.AudioFrame;
import java.util.SplittableRandom;

/**
 * Lead what a loudspeaker gives to a microphone beside it: 40 ms later, directly and by forty reflections that fade by
 * 60 dB in 200 ms, weaker by a given number of decibels.
 */
final class EchoPath {
    private static final int DELAY = 640;
    private static final int REFLECTIONS = 40;
    private static final int LONGEST = 1_600;
    /** 60 dB in 200 ms. */
    private static final double FADING = Math.log(1_000) / 3_200;

    private final int[] delays = new int[REFLECTIONS + 1];
    private final double[] gains = new double[REFLECTIONS + 1];
    private final double[] past = new double[DELAY + LONGEST + 1];
    private int at;

    /** Make a path; −20 leaves a tenth of the amplitude. */
    EchoPath(double db, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double power = 0;
        for (int i = 0; i <= REFLECTIONS; i++) {
            int later = i == 0 ? 0 : random.nextInt(16, LONGEST);
            delays[i] = DELAY + later;
            gains[i] = (i == 0 ? 1 : random.nextDouble(-0.5, 0.5)) * Math.exp(-FADING * later);
            power += gains[i] * gains[i];
        }
        double gain = Math.pow(10, db / 20) / Math.sqrt(power);
        for (int i = 0; i <= REFLECTIONS; i++) {
            gains[i] *= gain;
        }
    }

    /** Give the frame that the microphone hears of the person and of the loudspeaker. */
    AudioFrame mix(AudioFrame person, AudioFrame played) {
        short[] mixed = new short[AudioFrame.SAMPLES];
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            past[at] = played.sample(i);
            double sum = person.sample(i);
            for (int tap = 0; tap <= REFLECTIONS; tap++) {
                int then = at - delays[tap];
                sum += gains[tap] * past[then < 0 ? then + past.length : then];
            }
            mixed[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
            at = at + 1 == past.length ? 0 : at + 1;
        }
        return AudioFrame.copyOf(mixed, 0);
    }
}
