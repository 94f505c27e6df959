package dev.aizuchi.studio.live;

import dev.aizuchi.sim.RealTime;
import dev.aizuchi.sim.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Let a simulated floor run as fast as a person wants, or stand still, and be the clock of the agent on it.
 *
 * <p>The floor's own clock moves in ticks; this one shows the time in between, so that what takes milliseconds can be
 * seen. It never runs backwards. Callable from any thread.
 */
public final class Pace implements InstantSource, AutoCloseable {
    private final World world;
    private final LongSupplier nanoTime;
    /** Held while the floor is halted, which waits for its thread; that may ask for the time meanwhile. */
    private final Object setting = new Object();

    private final Object reading = new Object();
    private volatile double speed;
    private @Nullable RealTime running;
    private Instant base;
    private long baseNanos;

    Pace(World world, LongSupplier nanoTime) {
        this.world = world;
        this.nanoTime = nanoTime;
        this.base = world.clock().instant();
        this.baseNanos = nanoTime.getAsLong();
    }

    /** Start a floor; 1 is the machine's pace, 0 lets it stand still. */
    public static Pace of(World world, double speed) {
        Pace pace = new Pace(world, System::nanoTime);
        pace.set(speed);
        return pace;
    }

    /**
     * Go on at another speed.
     *
     * @throws IllegalArgumentException when it is negative or above 1,000
     */
    public void set(double factor) {
        if (!(factor >= 0 && factor <= RealTime.FASTEST)) {
            // Before the floor is halted, so that it goes on as it did.
            throw new IllegalArgumentException(
                    "speed must be from 0 to " + (int) RealTime.FASTEST + ", but is " + factor);
        }
        synchronized (setting) {
            close();
            if (factor != 0) {
                running = RealTime.run(world, factor);
                reckon(factor);
            }
        }
    }

    /** Give the speed; 0 while the floor stands still. */
    public double speed() {
        return speed;
    }

    @Override
    public Instant instant() {
        synchronized (reading) {
            long now = nanoTime.getAsLong();
            Instant estimate = base.plusNanos((long) ((now - baseNanos) * speed));
            Instant tick = world.clock().instant();
            Instant next = tick.plus(World.TICK);
            if (!estimate.isBefore(tick) && !estimate.isAfter(next)) {
                return estimate;
            }
            // The floor was held up, or has caught up: count from where it is.
            base = estimate.isBefore(tick) ? tick : next;
            baseNanos = now;
            return base;
        }
    }

    /** Count at this speed from now on. */
    private void reckon(double factor) {
        synchronized (reading) {
            base = instant();
            baseNanos = nanoTime.getAsLong();
            speed = factor;
        }
    }

    /** Let the floor stand still. */
    @Override
    public void close() {
        synchronized (setting) {
            if (running != null) {
                running.close();
                running = null;
            }
            reckon(0);
        }
    }
}
