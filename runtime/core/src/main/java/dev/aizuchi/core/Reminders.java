package dev.aizuchi.core;

import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Bring up at its time what a reply put off; lives on the dialogue thread.
 *
 * <p>Neither a stop nor other talk drops it; only who takes it back does. What comes due while the robot asks or acts
 * waits until it is done.
 */
final class Reminders {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Lanes lanes;
    private final List<Reminder> pending = new ArrayList<>();

    private record Reminder(Turn about, BooleanSupplier free, Runnable begin) {}

    Reminders(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Give the turns of which something is put off, in order. */
    Stream<Turn> pending() {
        return pending.stream().map(Reminder::about);
    }

    /** Forget what was put off by a turn. */
    void withdraw(Turn about) {
        pending.removeIf(reminder -> reminder.about.equals(about));
    }

    /** Begin something at a time, or as soon after it as {@code free} allows; at once if the time has passed. */
    void at(ZonedDateTime at, Turn about, BooleanSupplier free, Runnable begin) {
        Reminder reminder = new Reminder(about, free, begin);
        pending.add(reminder);
        Instant now = lanes.clock().instant();
        Duration delay = Duration.between(now, at.toInstant());
        lanes.after(delay.isNegative() ? Duration.ZERO : delay, () -> due(reminder));
    }

    private void due(Reminder reminder) {
        if (pending.contains(reminder) && !reminder.free.getAsBoolean()) {
            lanes.after(AGAIN, () -> due(reminder));
        } else if (pending.remove(reminder)) {
            reminder.begin.run();
        }
    }
}
