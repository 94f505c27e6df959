package dev.aizuchi.ros2.hri;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.node.Content;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Let one question or chat run at a time: another takes its place where its priority is as high. From any thread. */
final class Arbitration implements AutoCloseable {
    private @Nullable Running running;

    private record Running(Task task, long priority, String results, boolean chat) {
        void interrupt() {
            task.interrupted(Content.message().text(results, "{}"));
        }
    }

    /**
     * Begin a task, and end what is under way; empty where that is more important.
     *
     * @param goal with the {@code std_skills/msg/Meta} that every skill has
     * @param results name of the field with its results
     */
    Optional<Task> begin(Datum.Fields goal, String results, boolean chat) {
        long priority = Content.whole(Content.fields(goal, "meta"), "priority");
        Task task = new Task();
        Running before;
        synchronized (this) {
            before = running;
            if (before != null && priority < before.priority) {
                return Optional.empty();
            }
            running = new Running(task, priority, results, chat);
        }
        if (before != null) {
            before.interrupt();
        }
        return Optional.of(task);
    }

    /** Let another begin, where this task still runs. */
    synchronized void release(Task task) {
        if (running != null && running.task.equals(task)) {
            running = null;
        }
    }

    /** Give the chat that runs. */
    synchronized Optional<Task> chat() {
        return Optional.ofNullable(running).filter(Running::chat).map(Running::task);
    }

    @Override
    public void close() {
        Running last;
        synchronized (this) {
            last = running;
            running = null;
        }
        if (last != null) {
            last.interrupt();
        }
    }
}
