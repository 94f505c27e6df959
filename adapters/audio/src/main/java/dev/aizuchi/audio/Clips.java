package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;

/** Work on whole clips. */
public final class Clips {
    private Clips() {}

    /** Give a clip at another rate, in samples a second. */
    public static AudioClip at(AudioClip clip, int rate) {
        return new AudioClip(Frames.readAll(new ClipStream(clip).at(rate), Integer.MAX_VALUE), rate);
    }
}
