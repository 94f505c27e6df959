package dev.aizuchi.audio;

import java.util.concurrent.TimeUnit;

/** Tell the time that passes and wait for it; a test passes its own. Callable from any thread. */
public interface MonotonicClock {

    /** Give the nanoseconds since some fixed instant. */
    long nanos();

    /**
     * Wait for an instant.
     *
     * @return false when the thread was interrupted, which stays marked
     */
    boolean waitUntil(long nanos);

    /** Give the clock of the machine. */
    static MonotonicClock system() {
        return new MonotonicClock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public boolean waitUntil(long nanos) {
                try {
                    TimeUnit.NANOSECONDS.sleep(nanos - nanos());
                    return true;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        };
    }
}
