package dev.aizuchi.core;

import java.util.function.LongSupplier;

/**
 * Hold a voice in a pause, and tell what has been cut. Its monitor guards what a voice knows of what sounds, too, so
 * that neither a pause nor a cut comes between. On any thread.
 */
final class Hold {
    /** A pause that nobody ends is over. */
    private static final long LONGEST_MILLIS = 10_000;

    private final LongSupplier nanoTime;
    private long cuts;
    private boolean paused;

    Hold(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Count the cuts so far. */
    synchronized long cuts() {
        return cuts;
    }

    /** Begin a pause; tells whether there was none. */
    synchronized boolean pause() {
        boolean begins = !paused;
        paused = true;
        return begins;
    }

    synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    /** Cut what sounds and what waits to. */
    synchronized void cut() {
        cuts++;
        goOn();
    }

    /** Wait until no pause holds; false after a cut, and on a thread that shall end. */
    synchronized boolean passes(long cutsBefore) {
        try {
            while (paused && cuts == cutsBefore) {
                long begun = nanoTime.getAsLong();
                wait(LONGEST_MILLIS);
                paused &= nanoTime.getAsLong() - begun < LONGEST_MILLIS * 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return cuts == cutsBefore;
    }
}
