package dev.aizuchi.robot;

import dev.aizuchi.event.Percept;
import dev.aizuchi.speech.Talker;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Drive a robot, real or simulated.
 *
 * <p>All methods may be called from any thread and none blocks for longer than handing the order over. Stages complete
 * and listeners are called on a thread of the adapter, which must not be held up.
 */
public interface Robot extends AutoCloseable {

    /** Say what this robot can do now; where devices come and go this changes, so ask anew for each act. */
    RobotProfile profile();

    /** Give the last known state; {@code at} tells how old it is. */
    RobotState state();

    /**
     * Begin an act. Only the engine's gate calls this.
     *
     * <p>The same command id given twice is performed once. While the stop latch is set, an act that moves fails with
     * {@link Outcome.Reason#STOPPED}. A second motion while one runs fails with {@link Outcome.Reason#BUSY}.
     *
     * @param progress is given the done part, from 0 to 1, zero or more times before the end
     * @return the outcome; never completes exceptionally
     */
    CompletionStage<Outcome> perform(Command command, DoubleConsumer progress);

    /** End one act early; does nothing if the act is not running. */
    void cancel(String commandId);

    /** Stop all motion at once and latch until {@link #resume}; works with no link, by the robot's own dead-man. */
    void stop();

    /** Release the stop latch; nothing moves by this alone. */
    void resume();

    /**
     * Hear that the dialogue lives: called by its thread some twenty times a second for as long as that runs. A robot
     * whose dead-man is fed by this stands when it is called no more. Waits for nobody.
     */
    default void alive() {}

    /** Tell what the sensors say, from now on; several listeners may be added. */
    void onPercept(Consumer<Percept> listener);

    /** Give the robot's own voice, where it has one that says any sentence; speech is no act and moves nothing. */
    default Optional<Talker> talker() {
        return Optional.empty();
    }

    @Override
    void close();
}
