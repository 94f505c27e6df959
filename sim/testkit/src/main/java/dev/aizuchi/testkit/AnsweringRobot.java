package dev.aizuchi.testkit;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Hold back how acts ended until a test says whether they succeed; otherwise let a robot answer for itself. */
final class AnsweringRobot implements Robot {
    private final Robot robot;
    private final Consumer<Command> ordered;
    private final Map<String, Act> running = new LinkedHashMap<>();
    private boolean holds;

    /** What was ordered, and how it ended as far as the robot itself goes. */
    private static final class Act {
        final CompletableFuture<Outcome> told = new CompletableFuture<>();

        @Nullable
        Outcome own;
    }

    /** Take a robot, and who is told of each order before it goes on. */
    AnsweringRobot(Robot robot, Consumer<Command> ordered) {
        this.robot = robot;
        this.ordered = ordered;
    }

    /** Keep the outcomes of what is ordered from now on. */
    void hold() {
        holds = true;
    }

    /** Tell whether an act is still to be answered and the robot has not yet ended it. */
    boolean isBusy() {
        return running.values().stream().anyMatch(act -> act.own == null);
    }

    /** Answer all that is held as the robot did, and hold no more. */
    void release() {
        holds = false;
        for (String id : running.keySet().toArray(String[]::new)) {
            Act act = running.get(id);
            if (act != null && act.own != null) {
                running.remove(id);
                act.told.complete(act.own);
            }
        }
    }

    /** Let the last act fail, whatever the robot says of it. */
    void failLast() {
        String last = running.keySet().stream().reduce("", (first, second) -> second);
        Act act = running.remove(last);
        if (act != null) {
            robot.cancel(last);
            act.told.complete(new Outcome.Failed(Outcome.Reason.IMPOSSIBLE, "as the test has it"));
        }
        release();
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        ordered.accept(command);
        Act act = new Act();
        running.put(command.id(), act);
        robot.perform(command, progress).thenAccept(outcome -> ended(command.id(), act, outcome));
        return act.told;
    }

    private void ended(String id, Act act, Outcome outcome) {
        act.own = outcome;
        // A stop or a cancel is the engine's own doing and no answer of the robot.
        if (!holds || outcome instanceof Outcome.Failed) {
            running.remove(id);
            act.told.complete(outcome);
        }
    }

    @Override
    public RobotProfile profile() {
        return robot.profile();
    }

    @Override
    public RobotState state() {
        return robot.state();
    }

    @Override
    public void cancel(String commandId) {
        robot.cancel(commandId);
    }

    @Override
    public void stop() {
        robot.stop();
    }

    @Override
    public void resume() {
        robot.resume();
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        robot.onPercept(listener);
    }

    @Override
    public void close() {
        robot.close();
    }
}
