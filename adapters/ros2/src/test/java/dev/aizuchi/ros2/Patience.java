package dev.aizuchi.ros2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Wait for what other threads and processes do, much longer than it takes. */
public final class Patience {
    private static final long SECONDS = 30;

    private Patience() {}

    public static <T> T next(BlockingQueue<T> queue) {
        try {
            T item = queue.poll(SECONDS, TimeUnit.SECONDS);
            assertThat(item).as("something arrives within " + SECONDS + " s").isNotNull();
            return item;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static <T> T end(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no end within " + SECONDS + " s", e);
        }
    }

    public static void until(String what, BooleanSupplier holds) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(limit);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
