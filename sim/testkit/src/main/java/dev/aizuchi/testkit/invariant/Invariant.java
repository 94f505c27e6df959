package dev.aizuchi.testkit.invariant;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Command;
import dev.aizuchi.sim.World;
import java.util.Optional;

/** Say what must not be, and tell when it is: each method gives what was broken, with its values. */
public interface Invariant {

    /** Look at what became true. */
    default Optional<String> happened(DialogueEvent event) {
        return Optional.empty();
    }

    /** Look at an order that the robot is about to be given. */
    default Optional<String> ordered(Command command) {
        return Optional.empty();
    }

    /** Look at the floor while the robot is at something. */
    default Optional<String> moved(World world) {
        return Optional.empty();
    }
}
