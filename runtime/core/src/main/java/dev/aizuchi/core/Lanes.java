package dev.aizuchi.core;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Run the dialogue's tasks one at a time; urgent ones overtake all others.
 *
 * <p>All methods may be called from any thread. A task that throws is reported and does not end the lanes.
 */
public interface Lanes extends AutoCloseable {

    /** Run before everything that is not urgent. */
    void urgent(Runnable task);

    /** Run after what is waiting. */
    void normal(Runnable task);

    /** Run on the normal lane, not before a delay has passed. */
    void after(Duration delay, Runnable task);

    /** Give the clock by which delays count. */
    InstantSource clock();

    /** Give a time in nanoseconds that only goes forward, whoever sets the clock. */
    default long nanoTime() {
        return System.nanoTime();
    }

    /** Finish the running task, drop the rest and end. */
    @Override
    void close();

    /** Start a thread of its own, in real time. */
    static Lanes onThread(InstantSource clock) {
        return new DialogueThread(clock);
    }
}
