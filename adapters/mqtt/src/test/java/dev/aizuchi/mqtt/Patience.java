package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Outcome;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Wait for what other threads do, much longer than it takes. */
final class Patience {
    private static final long SECONDS = 30;

    private Patience() {}

    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T item = queue.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(item).as("something arrives within " + SECONDS + " s").isNotNull();
        return item;
    }

    /** Take items until one fits. */
    static <T> T next(BlockingQueue<T> queue, Predicate<T> fits) throws InterruptedException {
        T item = next(queue);
        while (!fits.test(item)) {
            item = next(queue);
        }
        return item;
    }

    static Outcome outcome(CompletionStage<Outcome> stage) throws Exception {
        return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    static void until(String what, BooleanSupplier holds) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(limit);
            LockSupport.parkNanos(100_000);
        }
    }
}
