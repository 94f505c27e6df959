package dev.aizuchi.japanese;

/**
 * Say to whom an utterance is said.
 *
 * @param rest what is said to them: the utterance, without the call where somebody else may be meant
 */
public record Addressed(To to, String rest) {

    /** Who may be meant. */
    public enum To {
        /** The robot: nobody else is called, or the robot by its name, or somebody whom the robot shall fetch. */
        ROBOT,
        /** Somebody in whose place the robot can see to a wish: 「看護師さん、トイレ」, but also 「看護師さん、寒いですね」. */
        PERHAPS_OTHER,
        /** Somebody else: 「田中さん、お茶飲む」. */
        OTHER
    }
}
