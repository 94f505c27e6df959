package dev.aizuchi.app;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Note when commands reach the robot and when it stands. */
final class Probe {
    private final AtomicLong firstCommand = new AtomicLong();
    private volatile @Nullable Robot robot;

    Robot wrap(Robot real) {
        robot = real;
        return new Watched(real, firstCommand);
    }

    void forget() {
        firstCommand.set(0);
    }

    /** Wait for the first command since {@link #forget}; give its time, or 0 when none came until the end. */
    long awaitCommand(long end) throws InterruptedException {
        return await(() -> firstCommand.get() != 0, end) == 0 ? 0 : firstCommand.get();
    }

    /** Wait until the robot stands; give the time, or 0. */
    long awaitStandstill(long end) throws InterruptedException {
        return await(
                () -> robot != null && robot.state().stopped() && robot.state().speed() == 0, end);
    }

    private static long await(BooleanSupplier happened, long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            if (happened.getAsBoolean()) {
                return System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return 0;
    }

    private record Watched(Robot real, AtomicLong firstCommand) implements Robot {
        @Override
        public RobotProfile profile() {
            return real.profile();
        }

        @Override
        public RobotState state() {
            return real.state();
        }

        @Override
        public void alive() {
            real.alive();
        }

        @Override
        public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
            firstCommand.compareAndSet(0, System.nanoTime());
            return real.perform(command, progress);
        }

        @Override
        public void cancel(String commandId) {
            real.cancel(commandId);
        }

        @Override
        public void stop() {
            real.stop();
        }

        @Override
        public void resume() {
            real.resume();
        }

        @Override
        public void onPercept(Consumer<Percept> listener) {
            real.onPercept(listener);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
