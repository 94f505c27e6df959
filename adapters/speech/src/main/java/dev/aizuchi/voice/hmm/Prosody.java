package dev.aizuchi.voice.hmm;

/**
 * Say how something is spoken.
 *
 * @param rate 1 is the voice's own, 2 twice as fast; from 0.25 to 4
 * @param semitones how much higher than the voice's own, from −24 to 24
 * @param range how far the pitch moves, 1 is the voice's own, 0 not at all; to 3
 * @param decibels how much louder, from −60 to 20
 * @param breath how much of the voice is breath, 0 is the voice's own, 1 a whisper
 */
public record Prosody(double rate, double semitones, double range, double decibels, double breath) {
    /** As the voice was recorded. */
    public static final Prosody PLAIN = new Prosody(1, 0, 1, 0, 0);

    /** Check that it can be spoken so. */
    public Prosody {
        check("rate", rate, 0.25, 4);
        check("semitones", semitones, -24, 24);
        check("range", range, 0, 3);
        check("decibels", decibels, -60, 20);
        check("breath", breath, 0, 1);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but is " + value);
        }
    }

    /** Add what another says on top of this; what leaves the bounds is held at them. */
    public Prosody with(Prosody more) {
        return new Prosody(
                held(rate * more.rate, 0.25, 4),
                held(semitones + more.semitones, -24, 24),
                held(range * more.range, 0, 3),
                held(decibels + more.decibels, -60, 20),
                held(breath + more.breath, 0, 1));
    }

    private static double held(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
