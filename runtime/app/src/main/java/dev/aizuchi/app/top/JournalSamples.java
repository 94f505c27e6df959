package dev.aizuchi.app.top;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Count the lines of a journal into the samples that the metrics of the same run would give. */
public final class JournalSamples {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, Map<Map<String, String>, Double>> values = new TreeMap<>();
    private final Map<String, String> actions = new HashMap<>();
    private String voiceEnded = "";

    /** Take a line; one that is not whole counts as none. */
    public void line(String line) {
        try {
            take(mapper.readTree(line));
        } catch (JsonProcessingException | DateTimeParseException e) {
            // A line that is being written, or was broken off; the report tells of those.
        }
    }

    /** Give what was counted so far. */
    public Samples samples() {
        Samples samples = new Samples();
        values.forEach((name, byLabels) -> byLabels.forEach((labels, value) -> samples.add(name, labels, value)));
        return samples;
    }

    private void take(JsonNode event) {
        String kind = event.path("event").asText();
        count("aizuchi_events_total", Map.of("event", kind));
        set("aizuchi_turn", Map.of(), event.path("turn").asDouble());
        switch (kind) {
            case "heard" -> {
                voiceEnded =
                        minus(event.path("at").asText(), event.path("took_ms").asLong());
                stage("hearing", event.path("took_ms").asDouble());
            }
            case "understood", "not_understood" ->
                stage("understanding", event.path("took_ms").asDouble());
            case "said", "asked" -> answered(event.path("at").asText());
            case "commanded" ->
                actions.put(
                        event.path("command_id").asText(), event.path("action").asText());
            case "completed" -> ended(event, "completed");
            case "failed" -> ended(event, event.path("reason").asText("failed").toLowerCase(Locale.ROOT));
            default -> others(kind, event);
        }
    }

    private void others(String kind, JsonNode event) {
        switch (kind) {
            case "refused" ->
                count(
                        "aizuchi_refusals_total",
                        Map.of(
                                "action", event.path("action").asText(),
                                "rule", event.path("rule").asText()));
            case "stopped" -> {
                count("aizuchi_stops_total", Map.of("cause", event.path("cause").asText()));
                set("aizuchi_stopped", Map.of(), 1);
            }
            case "resumed" -> set("aizuchi_stopped", Map.of(), 0);
            case "faulted" ->
                count("aizuchi_faults_total", Map.of("part", event.path("part").asText()));
            case "perceived" -> percept(event);
            default -> {}
        }
    }

    private void percept(JsonNode event) {
        switch (event.path("percept").asText()) {
            case "battery" ->
                set("aizuchi_battery_ratio", Map.of(), event.path("charge").asDouble());
            case "link" -> set("aizuchi_link_up", Map.of(), event.path("up").asBoolean() ? 1 : 0);
            case "estop" ->
                set("aizuchi_emergency_stop", Map.of(), event.path("pressed").asBoolean() ? 1 : 0);
            default -> {}
        }
    }

    private void ended(JsonNode event, String outcome) {
        String action = actions.remove(event.path("command_id").asText());
        count("aizuchi_act_seconds_count", Map.of("action", action == null ? "?" : action, "outcome", outcome));
    }

    private void answered(String at) {
        if (!voiceEnded.isEmpty() && !at.isEmpty()) {
            stage(
                    "answer",
                    Duration.between(Instant.parse(voiceEnded), Instant.parse(at))
                                    .toNanos()
                            / 1e6);
            voiceEnded = "";
        }
    }

    private void stage(String stage, double millis) {
        set("aizuchi_last_turn_seconds", Map.of("stage", stage), millis / 1e3);
    }

    private static String minus(String at, long millis) {
        return at.isEmpty() ? "" : Instant.parse(at).minusMillis(millis).toString();
    }

    private void count(String name, Map<String, String> labels) {
        values.computeIfAbsent(name, key -> new HashMap<>()).merge(labels, 1.0, Double::sum);
    }

    private void set(String name, Map<String, String> labels, double value) {
        values.computeIfAbsent(name, key -> new HashMap<>()).put(labels, value);
    }
}
