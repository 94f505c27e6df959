package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Carry out one order, step by step.
 *
 * <p>All that is sent is sent while holding the order's lock and only until it is over, so that nothing follows what a
 * stop sends. The stage completes outside of the lock.
 */
final class Order {
    private static final System.Logger LOG = System.getLogger(Order.class.getName());

    private final Act act;
    private final Datum.Fields scope;
    private final Wires wires;
    private final Pace pace;
    private final BooleanSupplier fresh;
    private final Progress progress;
    private final Consumer<Order> ended;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final List<Bus.Subscription> subscriptions = new ArrayList<>();
    private final Set<Integer> met = new HashSet<>();
    private final List<Runnable> timers = new ArrayList<>();
    private int next;
    private boolean over;
    private @Nullable Step repeating;
    private int awaiting = -1;
    private Bus.@Nullable Goal goal;

    Order(
            Act act,
            Datum.Fields scope,
            Wires wires,
            Pace pace,
            BooleanSupplier fresh,
            DoubleConsumer progress,
            Consumer<Order> ended) {
        this.act = act;
        this.scope = scope;
        this.wires = wires;
        this.pace = pace;
        this.fresh = fresh;
        this.progress = new Progress(progress);
        this.ended = ended;
    }

    CompletionStage<Outcome> stage() {
        return outcome.minimalCompletionStage();
    }

    boolean moves() {
        return act.moves();
    }

    boolean uses(String bus) {
        return act.steps().stream().anyMatch(step -> step.on().equals(bus));
    }

    void begin(Duration deadline) {
        synchronized (this) {
            later(
                    deadline.compareTo(act.timeLimit()) < 0 ? deadline : act.timeLimit(),
                    () -> end(new Failed(Reason.TIMED_OUT, "not done in time")));
            // What answers a message may come before the message is seen as sent.
            for (int i = 0; i < act.steps().size(); i++) {
                Step step = act.steps().get(i);
                int at = i;
                if (step.await() != null && !over) {
                    subscriptions.add(wires.bus(step.on()).subscribe(step.endpoint(scope), said -> hear(at, said)));
                }
            }
        }
        proceed();
    }

    private void proceed() {
        boolean done;
        synchronized (this) {
            done = next == act.steps().size();
            if (!over && !done) {
                try {
                    run(next++);
                } catch (IllegalArgumentException e) {
                    later(Duration.ZERO, () -> end(new Failed(Reason.IMPOSSIBLE, String.valueOf(e.getMessage()))));
                }
            }
        }
        if (done) {
            end(new Outcome.Completed());
        }
    }

    private void run(int at) {
        Step step = act.steps().get(at);
        Bus bus = wires.bus(step.on());
        if (step.call() != null) {
            bus.call(step.endpoint(scope), step.message(scope), step.within()).thenAccept(said -> judge(step, said));
        } else if (step.goal() != null) {
            goal = bus.begin(
                    step.endpoint(scope), step.message(scope), step.within(), said -> progress.hear(step, said));
            goal.ending().thenAccept(said -> judge(step, said));
        } else if (step.await() != null) {
            awaiting = at;
            later(step.within(), () -> giveUp(at));
            if (met.contains(at)) {
                later(Duration.ZERO, this::proceed);
            }
        } else if (step.forS() != null) {
            double seconds = Expression.number(Expression.parse(step.forS()).in(scope));
            repeating = step;
            repeat(step, pace.now().plusMillis(Math.round(seconds * 1_000)));
        } else {
            bus.publish(step.endpoint(scope), step.message(scope));
            later(Duration.ZERO, this::proceed);
        }
    }

    /** What cannot be sent once more ends the order, and with it the motion. */
    private void repeat(Step step, Instant until) {
        try {
            sendAgain(step, until);
        } catch (IllegalArgumentException e) {
            end(new Failed(Reason.IMPOSSIBLE, String.valueOf(e.getMessage())));
        }
    }

    private void sendAgain(Step step, Instant until) {
        boolean lost = false;
        boolean done = false;
        synchronized (this) {
            if (over || repeating == null) {
                return;
            }
            lost = !wires.isUp(step.on()) || !fresh.getAsBoolean();
            done = !pace.now().isBefore(until);
            if (done) {
                close();
            } else if (!lost) {
                wires.bus(step.on()).publish(step.endpoint(scope), step.message(scope));
                Duration period = Duration.ofNanos(Math.round(1e9 / step.rateHz()));
                Duration left = Duration.between(pace.now(), until);
                later(period.compareTo(left) < 0 ? period : left, () -> repeat(step, until));
            }
        }
        if (done) {
            proceed();
        } else if (lost) {
            end(new Failed(Reason.UNREACHABLE, "the robot is not heard while it moves"));
        }
    }

    /** Publish the zero by which a repeated motion ends. */
    private void close() {
        Step step = repeating;
        repeating = null;
        if (step != null) {
            try {
                wires.bus(step.on()).publish(step.endpoint(scope), step.closing(scope));
            } catch (IllegalArgumentException e) {
                // The order ends all the same, and a stop goes on to what the file has under stop.
                LOG.log(System.Logger.Level.ERROR, "the closing message of a motion cannot be sent: " + e.getMessage());
            }
        }
    }

    private void hear(int at, Datum.Fields said) {
        Step step = act.steps().get(at);
        Outcome failed = null;
        synchronized (this) {
            if (over || met.contains(at)) {
                return;
            }
            try {
                if (step.until() == null || !step.until().holds(said, scope)) {
                    return;
                }
                failed = failure(step, said, new Outcome.Completed());
            } catch (IllegalArgumentException e) {
                // A message of somebody else on the same topic.
                return;
            }
            met.add(at);
            if (failed == null && awaiting != at) {
                return;
            }
        }
        follow(failed);
    }

    private void giveUp(int at) {
        boolean missed;
        synchronized (this) {
            missed = !met.contains(at);
        }
        if (missed) {
            end(new Failed(Reason.TIMED_OUT, "the robot does not answer"));
        }
    }

    private void judge(Step step, Answer answer) {
        try {
            if (answer instanceof Answer.Given given) {
                follow(failure(step, given.content(), new Outcome.Completed()));
            } else if (answer instanceof Answer.Aborted aborted) {
                follow(failure(step, aborted.content(), step.aborted().outcome("the robot gave up")));
            } else if (answer instanceof Answer.Failed failed) {
                end(new Failed(failed.reason(), failed.detail()));
            }
        } catch (IllegalArgumentException e) {
            end(new Failed(Reason.FAULT, "the answer cannot be read: " + e.getMessage()));
        }
    }

    private @Nullable Outcome failure(Step step, Datum.Fields said, Outcome otherwise) {
        Outcome found = otherwise;
        for (Ending ending : step.outcome()) {
            if (ending.when().holds(said, scope)) {
                found = ending.then().outcome(ending.when().value() + " is so");
                break;
            }
        }
        return found instanceof Outcome.Completed ? null : found;
    }

    private void follow(@Nullable Outcome failed) {
        if (failed == null) {
            proceed();
        } else {
            end(failed);
        }
    }

    /** End the order: zero, cancel and tell; does nothing when it is over. */
    void end(Outcome how) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            timers.forEach(Runnable::run);
            close();
            if (!(how instanceof Outcome.Completed)) {
                if (goal != null) {
                    goal.cancel();
                }
                wires.sendAll(act.cancel(), scope);
            }
        }
        subscriptions.forEach(Bus.Subscription::close);
        ended.accept(this);
        outcome.complete(how);
    }

    private void later(Duration wait, Runnable task) {
        timers.add(pace.after(wait, task));
    }
}
