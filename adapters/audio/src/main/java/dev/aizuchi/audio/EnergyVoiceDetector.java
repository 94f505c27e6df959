package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.VoiceDetector;

/**
 * Take for a voice what is well above the noise of the room; needs no model. For one thread.
 *
 * <p>The noise is the lowest level of the last 1.5 to 3 seconds: speech dips to it between syllables, a fan or white
 * noise stays there, so a steady noise is no voice after 3 seconds at most. It cannot tell a voice from a slammed door,
 * and loses a tone that is held for more than 3 seconds.
 */
public final class EnergyVoiceDetector implements VoiceDetector {
    /** Above the noise by so much, a frame is as likely a voice as not. */
    private static final double EVEN_DB = 9;
    /** The width of doubt around it. */
    private static final double SLOPE_DB = 1.5;
    /** What is taken for the noise of a room until it has been heard. */
    private static final double QUIET_ROOM_DB = -55;
    /** A digital silence is no measure: a voice is louder than this and {@link #EVEN_DB} together. */
    private static final double LOWEST_NOISE_DB = -62;

    private static final int PERIOD_FRAMES = 75;

    private double lowestBefore;
    private double lowestNow;
    private int framesNow;

    /** Begin in a quiet room. */
    public EnergyVoiceDetector() {
        reset();
    }

    @Override
    public double probability(AudioFrame frame) {
        double level = frame.levelDb();
        lowestNow = Math.min(lowestNow, level);
        double noise = Math.max(LOWEST_NOISE_DB, Math.min(lowestBefore, lowestNow));
        if (++framesNow == PERIOD_FRAMES) {
            lowestBefore = lowestNow;
            lowestNow = level;
            framesNow = 0;
        }
        return 1 / (1 + Math.exp((EVEN_DB - (level - noise)) / SLOPE_DB));
    }

    @Override
    public void reset() {
        lowestBefore = QUIET_ROOM_DB;
        lowestNow = QUIET_ROOM_DB;
        framesNow = 0;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
