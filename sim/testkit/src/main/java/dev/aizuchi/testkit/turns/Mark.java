package dev.aizuchi.testkit.turns;

import java.util.Locale;

/**
 * Mark a stretch of a dialogue.
 *
 * @param fromMs where it begins, in milliseconds from the beginning
 * @param toMs where it ends
 * @param text what is said; empty for a pause
 */
public record Mark(Kind kind, int fromMs, int toMs, String text) {
    /** Checks that it ends after it begins. */
    public Mark {
        if (fromMs < 0 || toMs <= fromMs) {
            throw new IllegalArgumentException(
                    kind + " goes from " + fromMs + " to " + toMs + " ms; it must end after it begins");
        }
    }

    /** What a stretch is. */
    public enum Kind {
        /** A person's whole turn, its pauses among it. */
        TURN,
        /** A pause within a turn. */
        PAUSE,
        /** A pause within a turn at which a listener may nod aloud. */
        SPOT,
        /** What the robot asks by yes or no. */
        QUESTION,
        /** What else the robot says. */
        STATEMENT,
        /** A listener's small sound, which does not ask for the turn. */
        BACKCHANNEL,
        /** What a person says to interrupt the robot. */
        INTERRUPTION;

        /** Give the name as it is written in {@code marks.tsv}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Tell whether it is the robot that sounds. */
        public boolean isRobot() {
            return this == QUESTION || this == STATEMENT;
        }

        /** Tell whether it lies within a person's turn. */
        public boolean isWithinTurn() {
            return this == PAUSE || this == SPOT;
        }
    }

    boolean holds(int ms) {
        return ms >= fromMs && ms < toMs;
    }
}
