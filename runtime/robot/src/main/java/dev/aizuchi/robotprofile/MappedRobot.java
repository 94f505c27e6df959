package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Drive a robot as its file says.
 *
 * <p>A stop is sent on the caller's thread: the latch is set, the motion under way is ended with its closing zero and
 * its cancel, then comes what the file has under {@code stop}. An order that has just passed the latch looks at it
 * again before it sends, so that either it sees the stop or the stop ends it.
 */
final class MappedRobot implements Robot {
    private static final double[] BATTERY_THRESHOLDS = {0.05, 0.1, 0.2};

    private final RobotFile file;
    private final RobotProfile profile;
    private final Wires wires;
    private final Pace pace;
    private final StateView view;
    private final Senses senses = new Senses();
    private final Orders orders = new Orders();
    private final AtomicReference<@Nullable Order> motion = new AtomicReference<>();
    private final List<Bus.Subscription> subscriptions = new ArrayList<>();
    private volatile boolean latched;
    private volatile boolean closed;
    private boolean toldEmergencyStop;
    private double toldBattery = 1;

    private MappedRobot(RobotFile file, Map<String, Bus> buses, Pace pace) {
        this.file = file;
        this.profile = file.profile();
        this.wires = new Wires(buses);
        this.pace = pace;
        this.view = new StateView(file, pace);
    }

    static MappedRobot open(RobotFile file, Map<String, Bus> buses, Pace pace) {
        MappedRobot robot = new MappedRobot(file, buses, pace);
        robot.subscriptions.addAll(robot.view.listen(robot.wires, robot::changed));
        robot.subscriptions.addAll(robot.senses.listen(file.percepts(), robot.wires));
        robot.wires.watch(robot::link);
        return robot;
    }

    @Override
    public RobotProfile profile() {
        return profile;
    }

    @Override
    public RobotState state() {
        return view.state(latched);
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        return orders.once(command.id(), () -> begin(command, progress));
    }

    private CompletionStage<Outcome> begin(Command command, DoubleConsumer progress) {
        Act act = file.actions().get(command.action().name());
        if (act == null) {
            return failed(Reason.IMPOSSIBLE, "not declared: " + command.action().name());
        }
        Datum.Fields scope;
        try {
            scope = OrderScope.of(command, act, file.places());
        } catch (IllegalArgumentException e) {
            return failed(Reason.IMPOSSIBLE, String.valueOf(e.getMessage()));
        }
        Optional<Outcome> refusal = refusal(command.action().name(), act);
        if (refusal.isPresent()) {
            return CompletableFuture.completedStage(refusal.get());
        }
        Order order = new Order(act, scope, wires, pace, view::isFresh, progress, this::ended);
        if (act.moves() && !motion.compareAndSet(null, order)) {
            return failed(Reason.BUSY, "another motion is under way");
        }
        orders.running(command.id(), order);
        if (closed || (act.moves() && isStopped())) {
            order.end(new Failed(Reason.STOPPED, "a stop is latched"));
        } else {
            order.begin(command.deadline());
        }
        return order.stage();
    }

    private Optional<Outcome> refusal(String action, Act act) {
        if (closed || !wires.allUp(act.steps())) {
            return Optional.of(new Failed(Reason.UNREACHABLE, "the link to the robot is down"));
        }
        if (act.moves() && isStopped()) {
            return Optional.of(new Failed(Reason.STOPPED, "a stop is latched"));
        }
        if (act.moves() && !view.isFresh()) {
            return Optional.of(new Failed(Reason.UNREACHABLE, "the robot's state is old"));
        }
        double least = file.limits().minimumBattery();
        boolean low = least > 0 && view.battery().orElse(0.0) < least;
        if (act.moves() && low && !action.equals("dock")) {
            return Optional.of(new Failed(Reason.BATTERY, "the battery is low, or not known"));
        }
        return act.requires().stream()
                .filter(requirement -> !isMet(requirement))
                .findFirst()
                .map(requirement ->
                        requirement.otherwise().outcome(requirement.that().value() + " is not as needed"));
    }

    private boolean isMet(Requirement requirement) {
        try {
            return requirement.that().holds(view.values(), Datum.Fields.NONE);
        } catch (IllegalArgumentException e) {
            // Not heard of yet: what is not known is not met.
            return false;
        }
    }

    private boolean isStopped() {
        return latched || view.emergencyStop();
    }

    private void ended(Order order) {
        motion.compareAndSet(order, null);
        orders.ended(order);
    }

    @Override
    public void cancel(String commandId) {
        orders.find(commandId).ifPresent(order -> order.end(new Failed(Reason.CANCELLED, "cancelled")));
    }

    @Override
    public void stop() {
        latched = true;
        Order order = motion.get();
        if (order != null) {
            order.end(new Failed(Reason.STOPPED, "stopped"));
        }
        wires.sendAll(file.stop(), Datum.Fields.NONE);
    }

    @Override
    public void resume() {
        latched = false;
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        senses.add(listener);
    }

    private void link(String bus, boolean up) {
        if (up && latched) {
            // A stop that was asked for while the link was down.
            wires.sendAll(file.stop(), Datum.Fields.NONE);
        }
        if (!up) {
            orders.all().stream()
                    .filter(order -> order.uses(bus))
                    .forEach(order -> order.end(new Failed(Reason.UNREACHABLE, "the link to the robot is lost")));
        }
        senses.tell(new Percept.Link(up));
    }

    private void changed() {
        boolean pressed = view.emergencyStop();
        double charge = view.battery().orElse(1.0);
        boolean toldNow;
        boolean crossed = false;
        synchronized (this) {
            toldNow = toldEmergencyStop != pressed;
            toldEmergencyStop = pressed;
            for (double threshold : BATTERY_THRESHOLDS) {
                crossed |= toldBattery > threshold != charge > threshold;
            }
            toldBattery = charge;
        }
        if (toldNow && pressed) {
            stop();
        }
        if (toldNow) {
            senses.tell(new Percept.EmergencyStop(pressed));
        }
        if (crossed) {
            senses.tell(new Percept.Battery(charge));
        }
    }

    /** Stop, end what runs as {@link Reason#UNREACHABLE}, and close the buses. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        stop();
        orders.all().forEach(order -> order.end(new Failed(Reason.UNREACHABLE, "the robot was closed")));
        subscriptions.forEach(Bus.Subscription::close);
        pace.close();
        wires.close();
    }

    private static CompletionStage<Outcome> failed(Reason reason, String detail) {
        return CompletableFuture.completedStage(new Failed(reason, detail));
    }
}
