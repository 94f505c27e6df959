package dev.aizuchi.testkit.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.event.Percept;
import dev.aizuchi.testkit.WrittenPercept;
import java.time.Duration;

/** Give one turn of a dialogue, as {@code ./aizuchi converse} reads it. */
public sealed interface ConversedTurn {

    /** A person says something. */
    record Said(String text) implements ConversedTurn {
        @Override
        public String shown() {
            return "「" + text + "」";
        }
    }

    /** A sensor says something. */
    record Sensed(Percept percept) implements ConversedTurn {
        @Override
        public String shown() {
            return percept.kind();
        }
    }

    /** Nothing happens for a while. */
    record Waited(Duration time) implements ConversedTurn {
        @Override
        public String shown() {
            return "after " + time.toSeconds() + " s";
        }
    }

    /** The robot answers to its last act. */
    record Ended(boolean completed) implements ConversedTurn {
        @Override
        public String shown() {
            return completed ? "completed" : "failed";
        }
    }

    /** Give it in few words, for a report. */
    String shown();

    /** The longest wait: a day. */
    double LONGEST_S = 86_400;

    /**
     * Read a turn.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong
     */
    static ConversedTurn of(JsonNode turn) {
        if (turn.path("user").isTextual()) {
            return new Said(turn.get("user").asText());
        }
        if (turn.path("percept").path("kind").isTextual()) {
            return new Sensed(WrittenPercept.read(turn.get("percept")));
        }
        double seconds = turn.path("wait_s").asDouble(-1);
        if (seconds >= 0 && seconds <= LONGEST_S) {
            return new Waited(Duration.ofMillis(Math.round(seconds * 1_000)));
        }
        String outcome = turn.path("outcome").asText();
        if (outcome.equals("completed") || outcome.equals("failed")) {
            return new Ended(outcome.equals("completed"));
        }
        throw new IllegalArgumentException(
                "must have one of: a text \"user\"; a \"percept\" with a \"kind\"; \"wait_s\""
                        + " from 0 to 86400; an \"outcome\", completed or failed");
    }
}
