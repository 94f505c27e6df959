package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;

/**
 * Tell a sudden sound: louder than all of the last two seconds, as a voice is that begins beside what is left of the
 * robot's own. It comes before a detector is sure of a voice, which a soft first consonant delays by a tenth of a
 * second or two. What is left in a room where echo is cancelled badly is loud by itself, so that it takes more there.
 *
 * <p>The numbers were chosen on the development part of {@code eval turns}; BENCHMARKS.md.
 */
final class LevelRise {
    private static final int KNOWN_FRAMES = 2_000 / AudioFrame.MILLIS;
    private static final int LEAST_FRAMES = 200 / AudioFrame.MILLIS;
    private static final double ABOVE_DB = 6;
    /** What is softer is no speech at any microphone that is set up well. */
    private static final double LEAST_DB = -50;

    private final double[] levels = new double[KNOWN_FRAMES];
    private int count;

    /** Take the level of the next frame without a voice, in dB below full scale. */
    boolean accept(double levelDb) {
        double loudest = LEAST_DB;
        for (int i = 0; i < Math.min(count, KNOWN_FRAMES); i++) {
            loudest = Math.max(loudest, levels[i] + ABOVE_DB);
        }
        boolean sudden = count >= LEAST_FRAMES && levelDb > loudest;
        levels[count++ % KNOWN_FRAMES] = levelDb;
        return sudden;
    }
}
