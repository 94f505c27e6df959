package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import java.time.Duration;

/**
 * Tell from each frame's voice probability where an utterance begins and ends, whatever detector it is from; lives on
 * the audio thread.
 *
 * <p>Begins after 60 ms of voice, so that a click is none; after 40 ms where the caller is quick to listen. Once begun,
 * a weaker voice is enough to go on, but not a click: 40 ms break a pause. Ends after as much silence as the caller has
 * patience for, or after 20 s, so that a television does not hold the recogniser for ever.
 */
final class Endpointer {
    /** How much of what came before the beginning belongs to it: a first consonant is soft. */
    static final int FRAMES_BEFORE = 400 / AudioFrame.MILLIS;

    private static final double VOICE_BEGINS = 0.5;
    /** A sentence's end trails off; detectors doubt it before people do. */
    private static final double VOICE_GOES_ON = 0.35;

    private static final int FRAMES_TO_BEGIN = 3;
    private static final int FRAMES_TO_BEGIN_QUICKLY = 2;
    private static final int FRAMES_TO_GO_ON = 2;
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
        return accept(probability, patience, false);
    }

    /** Take the next frame's probability; where {@code quick}, a shorter and weaker voice is a beginning. */
    Phase accept(double probability, Duration patience, boolean quick) {
        voiced = probability >= (speaking || quick ? VOICE_GOES_ON : VOICE_BEGINS) ? voiced + 1 : 0;
        silent = voiced >= FRAMES_TO_GO_ON ? 0 : silent + 1;
        if (!speaking) {
            if (voiced < (quick ? FRAMES_TO_BEGIN_QUICKLY : FRAMES_TO_BEGIN)) {
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
