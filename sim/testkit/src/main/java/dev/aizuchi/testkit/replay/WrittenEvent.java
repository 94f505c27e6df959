package dev.aizuchi.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Write a line of a journal as the expectation of a scenario; keeps which act stands behind a command's id. */
final class WrittenEvent {
    private final Map<String, String> actionById = new HashMap<>();

    /** Give what a scenario would expect; empty for what it cannot expect, such as progress. */
    Optional<ObjectNode> expectation(JsonNode event) {
        String action = event.path("action").asText();
        String done = actionById.getOrDefault(event.path("command_id").asText(), "");
        return switch (event.path("event").asText()) {
            case "understood" ->
                Optional.of(with(of("understood", event.path("intent").asText()), event.path("slots")));
            case "not_understood" -> Optional.of(of("not-understood", ""));
            case "said" -> Optional.of(of("say", event.path("text").asText()));
            case "asked" -> Optional.of(of("asked", event.path("text").asText()));
            case "commanded" -> {
                actionById.put(event.path("command_id").asText(), action);
                yield Optional.of(with(of("commanded", action), event.path("arguments")));
            }
            case "refused" ->
                Optional.of(with(
                        of("refused", action).put("because", event.path("rule").asText()), event.path("arguments")));
            case "completed" -> Optional.of(of("completed", done));
            case "failed" ->
                Optional.of(of("failed", done)
                        .put("because", event.path("reason").asText().toLowerCase(Locale.ROOT)));
            case "stopped" -> Optional.of(of("stopped", event.path("cause").asText()));
            case "resumed" -> Optional.of(of("resumed", ""));
            default -> Optional.empty();
        };
    }

    private static ObjectNode of(String kind, String value) {
        return JsonNodeFactory.instance.objectNode().put(kind, value);
    }

    /** Arguments are compared as texts; a whole number is written without its point. */
    private static ObjectNode with(ObjectNode expectation, JsonNode arguments) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        arguments.properties().stream()
                .filter(argument -> !argument.getKey().endsWith("_sealed"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(argument -> texts.put(argument.getKey(), text(argument.getValue())));
        if (!texts.isEmpty()) {
            expectation.set("with", texts);
        }
        return expectation;
    }

    private static String text(JsonNode value) {
        double number = value.asDouble();
        return value.isNumber() && number == Math.rint(number) ? Long.toString((long) number) : value.asText();
    }
}
