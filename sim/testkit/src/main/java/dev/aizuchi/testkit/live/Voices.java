package dev.aizuchi.testkit.live;

import dev.aizuchi.speech.AudioClip;

/** Speaks lines in several voices. */
@FunctionalInterface
public interface Voices {
    /**
     * Speak at 16 kHz.
     *
     * @param voice a name; "" for the usual one
     * @param rate 1 as people usually speak, 0.8 slower
     * @throws IllegalArgumentException when there is no voice of this name; the message names those that there are
     */
    AudioClip speak(String text, String voice, double rate);
}
