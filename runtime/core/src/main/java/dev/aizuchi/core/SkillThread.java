package dev.aizuchi.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Run what skills answer on a thread of its own, so that one that hangs holds up nobody for longer than its time. Used
 * by the dialogue thread; a stop does not wait for it.
 */
final class SkillThread implements AutoCloseable {
    /** Far more than an answer takes, which is plain data; a person waits no longer than for a slow breath. */
    static final Duration BUDGET = Duration.ofSeconds(2);

    /** A silence that is longer seems odd to who waits. */
    private static final Duration ODD = Duration.ofMillis(700);

    /** Zero for no thread at all. */
    private final Duration budget;

    private final Runnable askToWait;
    private @Nullable ExecutorService thread;
    /** What is waited for; whoever stops the robot ends the wait. */
    private volatile @Nullable Future<?> awaited;

    private volatile boolean abandoned;

    /**
     * Give skills so much time.
     *
     * @param askToWait called by who waits, once the answer that somebody awaits is late
     */
    SkillThread(Duration budget, Runnable askToWait) {
        this.budget = budget;
        this.askToWait = askToWait;
    }

    /** Run all on the caller's thread, for as long as it takes. */
    static SkillThread none() {
        return new SkillThread(Duration.ZERO, () -> {});
    }

    /**
     * Run something and wait for it.
     *
     * @param spoken whether somebody waits to hear of it
     * @throws TimeoutException when it takes longer than its time; its thread is given up
     * @throws ExecutionException when it throws
     * @throws CancellationException when it was abandoned; its thread is given up
     */
    <T> T call(Callable<T> task, boolean spoken) throws TimeoutException, ExecutionException {
        if (budget.isZero()) {
            return direct(task);
        }
        ExecutorService running = thread == null ? started() : thread;
        Future<T> result = running.submit(task);
        awaited = result;
        if (abandoned) {
            result.cancel(true);
        }
        try {
            return spoken && ODD.compareTo(budget) < 0
                    ? answered(result)
                    : result.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException e) {
            running.shutdownNow();
            thread = null;
            throw e;
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new ExecutionException("interrupted while a skill answered", e);
        } finally {
            awaited = null;
        }
    }

    private <T> T answered(Future<T> result) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return result.get(ODD.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            if (!abandoned) {
                askToWait.run();
            }
            return result.get(budget.minus(ODD).toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private <T> T direct(Callable<T> task) throws ExecutionException {
        if (abandoned) {
            throw new CancellationException("a stop came before");
        }
        try {
            return task.call();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw new ExecutionException(e);
        }
    }

    /** Wait neither for what runs nor for anything else, until {@link #heed}; from any thread. */
    void abandon() {
        abandoned = true;
        Future<?> running = awaited;
        if (running != null) {
            running.cancel(true);
        }
    }

    /** Wait again. */
    void heed() {
        abandoned = false;
    }

    private ExecutorService started() {
        ExecutorService fresh = Executors.newSingleThreadExecutor(task -> {
            Thread one = new Thread(task, "skills");
            one.setDaemon(true);
            return one;
        });
        thread = fresh;
        return fresh;
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }
}
