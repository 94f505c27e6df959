package dev.aizuchi.robot;

/** Tell how a command ended. */
public sealed interface Outcome {

    /** The act was done. */
    record Completed() implements Outcome {}

    /** The act was not done, or not wholly. */
    record Failed(Reason reason, String detail) implements Outcome {}

    /** Why an act failed. */
    enum Reason {
        /** The robot cannot do it as asked: unknown place, unknown thing, nothing in the hand. */
        IMPOSSIBLE,
        /** Something stands in the way. */
        BLOCKED,
        /** The bumper touched something. */
        COLLISION,
        /** The deadline passed. */
        TIMED_OUT,
        /** The link to the robot is down. */
        UNREACHABLE,
        /** The robot is at another act. */
        BUSY,
        /** Cancelled by the engine. */
        CANCELLED,
        /** Ended by a stop, or asked for while a stop was latched. */
        STOPPED,
        /** The battery is empty. */
        BATTERY,
        /** The robot reports a defect. */
        FAULT
    }
}
