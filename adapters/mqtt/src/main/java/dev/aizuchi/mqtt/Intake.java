package dev.aizuchi.mqtt;

import dev.aizuchi.mqtt.Wire.Ack;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Robot;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Judge each order that comes to the robot, and have it carried out once and in time; confined to the thread of orders
 * but for {@link #isMoving} and {@link #halted}.
 */
final class Intake {
    private static final System.Logger LOG = System.getLogger(Intake.class.getName());
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final long STATE_PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final double PROGRESS_STEP = 0.01;
    private static final String AFTER = "a stop came after the order";

    private final Robot robot;
    private final InstantSource clock;
    private final ExecutorService thread;
    private final Telling telling;
    private final DeadMan deadMan;
    private final Rejections rejections;
    private final Ledger ledger;
    private final List<Consumer<Boolean>> uncommitted = new ArrayList<>();
    private final AtomicLong stops = new AtomicLong();
    /** Orders that a stop and its release crossed just as they began: their cancel is told as what it comes of. */
    private final Set<String> crossed = new HashSet<>();

    private volatile boolean moving;
    private long stateToldAt = System.nanoTime() - STATE_PAUSE_NANOS;

    Intake(
            Robot robot,
            InstantSource clock,
            ExecutorService thread,
            Telling telling,
            DeadMan deadMan,
            Rejections rejections,
            Ledger ledger) {
        this.robot = robot;
        this.clock = clock;
        this.thread = thread;
        this.telling = telling;
        this.deadMan = deadMan;
        this.rejections = rejections;
        this.ledger = ledger;
    }

    /** Tell what a restart has broken off; returns whether the robot was moving by it. */
    boolean recover() {
        ledger.interrupted().keySet().forEach(id -> ledger.outcome(id).ifPresent(how -> telling.outcome(id, how)));
        return ledger.interrupted().containsValue(true);
    }

    /** Do something once the ledger has been written, or has failed to be; after all that already waits for it. */
    private void afterCommit(Consumer<Boolean> then) {
        uncommitted.add(then);
        if (uncommitted.size() == 1) {
            // Behind all that has come by now, so that the disk is waited for once for all of it.
            Threads.hand(thread, this::commit);
        }
    }

    /** Write the ledger, and go on with all that waits for it. */
    void commit() {
        List<Consumer<Boolean>> ready = List.copyOf(uncommitted);
        uncommitted.clear();
        boolean written = true;
        try {
            ledger.commit();
        } catch (UncheckedIOException e) {
            LOG.log(Level.ERROR, "the ledger of orders cannot be written: {0}", e.getMessage());
            written = false;
        }
        for (Consumer<Boolean> each : ready) {
            boolean done = written;
            Threads.guarded(() -> each.accept(done)).run();
        }
        tellState();
    }

    /** Tell the state that an order has changed, unless that was just done: it comes by itself soon. */
    private void tellState() {
        long now = System.nanoTime();
        if (now - stateToldAt > STATE_PAUSE_NANOS) {
            stateToldAt = now;
            telling.state();
        }
    }

    /** Tell whether an order moves the robot. */
    boolean isMoving() {
        return moving;
    }

    /** Note that the robot is being stopped: it latches, and no order to move that came before starts any more. */
    void halted() {
        stops.incrementAndGet();
        moving = false;
    }

    /** Count the stops so far. */
    long stops() {
        return stops.get();
    }

    /**
     * Take an order.
     *
     * @param stopsBefore how many stops had come before it; a later one forbids it to move, even when it is released
     */
    void command(Fields json, boolean retained, long stopsBefore) throws MalformedException {
        String id = Wire.id(json);
        try {
            Wire.Order order = Wire.order(json);
            if (ledger.knows(id)) {
                afterCommit(written -> telling.ack(id, Ack.Result.DUPLICATE, ""));
                ledger.outcome(id).ifPresent(outcome -> afterCommit(written -> telling.outcome(id, outcome)));
            } else {
                fresh(order, retained, stopsBefore);
            }
        } catch (MalformedException e) {
            rejections.add(Topic.COMMAND, e.why());
            afterCommit(written -> telling.ack(id, Ack.Result.REJECTED, e.why()));
        }
    }

    private void fresh(Wire.Order order, boolean retained, long stopsBefore) throws MalformedException {
        String id = order.command().id();
        Duration age = Duration.between(order.issuedAt(), clock.instant());
        Duration left = order.command().deadline().minus(age.isNegative() ? Duration.ZERO : age);
        if (retained) {
            throw new MalformedException("a command must not be retained");
        }
        if (age.plus(CLOCK_TOLERANCE).isNegative()) {
            throw new MalformedException("issued in the future; set the clocks of runtime and robot");
        }
        Optional<Capability> capability =
                robot.profile().capability(order.command().action().name());
        if (capability.isEmpty()) {
            throw new MalformedException("the robot's profile has no such act");
        }
        if (left.toMillis() <= 0) {
            afterCommit(written -> telling.ack(id, Ack.Result.EXPIRED, ""));
            return;
        }
        boolean moves = capability.get().moves();
        ledger.begin(id, moves);
        Command command = new Command(id, order.command().action(), left);
        afterCommit(written -> accepted(order.from(), command, moves, stopsBefore, written));
    }

    private void accepted(String from, Command command, boolean moves, long stopsBefore, boolean written) {
        String id = command.id();
        telling.ack(id, Ack.Result.ACCEPTED, "");
        if (!written) {
            // It would be done again after a restart.
            ended(id, new Failed(Reason.FAULT, "the robot's end cannot write its ledger"));
        } else if (ledger.wasCancelledEarly(id)) {
            ended(id, new Failed(Reason.CANCELLED, "cancelled"));
        } else if (moves) {
            move(from, command, stopsBefore);
        } else {
            perform(command);
        }
    }

    private void move(String from, Command command, long stopsBefore) {
        if (stops.get() != stopsBefore) {
            ended(command.id(), new Failed(Reason.STOPPED, AFTER));
            return;
        }
        if (!moving) {
            // While another runtime's order moves the robot, this one will be refused as busy.
            deadMan.obey(from, System.nanoTime());
        }
        moving = true;
        perform(command);
        if (stops.get() != stopsBefore) {
            // A stop and its release crossed the order; no lock, because nothing may hold a stop up.
            crossed.add(command.id());
            robot.cancel(command.id());
        }
    }

    private void perform(Command command) {
        double[] told = {0};
        try {
            robot.perform(command, done -> {
                        if (done >= told[0] + PROGRESS_STEP) {
                            told[0] = done;
                            Threads.hand(thread, () -> telling.progress(command.id(), done));
                        }
                    })
                    .whenComplete((outcome, error) ->
                            Threads.hand(thread, () -> ended(command.id(), error == null ? outcome : fault(error))));
        } catch (RuntimeException e) {
            ended(command.id(), fault(e));
        }
    }

    private static Outcome fault(Throwable error) {
        LOG.log(Level.ERROR, "the robot failed to take an order", error);
        return new Failed(Reason.FAULT, error.getClass().getSimpleName());
    }

    private void ended(String id, Outcome how) {
        boolean stopped = crossed.remove(id) && how instanceof Failed failed && failed.reason() == Reason.CANCELLED;
        Outcome outcome = stopped ? new Failed(Reason.STOPPED, AFTER) : how;
        ledger.end(id, outcome);
        moving = ledger.isMoving();
        afterCommit(written -> telling.outcome(id, outcome));
    }

    void cancel(String id) {
        if (!ledger.knows(id)) {
            ledger.cancelEarly(id);
        } else {
            // An order that came before it may not have begun yet.
            afterCommit(written -> robot.cancel(id));
        }
    }
}
