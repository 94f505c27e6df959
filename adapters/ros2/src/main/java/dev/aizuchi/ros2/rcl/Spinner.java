package dev.aizuchi.ros2.rcl;

import com.sun.jna.Memory;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Be the one thread that waits for ROS 2 and runs what the others hand over.
 *
 * <p>A guard condition wakes it. What a task or a listener throws is logged and ends nothing.
 */
final class Spinner implements Waiting.Entity {
    private static final System.Logger LOG = System.getLogger(Spinner.class.getName());
    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toNanos();
    /** After a failure, so that one that stays does not take all of the processor. */
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private static final Duration LAST = Duration.ofSeconds(5);

    private final Rcl rcl;
    /** Lives as long as the thread: what it waits on points into it. */
    private final Node node;

    private final Memory guard = Rcl.zeroed(Rcl.HANDLE);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Due> timed = new PriorityQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Waiting waiting;
    private final Thread thread;
    private boolean ended;
    private boolean closed;
    private @Nullable Runnable last;

    Spinner(Rcl rcl, Node node, String name) {
        this.rcl = rcl;
        this.node = node;
        rcl.call("rcl_guard_condition_init", guard, node.context(), rcl.allocator());
        this.waiting = new Waiting(rcl, node.context());
        waiting.add(this);
        this.thread = new Thread(this::run, "rcl-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Run a task on the thread, after those before it; from any thread.
     *
     * @return false when all is closed, and the task will not be run
     */
    synchronized boolean post(Runnable task) {
        if (closed) {
            return false;
        }
        tasks.add(task);
        wake();
        return true;
    }

    /** Run a task on the thread after some time. */
    void later(Duration delay, Runnable task) {
        long at = System.nanoTime() + delay.toNanos();
        post(() -> timed.add(new Due(at, task)));
    }

    /** Give what is waited for; on the thread alone. */
    Waiting waiting() {
        return waiting;
    }

    /** Run a last task, close the node, end the thread and wait for that. */
    void close(Runnable lastTask) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            last = lastTask;
            tasks.add(() -> ended = true);
            wake();
        }
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(LAST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            rcl.call("rcl_trigger_guard_condition", guard);
        }
    }

    private void run() {
        while (!ended) {
            try {
                waiting.once(untilNext());
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "waiting for ROS 2 failed", e);
                LockSupport.parkNanos(PAUSE);
            }
            runTasks();
            runTimed();
        }
        finish();
    }

    private void runTasks() {
        woken.set(false);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    private void runTimed() {
        long now = System.nanoTime();
        for (Due due = timed.peek(); due != null && due.at - now <= 0; due = timed.peek()) {
            timed.poll();
            guarded(due.task);
        }
    }

    private long untilNext() {
        Due next = timed.peek();
        return next == null ? LONGEST_WAIT : Math.max(0, Math.min(LONGEST_WAIT, next.at - System.nanoTime()));
    }

    private void finish() {
        guarded(waiting::close);
        synchronized (this) {
            // Who closes may still be about to wake this thread.
            guarded(this::end);
        }
        Runnable task = last;
        if (task != null) {
            guarded(task);
        }
        guarded(node::close);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a task of the ROS 2 adapter failed", e);
        }
    }

    @Override
    public Waiting.Kind kind() {
        return Waiting.Kind.GUARD;
    }

    @Override
    public Memory handle() {
        return guard;
    }

    @Override
    public void ready() {
        // The tasks are run after each wait.
    }

    @Override
    public void end() {
        rcl.call("rcl_guard_condition_fini", guard);
    }

    private record Due(long at, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.signum(at - other.at);
        }
    }
}
