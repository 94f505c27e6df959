package dev.aizuchi.vosk;

import dev.aizuchi.speech.AudioFrame;
import java.io.ByteArrayOutputStream;

/**
 * Give a decoder, at the begin of a pause, the silence that it would have to wait for.
 *
 * <p>The network looks into the future, so the last word is told only when what follows it has been heard. In a pause
 * that is more of the same: the last 60 ms, forwards and backwards, so that a room's noise stays what it is. The
 * silence that then comes is left out for as long. Who goes on sooner may have been in the middle of a word, as in a
 * slow 「もっと」; so the sound is kept, to be decoded anew without what was added.
 */
final class PauseAhead {
    /** What the network looks ahead, and its step, without the pause before a listener tells of it. */
    static final int FRAMES = 300 / AudioFrame.MILLIS;
    /** Who talks longer without an end is not hurried: to decode all of it anew would take too long. */
    static final int LONGEST = 10_000 / AudioFrame.MILLIS;

    private static final int FRAME_BYTES = AudioFrame.SAMPLES * 2;
    private static final int REPEATED = 60 / AudioFrame.MILLIS * FRAME_BYTES;

    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
    private int owed;

    /** Take the next frame; tells whether the decoder has had its silence already. */
    boolean holds(AudioFrame frame) {
        if (sound.size() <= LONGEST * FRAME_BYTES) {
            sound.write(frame.toBytes(), 0, FRAME_BYTES);
        }
        if (owed == 0) {
            return false;
        }
        owed--;
        return true;
    }

    /** Give the silence to come, as little-endian samples; empty where there is too little to go by, or too much. */
    byte[] begin() {
        if (owed > 0 || sound.size() < REPEATED || sound.size() > LONGEST * FRAME_BYTES) {
            return new byte[0];
        }
        owed = FRAMES;
        byte[] all = sound.toByteArray();
        byte[] ahead = new byte[FRAMES * FRAME_BYTES];
        for (int i = 0; i < ahead.length; i += 2) {
            int round = i % (2 * REPEATED);
            int back = round < REPEATED ? round + 2 : 2 * REPEATED - round;
            ahead[i] = all[all.length - back];
            ahead[i + 1] = all[all.length - back + 1];
        }
        return ahead;
    }

    /** Go on with the sound as it comes; gives all of it where the decoder had more silence than there was. */
    byte[] end() {
        byte[] anew = owed > 0 ? sound.toByteArray() : new byte[0];
        owed = 0;
        return anew;
    }

    /** Forget the sound: what comes belongs to another utterance, or to what the decoder has not let go. */
    void forget() {
        sound.reset();
    }
}
