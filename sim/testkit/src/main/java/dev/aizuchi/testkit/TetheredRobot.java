package dev.aizuchi.testkit;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stand between the engine and its robot as a link does that can break.
 *
 * <p>While it is down, the robot's own dead-man stops it where it moves and latches; orders end as unreachable, its
 * state gets old, and no percept comes through. This is what the MQTT adapter and its robot's side keep to.
 */
final class TetheredRobot implements Robot {
    private final Robot robot;
    private final Supplier<Duration> clockAhead;
    private final List<Consumer<Percept>> listeners = new ArrayList<>();
    private final Map<String, Order> open = new LinkedHashMap<>();
    /** What a link that is good again brings. */
    private final List<Runnable> whenBack = new ArrayList<>();

    private @Nullable RobotState lastTold;
    private boolean losesOutcomes;

    /** A call for a person waits for the link, and nothing moves by it; all else ends when the link does. */
    private record Order(boolean waits, CompletableFuture<Outcome> told) {
        static Order of(Command command) {
            Action action = command.action();
            return new Order(
                    action instanceof Action.Notify || action instanceof Action.CallHuman, new CompletableFuture<>());
        }
    }

    /**
     * Tie a robot to its runtime.
     *
     * @param clockAhead how much the runtime's clock is ahead: a state is dated by its receipt
     */
    TetheredRobot(Robot robot, Supplier<Duration> clockAhead) {
        this.robot = robot;
        this.clockAhead = clockAhead;
        robot.onPercept(percept -> {
            if (lastTold == null) {
                tell(percept);
            }
        });
    }

    /** Cut the link. */
    void cut() {
        lastTold = state();
        if (robot.state().speed() > 0) {
            robot.stop();
        }
        List<Order> ended = open.values().stream().filter(order -> !order.waits).toList();
        open.values().removeAll(ended);
        ended.forEach(order -> order.told.complete(new Failed(Reason.UNREACHABLE, "the link to the robot went down")));
        tell(new Percept.Link(false));
    }

    /** Make the link good. */
    void mend() {
        lastTold = null;
        List<Runnable> waiting = List.copyOf(whenBack);
        whenBack.clear();
        waiting.forEach(Runnable::run);
        tell(new Percept.Link(true));
    }

    /** Lose how acts ended from now on, or no more. */
    void losesOutcomes(boolean loses) {
        losesOutcomes = loses;
    }

    private void tell(Percept percept) {
        listeners.forEach(listener -> listener.accept(percept));
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        Order order = Order.of(command);
        if (lastTold == null) {
            begin(command, order, progress);
        } else if (order.waits) {
            whenBack.add(() -> begin(command, order, progress));
        } else {
            order.told.complete(new Failed(Reason.UNREACHABLE, "the link to the robot is down"));
        }
        return order.told;
    }

    private void begin(Command command, Order order, DoubleConsumer progress) {
        open.put(command.id(), order);
        robot.perform(command, progress).thenAccept(outcome -> ended(command.id(), outcome));
    }

    private void ended(String id, Outcome outcome) {
        if (lastTold != null) {
            whenBack.add(() -> ended(id, outcome));
        } else if (!losesOutcomes && open.containsKey(id)) {
            open.remove(id).told.complete(outcome);
        }
    }

    @Override
    public RobotState state() {
        RobotState old = lastTold;
        if (old != null) {
            return old;
        }
        RobotState now = robot.state();
        return new RobotState(
                now.at().plus(clockAhead.get()),
                now.x(),
                now.y(),
                now.headingDeg(),
                now.speed(),
                now.battery(),
                now.emergencyStop(),
                now.stopped(),
                now.place());
    }

    @Override
    public RobotProfile profile() {
        return robot.profile();
    }

    @Override
    public void cancel(String commandId) {
        if (lastTold == null) {
            robot.cancel(commandId);
        }
    }

    @Override
    public void stop() {
        if (lastTold == null) {
            robot.stop();
        } else {
            whenBack.add(0, robot::stop);
        }
    }

    @Override
    public void resume() {
        if (lastTold == null) {
            robot.resume();
        }
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        robot.close();
    }
}
