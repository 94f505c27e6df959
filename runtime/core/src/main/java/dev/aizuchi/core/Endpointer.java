package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import java.time.Duration;

/**
 * Tell from each frame's voice probability where an utterance begins and ends; lives on the audio thread.
 *
 * <p>Begins after 60 ms of voice, so that a click is none; ends after as much silence as the caller has patience for,
 * or after 20 s, so that a television does not hold the recogniser for ever.
 */
final class Endpointer {
    private static final double VOICE = 0.5;
    private static final int FRAMES_TO_BEGIN = 3;
    private static final int FRAMES_AT_MOST = 20_000 / AudioFrame.MILLIS;

    /** Where the sound stands. */
    enum Phase {
        SILENT,
        BEGUN,
        SPEAKING,
        ENDED
    }

    private boolean speaking;
    private int voiced;
    private int silent;
    private int frames;

    /** Take the next frame's probability; {@code patience} is the silence that ends the utterance. */
    Phase accept(double probability, Duration patience) {
        boolean voice = probability >= VOICE;
        voiced = voice ? voiced + 1 : 0;
        silent = voice ? 0 : silent + 1;
        if (!speaking) {
            if (voiced < FRAMES_TO_BEGIN) {
                return Phase.SILENT;
            }
            speaking = true;
            frames = 0;
            return Phase.BEGUN;
        }
        frames++;
        if (silence().compareTo(patience) >= 0 || frames >= FRAMES_AT_MOST) {
            speaking = false;
            voiced = 0;
            return Phase.ENDED;
        }
        return Phase.SPEAKING;
    }

    /** Give the length of the present pause. */
    Duration silence() {
        return Duration.ofMillis((long) silent * AudioFrame.MILLIS);
    }

    boolean isSpeaking() {
        return speaking;
    }
}
