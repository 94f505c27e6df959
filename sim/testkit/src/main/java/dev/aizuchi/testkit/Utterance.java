package dev.aizuchi.testkit;

/**
 * Say something to the agent, or beside it.
 *
 * @param by who speaks, as the robot's sensors name them; "" where no sensor tells
 * @param to to whom, likewise; "" for the robot
 */
public record Utterance(String text, String by, String to) {
    /** Say something that no sensor knows more about. */
    public static Utterance of(String text) {
        return new Utterance(text, "", "");
    }
}
