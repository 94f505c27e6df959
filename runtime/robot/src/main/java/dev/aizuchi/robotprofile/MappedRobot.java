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
import dev.aizuchi.speech.Talker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Drive a robot as its file says.
 *
 * <p>A stop is sent on the caller's thread: the latch is set, the motion under way is ended with its closing zero and
 * its cancel, then comes what the file has under {@code stop}. An order that has just passed the latch looks at it
 * again before it sends, so that either it sees the stop or the stop ends it.
 *
 * <p>What ended while the robot could not hear it is ended again before anything new begins.
 */
final class MappedRobot implements Robot {
    private final RobotFile file;
    private final RobotProfile profile;
    private final Wires wires;
    private final Pace pace;
    private final StateView view;
    private final Readiness readiness;
    private final StateNews news = new StateNews();
    private final Senses senses = new Senses();
    private final Orders orders = new Orders();
    private final Unheard unheard = new Unheard();
    private final List<Bus.Subscription> subscriptions = new ArrayList<>();
    private final Sender plain;
    private final Heart heart;
    private final AtomicLong stops = new AtomicLong();
    private volatile boolean latched;
    private volatile boolean closed;

    private MappedRobot(RobotFile file, Map<String, Bus> buses, Pace pace) {
        this.file = file;
        this.profile = file.profile();
        this.wires = new Wires(buses);
        this.pace = pace;
        this.view = new StateView(file, pace);
        this.readiness = new Readiness(file.limits(), view);
        this.plain = new Sender(wires, Datum.Fields.NONE);
        this.heart = new Heart(file.heartbeat(), wires);
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
        return order(command, progress);
    }

    private CompletionStage<Outcome> order(Command command, DoubleConsumer progress) {
        long stopsBefore = stops.get();
        return orders.once(command.id(), () -> begin(command, stopsBefore, progress));
    }

    @Override
    public Optional<Talker> talker() {
        return OwnVoice.of(file, command -> order(command, done -> {}), this::cancel, pace);
    }

    private CompletionStage<Outcome> begin(Command command, long stopsBefore, DoubleConsumer progress) {
        String action = command.action().name();
        Act act;
        Datum.Fields scope;
        try {
            act = file.act(action);
            scope = OrderScope.of(command, act, file.places());
        } catch (IllegalArgumentException e) {
            return failed(Reason.IMPOSSIBLE, String.valueOf(e.getMessage()));
        }
        Optional<Outcome> refusal = obstacle(act, stopsBefore).or(() -> readiness.refusal(action, act));
        if (refusal.isPresent()) {
            return CompletableFuture.completedStage(refusal.get());
        }
        Order order = new Order(act, scope, new Order.Circumstances(file, wires, pace, view), progress, this::ended);
        if (!orders.run(command.id(), order)) {
            return failed(Reason.BUSY, "another motion is under way");
        }
        // Once more: what came since the first look found no order to end.
        obstacle(act, stopsBefore).ifPresentOrElse(order::end, () -> order.begin(command.deadline()));
        return order.stage();
    }

    private Optional<Outcome> obstacle(Act act, long stopsBefore) {
        if (closed || !wires.allUp(act.buses())) {
            return Optional.of(new Failed(Reason.UNREACHABLE, "the link to the robot is down"));
        }
        if (act.moves() && isStopped()) {
            return Optional.of(new Failed(Reason.STOPPED, "a stop is latched"));
        }
        if (act.moves() && stops.get() != stopsBefore) {
            return Optional.of(new Failed(Reason.STOPPED, "a stop came after the order"));
        }
        return act.moves() && unheard.isOwed(act)
                ? Optional.of(new Failed(Reason.UNREACHABLE, "the robot has not been told of the end of what ran"))
                : Optional.empty();
    }

    private boolean isStopped() {
        return latched || view.emergencyStop();
    }

    private void ended(Order order) {
        unheard.ended(order, pace.elapsed(), view.isFresh()).forEach(order::endAgain);
        orders.ended(order);
    }

    @Override
    public void cancel(String commandId) {
        orders.find(commandId).ifPresent(order -> order.end(new Failed(Reason.CANCELLED, "cancelled")));
    }

    @Override
    public void stop() {
        stops.incrementAndGet();
        latched = true;
        unheard.stopped(pace.elapsed());
        orders.motion().ifPresent(order -> order.end(new Failed(Reason.STOPPED, "stopped")));
        plain.tell(file.stop());
    }

    @Override
    public void resume() {
        latched = false;
    }

    /** {@inheritDoc} No heartbeat is sent while a stop is latched, so that the guard holds the robot then. */
    @Override
    public void alive() {
        if (!closed && !isStopped()) {
            heart.beat();
        }
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        senses.add(listener);
    }

    private void link(String bus, boolean up) {
        if (up) {
            if (unheard.isStopOwed(bus) || latched) {
                plain.tell(file.stop().stream()
                        .filter(step -> step.on().equals(bus))
                        .toList());
            }
            unheard.back(bus, pace.elapsed());
        } else {
            unheard.lost(bus, pace.elapsed());
            orders.over(bus)
                    .forEach(order -> order.end(new Failed(Reason.UNREACHABLE, "the link to the robot is lost")));
        }
        senses.tell(new Percept.Link(up));
    }

    private void changed() {
        if (view.isFresh()) {
            wires.names().stream().filter(wires::isUp).forEach(bus -> unheard.settle(bus, pace.elapsed()));
        }
        for (Percept percept : news.since(view)) {
            if (percept.equals(new Percept.EmergencyStop(true))) {
                stop();
            }
            senses.tell(percept);
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
