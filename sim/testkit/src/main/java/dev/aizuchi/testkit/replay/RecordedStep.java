package dev.aizuchi.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to the agent, and what came of it until the next.
 *
 * @param at when it was done
 * @param stimulus as a scenario writes it; null for what happened before anything was done
 * @param events lines of the journal
 */
record RecordedStep(Instant at, @Nullable ObjectNode stimulus, List<JsonNode> events) {

    /** Begin one to which events are added. */
    static RecordedStep begin(Instant at, @Nullable ObjectNode stimulus) {
        return new RecordedStep(at, stimulus, new ArrayList<>());
    }

    /** Give when the last of it happened. */
    Instant end() {
        return events.isEmpty() ? at : instant(events.get(events.size() - 1));
    }

    static Instant instant(JsonNode event) {
        return Instant.parse(event.path("at").asText());
    }
}
