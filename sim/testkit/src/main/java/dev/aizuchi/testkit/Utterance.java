package dev.aizuchi.testkit;

/**
 * Say something to the agent, or beside it.
 *
 * @param by who speaks, as the robot's sensors name them; "" where no sensor tells
 * @param to to whom, likewise; "" for the robot
 * @param delivery how it is spoken, where it is
 */
public record Utterance(String text, String by, String to, Delivery delivery) {
    /** Say something in the usual way. */
    public Utterance(String text, String by, String to) {
        this(text, by, to, Delivery.USUAL);
    }

    /** Say something that no sensor knows more about. */
    public static Utterance of(String text) {
        return new Utterance(text, "", "");
    }
}
