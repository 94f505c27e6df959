package dev.aizuchi.voice;

import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.voice.hmm.Prosody;

/**
 * Say how a voice of hidden Markov models speaks in a style.
 *
 * @param prosody on top of the voice's own
 * @param pauses how much longer a pause is than words of the same rate would have it
 */
record Voicing(Prosody prosody, double pauses) {

    static Voicing of(SpeakingStyle style) {
        return switch (style) {
            case NORMAL -> new Voicing(Prosody.PLAIN, 1);
            case FAST -> new Voicing(new Prosody(1.2, 0, 1, 0, 0), 1);
            case SLOW_CLEAR -> new Voicing(new Prosody(0.8, 0, 1, 2, 0), 1.5);
            case SOFT -> new Voicing(new Prosody(0.92, -1, 0.9, -9, 0.35), 1.1);
        };
    }

    Voicing with(Prosody more) {
        return new Voicing(prosody.with(more), pauses);
    }

    /** A pause that is to last longer is spoken more slowly. */
    Prosody pausing(Prosody manner) {
        return manner.with(new Prosody(1 / pauses, 0, 1, 0, 0));
    }
}
