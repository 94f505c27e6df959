package dev.aizuchi.robotprofile;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tell the time and do something later. */
interface Pace extends AutoCloseable {
    /** Give the time of day, which may be set. */
    Instant now();

    /** Give the time that has passed since some moment, which nobody can set. */
    Duration elapsed();

    /** Do something once, after a while; what is returned calls it off. */
    Runnable after(Duration wait, Runnable task);

    @Override
    void close();

    /** Take the machine's time, on a thread of its own. */
    static Pace ofMachine() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("robot-profile");
            thread.setDaemon(true);
            return thread;
        });
        long origin = System.nanoTime();
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new Pace() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime() - origin);
            }

            @Override
            public Runnable after(Duration wait, Runnable task) {
                try {
                    Future<?> waiting = timer.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
                    return () -> waiting.cancel(false);
                } catch (RejectedExecutionException closed) {
                    return () -> {};
                }
            }

            @Override
            public void close() {
                timer.shutdown();
            }
        };
    }
}
