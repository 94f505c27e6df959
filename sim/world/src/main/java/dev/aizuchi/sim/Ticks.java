package dev.aizuchi.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the world's time, which goes on by whole ticks; safe on any thread. */
final class Ticks implements InstantSource {
    static final Duration TICK = Duration.ofMillis(20);
    static final double SECONDS = TICK.toMillis() / 1000.0;

    private static final long MILLIS = TICK.toMillis();

    private final Instant start;
    private final AtomicLong count = new AtomicLong();

    Ticks(Instant start) {
        this.start = start;
    }

    /** Count how many ticks a time lasts. */
    static long in(Duration time) {
        return time.toMillis() / TICK.toMillis();
    }

    /** Count the ticks since the beginning. */
    long count() {
        return count.get();
    }

    void next() {
        count.incrementAndGet();
    }

    @Override
    public Instant instant() {
        return start.plusMillis(MILLIS * count.get());
    }
}
