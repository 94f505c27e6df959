package dev.aizuchi.sim;

import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** One command that the robot was given; guarded by the world's lock. */
final class Task {
    private static final double PROGRESS_STEP = 0.01;

    private final Command command;
    private final Instant deadline;
    private final DoubleConsumer progress;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private @Nullable Activity activity;
    private @Nullable Outcome ending;
    private double told;

    Task(Command command, Instant now, DoubleConsumer progress) {
        this.command = command;
        this.deadline = now.plus(command.deadline());
        this.progress = progress;
    }

    String id() {
        return command.id();
    }

    /** Give a stage that only this task can complete. */
    CompletionStage<Outcome> stage() {
        return outcome.minimalCompletionStage();
    }

    boolean isPast(Instant now) {
        return !now.isBefore(deadline);
    }

    boolean isDone() {
        return outcome.isDone();
    }

    /** Settle how the task ends, unless that is settled. */
    void endAs(Outcome how) {
        if (ending == null) {
            ending = how;
        }
    }

    @Nullable
    Outcome ending() {
        return ending;
    }

    /** Go on for one tick. */
    void tick(Acts acts, Outbox outbox) {
        if (activity == null) {
            activity = acts.begin(command.action());
        }
        Outcome result = activity.tick();
        double done = activity.progress();
        if (done >= told + PROGRESS_STEP) {
            told = done;
            outbox.add(() -> progress.accept(done));
        }
        if (result != null) {
            endAs(result);
        }
    }

    List<Point> way() {
        return activity == null ? List.of() : activity.way();
    }

    void complete(Outcome how) {
        outcome.complete(how);
    }
}
