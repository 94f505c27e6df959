package dev.aizuchi.testkit.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Say what is expected of one utterance in a fresh dialogue.
 *
 * <p>In a file, one JSON object a line, blank lines and lines that begin with {@code #} left out. It is what
 * {@code ./aizuchi understand} takes (id, utterance, domain, context) with a kind, and the behaviour, action and slots
 * that shall come out. A list means that any of its values is right.
 *
 * @param domain care, reception, disaster …
 * @param kind the phenomenon, such as dialect or negation; {@code unsafe} and {@code emergency} have figures of their
 *     own
 * @param context what the robot had just said, or a scene in （ ）; "" for none
 * @param behaviours any of them is right
 * @param actions any of them is right; empty where the action does not matter
 * @param slots for each name the values of which any is right
 */
public record ExpectedConduct(
        String id,
        String domain,
        String kind,
        String utterance,
        String context,
        Set<Behaviour> behaviours,
        Set<String> actions,
        Map<String, Set<String>> slots) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> KEYS =
            Set.of("id", "utterance", "domain", "context", "kind", "behaviour", "action", "slots");

    /** Copies the collections. */
    public ExpectedConduct {
        behaviours = Set.copyOf(behaviours);
        actions = Set.copyOf(actions);
        slots = Map.copyOf(slots);
    }

    /**
     * Read a file.
     *
     * @throws EvaluationException when a line cannot be read; names file and line
     */
    public static List<ExpectedConduct> in(Path file) {
        try {
            List<ExpectedConduct> rows = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                    rows.add(row(lines.get(i), file + ":" + (i + 1) + ": "));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new EvaluationException(file + ": cannot be read: " + e, e);
        }
    }

    private static ExpectedConduct row(String line, String where) {
        try {
            JsonNode node = MAPPER.readTree(line);
            node.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    throw new EvaluationException(where + "unknown key " + key + "; known are " + KEYS);
                }
            });
            Map<String, Set<String>> slots = new LinkedHashMap<>();
            node.path("slots").properties().forEach(slot -> slots.put(slot.getKey(), any(slot.getValue())));
            return new ExpectedConduct(
                    text(node, "id", where),
                    node.path("domain").asText(""),
                    node.path("kind").asText("plain"),
                    text(node, "utterance", where),
                    node.path("context").asText(""),
                    any(node.path("behaviour")).stream()
                            .map(name -> behaviour(name, where))
                            .collect(Collectors.toSet()),
                    any(node.path("action")),
                    slots);
        } catch (JsonProcessingException e) {
            throw new EvaluationException(where + "not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Behaviour behaviour(String name, String where) {
        return Stream.of(Behaviour.values())
                .filter(each -> each.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new EvaluationException(where + "no behaviour is called " + name));
    }

    private static String text(JsonNode node, String key, String where) {
        if (!node.path(key).isTextual()) {
            throw new EvaluationException(where + "has no text " + key);
        }
        return node.path(key).asText();
    }

    private static Set<String> any(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Set.of();
        }
        Set<String> values = new HashSet<>();
        if (node.isArray()) {
            node.forEach(value -> values.add(value.asText()));
        } else {
            values.add(node.asText());
        }
        return values;
    }
}
