package dev.aizuchi.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tell how a microphone sounds; levels are in dB below full scale.
 *
 * @param length how long was listened
 * @param levelDb the root mean square
 * @param peakDb the highest sample
 * @param noiseDb the level of the quietest tenth
 * @param clipped the share of samples that are cut off at full scale, from 0 to 1
 * @param offset the mean in parts of full scale, from −1 to 1; 0 is right
 * @param mains the frequency of the stronger hum, 50 or 60 Hz
 * @param humDb the level of that hum
 * @param dead whether it gave one and the same value all the time
 */
public record SoundReport(
        Duration length,
        double levelDb,
        double peakDb,
        double noiseDb,
        double clipped,
        double offset,
        int mains,
        double humDb,
        boolean dead) {
    static final double SILENCE_DB = -100;
    /** A dithered nothing moves by one step up and down. */
    static final int DEAD_RANGE = 2;

    private static final double FAINT_DB = -60;
    private static final double NOISY_DB = -40;
    private static final double HUM_DB = -55;
    private static final double MOST_CLIPPED = 0.001;
    private static final double MOST_OFFSET = 0.01;
    /** Of the noise, at least this much below it is the hum's. */
    private static final double HUM_SHARE_DB = 6;

    /** Say what is wrong and how to mend it, one sentence each; empty when all is well. */
    public List<String> troubles() {
        if (dead) {
            return List.of("it gives only silence: is it muted, or the wrong device?");
        }
        List<String> troubles = new ArrayList<>();
        add(
                troubles,
                peakDb < FAINT_DB,
                "hardly anything is heard: speak, and if that changes nothing, raise the gain");
        add(troubles, clipped > MOST_CLIPPED, "it is cut off at full scale: lower the gain");
        add(troubles, Math.abs(offset) > MOST_OFFSET, "it is off centre: use another sound card or a high-pass filter");
        boolean hum = humDb > HUM_DB && humDb > noiseDb - HUM_SHARE_DB;
        add(troubles, hum, "it hums at " + mains + " Hz: look at its cable, its earth and its power supply");
        add(troubles, !hum && noiseDb > NOISY_DB, "the noise is loud: move it away from fans, or lower the gain");
        return troubles;
    }

    private static void add(List<String> troubles, boolean there, String trouble) {
        if (there) {
            troubles.add(trouble);
        }
    }

    /** Give the figures in one line, for people. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "level %.0f dB, peak %.0f dB, noise %.0f dB, clipped %.1f %%, offset %.1f %%, hum of %d Hz %.0f dB",
                levelDb,
                peakDb,
                noiseDb,
                100 * clipped,
                100 * offset,
                mains,
                humDb);
    }
}
