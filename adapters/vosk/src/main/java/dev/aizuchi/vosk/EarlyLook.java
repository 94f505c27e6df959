package dev.aizuchi.vosk;

import dev.aizuchi.speech.AudioFrame;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Look at a short utterance as soon as the voice dips, instead of when the network has heard what follows.
 *
 * <p>A network that looks into the future gives a word a third of a second and more after its end: too late for 「止まれ」.
 * At a dip the sound so far is therefore decoded once more, as if it ended there. It costs as much as decoding the
 * utterance again, so it is done in its first seconds only: who wants a robot to stop speaks short.
 */
final class EarlyLook {
    /** A dip: this far below the loudest frame, for so long. */
    private static final double DIP_DB = 15;

    private static final int DIP_FRAMES = 60 / AudioFrame.MILLIS;
    /** Nothing was said yet while all frames are below. */
    private static final double SILENT_DB = -55;

    private static final int BEFORE_VOICE = 400 / AudioFrame.MILLIS;
    private static final int LONGEST = 2_400 / AudioFrame.MILLIS;
    private static final int FRAME_BYTES = AudioFrame.SAMPLES * 2;
    /** A look that takes longer is no earlier than the usual way; after three in a row there are none for a while. */
    private static final long SLOW_NANOS = 250_000_000;

    private static final int SLOW_LOOKS = 3;
    private static final int UTTERANCES_WITHOUT = 10;

    private static final System.Logger LOG = System.getLogger(EarlyLook.class.getName());

    /** Decodes sound as a whole utterance. */
    interface Reading {
        String read(byte[] sound, int length);
    }

    private final Reading reading;
    private final LongSupplier nanoTime;
    private final byte[] sound = new byte[LONGEST * FRAME_BYTES];
    private int frames;
    private double loudest;
    private int quiet;
    private int slow;
    private int without;

    EarlyLook(Reading reading, LongSupplier nanoTime) {
        this.reading = reading;
        this.nanoTime = nanoTime;
        begin();
    }

    /** Take a frame; give the text so far when the voice dips. */
    Optional<String> accept(AudioFrame frame) {
        double level = frame.levelDb();
        if (loudest < SILENT_DB && level < SILENT_DB && frames == BEFORE_VOICE) {
            System.arraycopy(sound, FRAME_BYTES, sound, 0, (frames - 1) * FRAME_BYTES);
            frames--;
        }
        if (frames == LONGEST || without > 0) {
            return Optional.empty();
        }
        System.arraycopy(frame.toBytes(), 0, sound, frames * FRAME_BYTES, FRAME_BYTES);
        frames++;
        quiet = level > loudest - DIP_DB ? 0 : quiet + 1;
        loudest = Math.max(loudest, level);
        return quiet == DIP_FRAMES && loudest >= SILENT_DB ? Optional.of(look()) : Optional.empty();
    }

    /** Forget the utterance. */
    void begin() {
        frames = 0;
        loudest = Double.NEGATIVE_INFINITY;
        quiet = 0;
        without = Math.max(0, without - 1);
    }

    private String look() {
        long begun = nanoTime.getAsLong();
        String text = reading.read(sound, frames * FRAME_BYTES);
        slow = nanoTime.getAsLong() - begun > SLOW_NANOS ? slow + 1 : 0;
        if (slow == SLOW_LOOKS) {
            // One more slow look, and it is off again.
            slow--;
            without = UTTERANCES_WITHOUT;
            LOG.log(System.Logger.Level.DEBUG, "too slow to look ahead for stop words; they come later for a while");
        }
        return text;
    }
}
