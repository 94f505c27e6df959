package dev.aizuchi.ros2.hri;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Only tells its state. */
public final class StandingRobot implements Robot {
    private final RobotState state;

    public StandingRobot(Instant at, double battery) {
        state = new RobotState(at, 0, 0, 0, 0, battery, false, false, "食堂");
    }

    @Override
    public RobotProfile profile() {
        return new RobotProfile("standing", List.of(), 0.15, Duration.ofSeconds(2));
    }

    @Override
    public RobotState state() {
        return state;
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        throw new IllegalStateException("nobody but the engine orders acts");
    }

    @Override
    public void cancel(String commandId) {}

    @Override
    public void stop() {}

    @Override
    public void resume() {}

    @Override
    public void onPercept(Consumer<Percept> listener) {}

    @Override
    public void close() {}
}
