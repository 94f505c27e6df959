package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Instant;

/**
 * Judge one danger. A rule can only forbid: an act passes when no rule forbids it.
 *
 * <p>Called on the dialogue thread; must be quick and have no side effect.
 */
public interface SafetyRule {

    /** Give the name, in kebab case, that stands in the journal and picks the spoken reason. */
    String name();

    /** Tell whether the act must not begin. */
    boolean forbids(Request request);

    /**
     * An act on its way to the robot.
     *
     * @param action the act
     * @param capability what the profile declares about it
     * @param profile the robot's profile
     * @param state the robot's last known state
     * @param now the time of judging
     * @param stopped whether a stop is latched, here or in the robot
     */
    record Request(
            Action action,
            Capability capability,
            RobotProfile profile,
            RobotState state,
            Instant now,
            boolean stopped) {

        /** Tell whether the act moves anything; for a standard act the profile can only add motion, not deny it. */
        public boolean moves() {
            return SafetyGate.moves(action, capability);
        }
    }
}
