package dev.aizuchi.japanese.pragmatics;

/** Name what a short utterance does while or after the robot speaks. */
public enum ListenerSound {
    /** 相槌: I am listening, go on. */
    BACKCHANNEL,
    /** An answer to the open question. */
    ANSWER,
    /** The person wants to speak; the robot yields. */
    TURN_CLAIM
}
