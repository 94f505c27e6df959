package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Carry out one order, step by step.
 *
 * <p>All that is sent is sent while holding the order's lock and only until it is over, so that nothing follows what a
 * stop sends. The stage completes outside of the lock.
 */
final class Order {
    private final Act act;
    private final Circumstances around;
    private final Sender sender;
    private final Begun begun;
    private final Awaited awaited;
    private final Progress progress;
    private final Consumer<Order> ended;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final List<Runnable> timers = new ArrayList<>();
    private int next;
    private boolean over;

    /** What an order runs among. */
    record Circumstances(RobotFile file, Wires wires, Pace pace, StateView view) {}

    Order(Act act, Datum.Fields scope, Circumstances around, DoubleConsumer progress, Consumer<Order> ended) {
        this.act = act;
        this.around = around;
        this.sender = new Sender(around.wires, scope);
        boolean endless = act.moves() && !act.endsItself();
        this.begun = new Begun(sender, endless ? around.file.stop() : act.cancel());
        this.awaited = new Awaited(sender, this::follow);
        this.progress = new Progress(progress);
        this.ended = ended;
    }

    CompletionStage<Outcome> stage() {
        return outcome.minimalCompletionStage();
    }

    Act act() {
        return act;
    }

    void begin(Duration deadline) {
        synchronized (this) {
            later(
                    deadline.compareTo(act.timeLimit()) < 0 ? deadline : act.timeLimit(),
                    () -> end(new Failed(Reason.TIMED_OUT, "not done in time")));
            if (!over) {
                awaited.listen(act.steps());
            }
        }
        watch();
        proceed();
    }

    /** A robot that is not heard must not go on moving. */
    private void watch() {
        Duration left = around.view.freshFor();
        if (act.moves() && left.isNegative()) {
            end(new Failed(Reason.UNREACHABLE, "the robot is not heard while it moves"));
        } else if (act.moves()) {
            later(left.plusMillis(1), this::watch);
        }
    }

    private void proceed() {
        boolean done;
        synchronized (this) {
            done = next == act.steps().size();
            if (!over && !done) {
                try {
                    run(next++);
                } catch (IllegalArgumentException e) {
                    later(Duration.ZERO, () -> end(impossible(e)));
                }
            }
        }
        if (done) {
            end(new Outcome.Completed());
        }
    }

    private void run(int at) {
        Step step = act.steps().get(at);
        if (step.call() != null) {
            sender.call(step).thenAccept(said -> judge(step, said));
        } else if (step.goal() != null) {
            begun.pursue(step, said -> progress.hear(step, said)).ending().thenAccept(said -> judge(step, said));
        } else if (step.await() != null) {
            later(step.within(), () -> giveUp(at));
            if (awaited.reach(at)) {
                later(Duration.ZERO, this::proceed);
            }
        } else if (step.forS() != null) {
            double seconds = Expression.number(step.forS().in(sender.values()));
            begun.open(step);
            repeat(step, around.pace.elapsed().plusMillis(Math.round(seconds * 1_000)));
        } else {
            sender.publish(step);
            later(Duration.ZERO, this::proceed);
        }
    }

    /** What cannot be sent once more ends the order, and with it the motion. */
    private void repeat(Step step, Duration until) {
        boolean done;
        try {
            done = isRepeatedEnough(step, until);
        } catch (IllegalArgumentException e) {
            end(impossible(e));
            return;
        }
        if (done) {
            proceed();
        }
    }

    private synchronized boolean isRepeatedEnough(Step step, Duration until) {
        Duration left = until.minus(around.pace.elapsed());
        if (over || !begun.isOpen(step)) {
            return false;
        }
        if (left.isNegative() || left.isZero()) {
            begun.close();
            return true;
        }
        sender.publish(step);
        Duration period = Duration.ofNanos(Math.round(1e9 / step.rateHz()));
        later(period.compareTo(left) < 0 ? period : left, () -> repeat(step, until));
        return false;
    }

    private void giveUp(int at) {
        if (!awaited.isMet(at)) {
            end(new Failed(Reason.TIMED_OUT, "the robot does not answer"));
        }
    }

    private void judge(Step step, Answer answer) {
        try {
            follow(step.failure(answer, sender.values()));
        } catch (IllegalArgumentException e) {
            end(new Failed(Reason.FAULT, "the answer cannot be read: " + e.getMessage()));
        }
    }

    private void follow(Optional<Outcome> failure) {
        failure.ifPresentOrElse(this::end, this::proceed);
    }

    /** End the order: zero, cancel and tell; does nothing when it is over. */
    void end(Outcome how) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            timers.forEach(Runnable::run);
            begun.end(!(how instanceof Outcome.Completed));
        }
        awaited.close();
        ended.accept(this);
        outcome.complete(how);
    }

    /** Say once more on a bus that it is over. */
    synchronized void endAgain(String bus) {
        begun.endAgain(bus);
    }

    private synchronized void later(Duration wait, Runnable task) {
        if (!over) {
            timers.add(around.pace.after(wait, task));
        }
    }

    private static Failed impossible(IllegalArgumentException why) {
        return new Failed(Reason.IMPOSSIBLE, String.valueOf(why.getMessage()));
    }
}
