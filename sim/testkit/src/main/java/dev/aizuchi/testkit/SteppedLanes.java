package dev.aizuchi.testkit;

import dev.aizuchi.core.Lanes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Run the lanes on the caller's thread when told to, on a clock that stands still in between. */
public final class SteppedLanes implements Lanes {
    private record Delayed(Instant due, long order, Runnable task) {}

    private final InstantSource delays;
    private final InstantSource clock;
    private final Queue<Runnable> urgent = new ArrayDeque<>();
    private final Queue<Runnable> normal = new ArrayDeque<>();
    private final Queue<Delayed> delayed =
            new PriorityQueue<>(Comparator.comparing(Delayed::due).thenComparingLong(Delayed::order));
    private long orders;

    /** Count delays by a clock that somebody else moves, such as a world's. */
    public SteppedLanes(InstantSource clock) {
        this(clock, clock);
    }

    /**
     * Count delays by one clock and tell the time by another, that may be set: a runtime's delays are of the monotonic
     * clock, and a wall clock that jumps moves none.
     */
    SteppedLanes(InstantSource delays, InstantSource clock) {
        this.delays = delays;
        this.clock = clock;
    }

    @Override
    public void urgent(Runnable task) {
        urgent.add(task);
    }

    @Override
    public void normal(Runnable task) {
        normal.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        delayed.add(new Delayed(delays.instant().plus(delay), orders++, task));
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public long nanoTime() {
        Instant now = delays.instant();
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    /** Run all that is due, and what that brings about, until nothing is. */
    public void run() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
    }

    @Override
    public void close() {
        urgent.clear();
        normal.clear();
        delayed.clear();
    }

    private @Nullable Runnable next() {
        if (!urgent.isEmpty()) {
            return urgent.poll();
        }
        Delayed soonest = delayed.peek();
        if (soonest != null && !soonest.due.isAfter(delays.instant())) {
            delayed.poll();
            return soonest.task;
        }
        return normal.poll();
    }
}
