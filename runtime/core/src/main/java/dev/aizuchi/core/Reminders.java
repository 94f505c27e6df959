package dev.aizuchi.core;

import dev.aizuchi.skill.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bring up at its time what a reply put off; lives on the dialogue thread.
 *
 * <p>Neither a stop nor other talk drops it; only who takes it back does. What comes due while the robot asks or acts
 * waits until it is done. With a file, it outlives the agent: it is in it before {@code kept} is called, and until it
 * has been told.
 */
final class Reminders {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Lanes lanes;
    private final Turns turns;
    private final Speech speech;
    private final @Nullable ReminderFile file;
    private final Executor writing;
    private final List<Reminder> pending = new ArrayList<>();
    /** What has begun, until it has been spoken. */
    private final List<PutOff> begun = new ArrayList<>();
    /** What was put off before the agent was started, and no skill has taken up again. */
    private final List<PutOff> before = new ArrayList<>();

    private long changes;

    private record Reminder(PutOff what, BooleanSupplier free, Runnable begin) {}

    Reminders(Lanes lanes, Turns turns, Speech speech, @Nullable ReminderFile file, Executor writing) {
        this.lanes = lanes;
        this.turns = turns;
        this.speech = speech;
        this.file = file;
        this.writing = writing;
        if (file != null) {
            before.addAll(file.before());
        }
    }

    /** Give the turns of which something is put off, in order. */
    Stream<Turn> pending() {
        return pending.stream().map(reminder -> reminder.what.about());
    }

    /** Forget what was put off by a turn. */
    void withdraw(Turn about) {
        if (pending.removeIf(reminder -> reminder.what.about().equals(about))) {
            keep(lasts -> {});
        }
    }

    /**
     * Begin something at its time, or as soon after it as {@code free} allows; at once if the time has passed.
     *
     * @param kept told, once that is certain, whether it outlives the agent; without a file nothing does, nor has to
     */
    void put(PutOff what, BooleanSupplier free, Runnable begin, Consumer<Boolean> kept) {
        await(new Reminder(what, free, begin));
        keep(kept);
    }

    /** Give what was put off before the agent was started and has not been taken up. */
    List<PutOff> before() {
        return List.copyOf(before);
    }

    /** Take up again one of what was put off before. */
    void takeUp(PutOff what, BooleanSupplier free, Runnable begin) {
        before.remove(what);
        await(new Reminder(what, free, begin));
    }

    /** Forget what fell due so long ago that nobody wants to hear of it; tells how much that was. */
    int forgetWhatIsOver() {
        if (file == null) {
            return 0;
        }
        Instant over = lanes.clock().instant().minus(file.keep());
        int had = before.size();
        if (before.removeIf(each -> each.at().toInstant().isBefore(over))) {
            keep(lasts -> {});
        }
        return had - before.size();
    }

    private void await(Reminder reminder) {
        pending.add(reminder);
        Duration delay =
                Duration.between(lanes.clock().instant(), reminder.what.at().toInstant());
        lanes.after(delay.isNegative() ? Duration.ZERO : delay, () -> due(reminder));
    }

    private void due(Reminder reminder) {
        if (pending.contains(reminder) && !reminder.free.getAsBoolean()) {
            lanes.after(AGAIN, () -> due(reminder));
        } else if (pending.remove(reminder)) {
            begun.add(reminder.what);
            reminder.begin.run();
            speech.afterwards(() -> {
                begun.remove(reminder.what);
                keep(lasts -> {});
            });
        }
    }

    private void keep(Consumer<Boolean> kept) {
        if (file == null) {
            kept.accept(true);
            return;
        }
        long change = ++changes;
        List<PutOff> all = Stream.of(
                        before.stream(), begun.stream(), pending.stream().map(Reminder::what))
                .flatMap(each -> each)
                .toList();
        writing.execute(() -> {
            boolean lasts = isWritten(file, change, all);
            lanes.normal(() -> kept.accept(lasts));
        });
    }

    private boolean isWritten(ReminderFile to, long change, List<PutOff> all) {
        try {
            to.write(change, all);
            return true;
        } catch (IOException e) {
            String message = to + " cannot be written (" + e.getMessage()
                    + "): free the disk or point reminders.file elsewhere; a restart now forgets what was put off";
            lanes.normal(() -> turns.fault("reminders", message));
            return false;
        }
    }
}
