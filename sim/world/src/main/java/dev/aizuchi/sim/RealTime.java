package dev.aizuchi.sim;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Step a world by the machine's clock, at its pace or faster, on a thread of its own.
 *
 * <p>The time to pass is counted from the start, so that no drift adds up. A machine that falls behind catches up, but
 * what it slept through, such as a closed laptop lid, is left out.
 */
public final class RealTime implements AutoCloseable {
    /** The highest speed factor. */
    public static final double FASTEST = 1_000;

    private static final long LEFT_OUT_NANOS = Duration.ofSeconds(2).toNanos();

    private final World world;
    private final double speedFactor;
    private final LongSupplier nanoTime;
    private final Thread thread;
    private long start;
    private long stepped;
    private volatile boolean closed;

    RealTime(World world, double speedFactor, LongSupplier nanoTime) {
        if (!(speedFactor > 0 && speedFactor <= FASTEST)) {
            throw new IllegalArgumentException(
                    "speed factor must be above 0 and up to " + FASTEST + ", but is " + speedFactor);
        }
        this.world = world;
        this.speedFactor = speedFactor;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.thread = new Thread(this::loop, "simulated-world");
        thread.setDaemon(true);
    }

    /** Let a world run until this is closed; a factor of 1 is the machine's pace, 10 is ten times as fast. */
    public static RealTime run(World world, double speedFactor) {
        RealTime realTime = new RealTime(world, speedFactor, System::nanoTime);
        realTime.thread.start();
        return realTime;
    }

    /** Stop stepping; on return the world stands still, unless a listener called this. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Step the world by what is due. */
    void catchUp() {
        long due = (long) ((nanoTime.getAsLong() - start) * speedFactor);
        long behind = due - stepped;
        if (behind > LEFT_OUT_NANOS * speedFactor) {
            start += (long) (behind / speedFactor);
        } else if (behind >= World.TICK.toNanos()) {
            world.step(World.TICK);
            stepped += World.TICK.toNanos();
        }
    }

    private void loop() {
        while (!closed) {
            catchUp();
            long next = (long) ((stepped + World.TICK.toNanos()) / speedFactor);
            LockSupport.parkNanos(start + next - nanoTime.getAsLong());
        }
    }
}
