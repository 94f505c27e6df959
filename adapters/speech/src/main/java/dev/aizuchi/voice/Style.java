package dev.aizuchi.voice;

import dev.aizuchi.voice.hmm.Prosody;

/** Say in which manner a voice of hidden Markov models speaks. */
public enum Style {
    /** As the voice was recorded. */
    NORMAL,
    /** For who hears badly: slower, with longer pauses, a little louder; neither higher nor sing-song. */
    SLOW_CLEAR,
    /** For the night: quiet, breathy, a little slower and lower. */
    SOFT;

    Prosody prosody() {
        return switch (this) {
            case NORMAL -> Prosody.PLAIN;
            case SLOW_CLEAR -> new Prosody(0.8, 0, 1, 2, 0);
            case SOFT -> new Prosody(0.92, -1, 0.9, -9, 0.35);
        };
    }

    /** How much longer a pause is than words of the same rate would have it. */
    double pauses() {
        return switch (this) {
            case NORMAL -> 1;
            case SLOW_CLEAR -> 1.5;
            case SOFT -> 1.1;
        };
    }
}
