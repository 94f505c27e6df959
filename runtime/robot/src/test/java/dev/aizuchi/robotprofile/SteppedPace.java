package dev.aizuchi.robotprofile;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes when the test says so. */
final class SteppedPace implements Pace {
    private record Waiting(Instant at, Runnable task) {}

    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
    private final Instant start;
    private Instant now;

    SteppedPace(Instant start) {
        this.start = start;
        now = start;
    }

    /** Let time pass, doing what is due, each thing at its time. */
    void advance(Duration time) {
        Instant end = now.plus(time);
        for (Optional<Waiting> due = next(end); due.isPresent(); due = next(end)) {
            Waiting one = due.get();
            waiting.remove(one);
            now = one.at().isAfter(now) ? one.at() : now;
            one.task().run();
        }
        now = end;
    }

    private Optional<Waiting> next(Instant end) {
        return waiting.stream().filter(one -> !one.at().isAfter(end)).min(Comparator.comparing(Waiting::at));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Duration elapsed() {
        return Duration.between(start, now);
    }

    @Override
    public Runnable after(Duration wait, Runnable task) {
        Waiting one = new Waiting(now.plus(wait), task);
        waiting.add(one);
        return () -> waiting.remove(one);
    }

    @Override
    public void close() {
        waiting.clear();
    }
}
