package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Drive a robot of a {@link World}, as an adapter drives a real one.
 *
 * <p>Time passes only while the world is stepped. Stages complete and listeners are called on the thread that steps it;
 * an order that is refused at once comes back as a completed stage. A motion that is ended early completes when the
 * robot stands, at most 150 ms of simulated time later.
 */
public final class SimulatedRobot implements Robot {
    private static final double AT_DOCK = 0.15;
    /** The own act by which the robot stays where it is: it ends a motion and does not latch. */
    private static final String HOLD = "hold";

    private final World world;
    private final Object lock;
    private final Ticks clock;
    private final Outbox outbox;
    private final Unit unit;
    private final Body body;
    private final FloorPlan.Spot dock;
    private final Acts acts;
    private final Tasks tasks;
    private final SelfReport report;
    private final RobotProfile profile;
    private @Nullable String ruin;
    private boolean closed;
    private Runnable whenClosed = () -> {};

    SimulatedRobot(Surroundings around, Unit unit, Acts acts, FloorPlan.Robot who) {
        this.world = around.world();
        this.lock = around.lock();
        this.clock = around.clock();
        this.outbox = around.outbox();
        this.unit = unit;
        this.body = unit.body();
        this.dock = who.dock();
        this.acts = acts;
        this.tasks = new Tasks(around, unit, acts);
        this.report = new SelfReport(around, body, unit.senses());
        this.profile = CareRobot.profile(around.floor().plan());
    }

    /** Give the robot's name on its floor. */
    public String name() {
        return unit.name();
    }

    /** Give the world in which it drives, for who shows or disturbs that. */
    public World world() {
        return world;
    }

    @Override
    public RobotProfile profile() {
        return profile;
    }

    @Override
    public RobotState state() {
        synchronized (lock) {
            return report.told();
        }
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        synchronized (lock) {
            Task known = tasks.known(command.id());
            if (known != null) {
                return known.stage();
            }
            if (command.action().name().equals(HOLD)) {
                tasks.endMotion(Reason.CANCELLED, "told to stay");
            }
            Task task = new Task(command, clock.instant(), progress);
            tasks.remember(task);
            refusal(command.action()).ifPresentOrElse(task::complete, () -> tasks.begin(task, moves(command.action())));
            return task.stage();
        }
    }

    @Override
    public void cancel(String commandId) {
        synchronized (lock) {
            Task task = tasks.known(commandId);
            if (task != null) {
                task.endAs(new Failed(Reason.CANCELLED, "cancelled"));
            }
        }
    }

    @Override
    public void stop() {
        synchronized (lock) {
            report.latch();
            tasks.endMotion(Reason.STOPPED, "stopped");
        }
    }

    /** Release the stop latch; does nothing while the emergency stop is pressed. */
    @Override
    public void resume() {
        synchronized (lock) {
            report.release();
        }
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        unit.senses().onPercept(listener);
    }

    /** Stop, and end all acts as {@link Reason#UNREACHABLE}; the robot takes no more orders. */
    @Override
    public void close() {
        List<Task> abandoned;
        synchronized (lock) {
            report.latch();
            closed = true;
            abandoned = tasks.abandon();
        }
        abandoned.forEach(task -> task.complete(closedAlready()));
        whenClosed.run();
    }

    /** Do something once the robot is closed, such as letting its world stand still. */
    void onClose(Runnable then) {
        whenClosed = then;
    }

    void pressEmergencyStop(boolean pressed) {
        report.setEmergencyStop(pressed);
        if (pressed) {
            stop();
        }
    }

    SelfReport report() {
        return report;
    }

    Point position() {
        return body.position();
    }

    /** Tell by what the robot's voice carries farther than a usual one. */
    double loudness() {
        return acts.loudness();
    }

    /** Fail for good, until it is mended. */
    void ruin(String cause) {
        if (ruin == null) {
            ruin = cause;
            tasks.endMotion(Reason.FAULT, cause);
            unit.senses().tell(new Percept.Link(false));
            outbox.add(new WorldEvent.RobotRuined(clock.instant(), unit.name(), cause));
        }
    }

    /** Work again. */
    void mend() {
        if (ruin != null) {
            ruin = null;
            unit.senses().tell(new Percept.Link(true));
        }
    }

    /** Give the true state, whatever a fault makes the robot tell. */
    RobotState measured() {
        return report.measured();
    }

    List<Point> way() {
        return tasks.way();
    }

    boolean isCharging() {
        return body.stands() && dock.point().distance(body.position()) < AT_DOCK;
    }

    void tick(List<Point> near) {
        tasks.tick(near);
        body.charge(isCharging());
        report.tellBattery();
    }

    private Optional<Failed> refusal(Action action) {
        if (closed) {
            return Optional.of(closedAlready());
        }
        if (ruin != null) {
            return Optional.of(new Failed(Reason.FAULT, ruin));
        }
        if (profile.capability(action.name()).isEmpty()) {
            return Optional.of(new Failed(Reason.IMPOSSIBLE, "not declared: " + action.name()));
        }
        if (!moves(action)) {
            return Optional.empty();
        }
        if (report.isLatched()) {
            return Optional.of(new Failed(Reason.STOPPED, "a stop is latched"));
        }
        if (body.battery() == 0) {
            return Optional.of(new Failed(Reason.BATTERY, "the battery is empty"));
        }
        if (body.motors().areOff()) {
            return Optional.of(new Failed(Reason.FAULT, "the motors are too hot"));
        }
        return tasks.hasMotion()
                ? Optional.of(new Failed(Reason.BUSY, "another motion is under way"))
                : Optional.empty();
    }

    /** An act of its own moves if the profile says so. */
    private boolean moves(Action action) {
        return action instanceof Action.Own
                ? profile.capability(action.name()).filter(Capability::moves).isPresent()
                : action.moves();
    }

    private static Failed closedAlready() {
        return new Failed(Reason.UNREACHABLE, "the robot was closed");
    }
}
