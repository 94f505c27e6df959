package dev.aizuchi.mqtt;

import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Make the adapter's threads, and let none of them die of one bad task. */
public final class Threads {
    private static final System.Logger LOG = System.getLogger(Threads.class.getName());

    private static final long LAST_SECONDS = 5;

    private Threads() {}

    /** Make daemon threads of a name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Run a task so that what it throws is logged and its next run takes place. */
    public static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a task of the MQTT adapter failed", e);
            }
        };
    }

    /** Hand a task over; returns false when all is closed, and the task will not be run. */
    public static boolean hand(ExecutorService executor, Runnable task) {
        try {
            executor.execute(guarded(task));
            return true;
        } catch (RejectedExecutionException e) {
            LOG.log(Level.TRACE, "closed", e);
            return false;
        }
    }

    static void later(ScheduledExecutorService executor, long delayMs, Runnable task) {
        try {
            var unused = executor.schedule(guarded(task), delayMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.TRACE, "closed", e);
        }
    }

    /** Run a task now and each period. */
    public static void every(ScheduledExecutorService executor, long periodMs, Runnable task) {
        var unused = executor.scheduleAtFixedRate(guarded(task), 0, periodMs, TimeUnit.MILLISECONDS);
    }

    /** Run a last task on an executor after what it is at, wait for it, and end the executor. */
    public static void finish(ExecutorService executor, Runnable last) {
        try {
            executor.submit(guarded(last)).get(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "closed without its last task", e);
        }
        executor.shutdownNow();
    }
}
