package dev.aizuchi.core;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hold a sentence's sound while it is made: one thread adds to it, others play it and look at it. */
final class GrowingSound {
    /** Characters that a voice says in a second, about; until all of a sentence is made its length is not known. */
    private static final int SIGNS_A_SECOND = 7;

    private final String text;
    private short[] samples = {};
    private int length;
    private int rate = 1;
    private boolean whole;
    private boolean abandoned;
    private @Nullable RuntimeException failure;

    GrowingSound(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    synchronized int rate() {
        return rate;
    }

    /** Add the next piece; tells whether more is wanted. */
    synchronized boolean add(AudioClip piece) {
        if (whole) {
            return false;
        }
        short[] more = piece.samples();
        if (length + more.length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + more.length));
        }
        System.arraycopy(more, 0, samples, length, more.length);
        length += more.length;
        rate = piece.sampleRate();
        notifyAll();
        return true;
    }

    /** Note that this was all. */
    synchronized void end() {
        whole = true;
        notifyAll();
    }

    /** Give nobody anything more of it. */
    synchronized void abandon() {
        abandoned = true;
        end();
    }

    /** Note why there is no more. */
    synchronized void fail(RuntimeException fault) {
        failure = fault;
        end();
    }

    /**
     * Wait for the first piece behind a place.
     *
     * @return whether there is one
     */
    synchronized boolean await(int from) {
        try {
            while (!whole && length <= from) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (failure != null) {
            throw failure;
        }
        return length > from && !abandoned;
    }

    /** Give what sounds from a place on, as it comes. */
    AudioStream from(int first) {
        int[] at = {first};
        return () -> {
            if (!await(at[0])) {
                return Optional.empty();
            }
            synchronized (this) {
                short[] piece = Arrays.copyOfRange(samples, at[0], length);
                at[0] = length;
                return Optional.of(new AudioClip(piece, rate));
            }
        };
    }

    /** Give about the words that are heard up to a place. */
    synchronized String heard(int at) {
        long expected = whole ? length : Math.max(length, (long) text.length() * rate / SIGNS_A_SECOND);
        return text.substring(0, (int) Math.min(text.length(), (long) text.length() * at / Math.max(1, expected)));
    }

    /** Hold a place within what is made. */
    synchronized int within(long at) {
        return (int) Math.max(0, Math.min(length, at));
    }

    /** Find the quietest hundredth of a second before a place, such as between two words. */
    synchronized int quietest(int at, int backMillis) {
        int step = Math.max(1, rate / 100);
        int best = at;
        double least = Double.MAX_VALUE;
        for (int begin = Math.max(0, at - rate * backMillis / 1_000); begin + step <= at; begin += step) {
            double power = 0;
            for (int i = begin; i < begin + step; i++) {
                power += (double) samples[i] * samples[i];
            }
            if (power < least) {
                least = power;
                best = begin;
            }
        }
        return best;
    }
}
