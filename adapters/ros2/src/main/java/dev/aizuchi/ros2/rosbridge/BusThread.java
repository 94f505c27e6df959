package dev.aizuchi.ros2.rosbridge;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Be the one thread that owns all state of a bus; what a task throws is logged and ends nothing. */
final class BusThread {
    private static final System.Logger LOG = System.getLogger(BusThread.class.getName());

    private static final long LAST_SECONDS = 2;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rosbridge");
        thread.setDaemon(true);
        return thread;
    });

    private boolean closing;

    /** Run what somebody wants of the bus, unless it is being closed; returns whether it will be run. */
    synchronized boolean take(Runnable task) {
        if (!closing) {
            post(task);
        }
        return !closing;
    }

    void post(Runnable task) {
        later(Duration.ZERO, task);
    }

    void later(Duration delay, Runnable task) {
        try {
            var unused = executor.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.TRACE, "closed", e);
        }
    }

    /** Run a last task after what is under way, wait a little for what it begins, and end. */
    void finish(Supplier<CompletableFuture<Void>> last) {
        synchronized (this) {
            closing = true;
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        post(() -> {
            var unused = last.get().whenComplete((nothing, failure) -> done.complete(null));
        });
        try {
            done.get(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "closed without its last task", e);
        }
        executor.shutdownNow();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a task of the rosbridge adapter failed", e);
        }
    }
}
