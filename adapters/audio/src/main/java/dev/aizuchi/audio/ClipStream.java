package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioStream;
import java.util.Optional;

/** Read sound that comes in pieces as samples; counts what it has read. */
final class ClipStream implements SampleStream {
    private final AudioStream pieces;
    private final int rate;
    private short[] piece;
    private int at;
    private long before;

    /**
     * Begin with the first piece, which tells the rate.
     *
     * @param pieces those behind it
     */
    ClipStream(AudioClip first, AudioStream pieces) {
        this.pieces = pieces;
        this.rate = first.sampleRate();
        this.piece = first.samples();
    }

    /** Read a clip. */
    ClipStream(AudioClip clip) {
        this(clip, Optional::empty);
    }

    /** Give the length of all that has come so far. */
    long nanos() {
        return (before + piece.length) * 1_000_000_000L / rate;
    }

    /** Read it at another rate. */
    SampleStream at(int otherRate) {
        return Resampler.of(this, rate, otherRate);
    }

    @Override
    public int read(float[] into) {
        while (at == piece.length) {
            Optional<AudioClip> next = pieces.next();
            if (next.isEmpty()) {
                return -1;
            }
            before += piece.length;
            piece = next.get().samples();
            at = 0;
        }
        int count = Math.min(into.length, piece.length - at);
        for (int i = 0; i < count; i++) {
            into[i] = piece[at++] / 32_768f;
        }
        return count;
    }
}
