package dev.aizuchi.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Run tasks when the test says so. */
final class ManualLanes implements Lanes {
    private record Delayed(Instant due, Runnable task) {}

    private final Deque<Runnable> urgent = new ArrayDeque<>();
    private final Deque<Runnable> normal = new ArrayDeque<>();
    private final List<Delayed> delayed = new ArrayList<>();
    private Instant now = FakeRobot.START;

    @Override
    public void urgent(Runnable task) {
        urgent.add(task);
    }

    @Override
    public void normal(Runnable task) {
        normal.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        delayed.add(new Delayed(now.plus(delay), task));
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public long nanoTime() {
        return Duration.between(FakeRobot.START, now).toNanos();
    }

    void run() {
        while (!urgent.isEmpty() || !normal.isEmpty()) {
            (urgent.isEmpty() ? normal : urgent).remove().run();
        }
    }

    void advance(Duration time) {
        now = now.plus(time);
        List<Delayed> due =
                delayed.stream().filter(each -> !each.due.isAfter(now)).toList();
        delayed.removeAll(due);
        due.forEach(each -> normal(each.task));
        run();
    }

    /** Forget what is still to come, as if its agent had been killed. */
    void forgetDelayed() {
        delayed.clear();
    }

    @Override
    public void close() {}
}
