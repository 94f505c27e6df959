package dev.aizuchi.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Run the lanes on one thread. Delays count by the JVM's monotonic clock, so that a set wall clock moves none. */
final class DialogueThread implements Lanes {
    private static final System.Logger LOG = System.getLogger(DialogueThread.class.getName());

    private record Delayed(long dueNanos, long order, Runnable task) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Runnable> urgent = new ArrayDeque<>();
    private final Deque<Runnable> normal = new ArrayDeque<>();
    private final Queue<Delayed> delayed = new PriorityQueue<>(
            Comparator.<Delayed>comparingLong(each -> each.dueNanos).thenComparingLong(each -> each.order));
    private final long origin = System.nanoTime();
    private final InstantSource clock;
    private final Thread thread;
    private long orders;
    private boolean closed;

    DialogueThread(InstantSource clock) {
        this.clock = clock;
        thread = new Thread(this::run, "dialogue");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void urgent(Runnable task) {
        add(urgent, task);
    }

    @Override
    public void normal(Runnable task) {
        add(normal, task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        lock.lock();
        try {
            delayed.add(new Delayed(System.nanoTime() - origin + delay.toNanos(), orders++, task));
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        if (Thread.currentThread() != thread) {
            joinQuietly();
        }
    }

    private void add(Deque<Runnable> lane, Runnable task) {
        lock.lock();
        try {
            lane.add(task);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a dialogue task failed", e);
            }
        }
    }

    /** Wait for the next task; null once closed. */
    private @Nullable Runnable next() {
        lock.lock();
        try {
            while (!closed) {
                Runnable task = poll();
                if (task != null) {
                    return task;
                }
                Delayed soonest = delayed.peek();
                if (soonest == null) {
                    changed.await();
                } else {
                    // Woken early or late, the loop looks again.
                    changed.awaitNanos(soonest.dueNanos - (System.nanoTime() - origin));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return null;
    }

    private @Nullable Runnable poll() {
        if (!urgent.isEmpty()) {
            return urgent.poll();
        }
        Delayed soonest = delayed.peek();
        if (soonest != null && soonest.dueNanos <= System.nanoTime() - origin) {
            delayed.poll();
            return soonest.task;
        }
        return normal.poll();
    }

    private void joinQuietly() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
