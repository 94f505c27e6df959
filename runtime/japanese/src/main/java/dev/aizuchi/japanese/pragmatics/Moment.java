package dev.aizuchi.japanese.pragmatics;

/** Name where in a conversation something is heard. */
public enum Moment {
    /** The robot speaks and has asked nothing yet. */
    ROBOT_TELLS,
    /** The robot is in the middle of its question. */
    ROBOT_ASKS,
    /** The robot has asked what yes or no answer, and waits. */
    YES_NO_OPEN,
    /** The robot has asked for something else (何を, どこへ), and waits. */
    OTHER_OPEN,
    /** The robot is silent and nothing is asked. */
    SILENCE
}
