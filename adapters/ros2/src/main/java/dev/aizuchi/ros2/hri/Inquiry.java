package dev.aizuchi.ros2.hri;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.skill.Floor;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be asked, as a property of a JSON Schema tells it: {@code boolean} by yes or no, all else as the slot
 * that its name, format or type means.
 *
 * @param key name of the property
 * @param question what is asked
 * @param slot null where it is asked by yes or no
 */
record Inquiry(
        String key, String question, String type, @Nullable Slot<?> slot) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST = 10_000;
    private static final int MOST = 20;
    private static final String BOOLEAN = "boolean";
    private static final String INTEGER = "integer";
    private static final String NUMBER = "number";

    /**
     * Read what is to be asked: the first property by the given question, the others by their descriptions. A property
     * without either is left out.
     *
     * @throws IllegalArgumentException when it is no JSON object of properties
     */
    static List<Inquiry> all(String schema, String question) {
        List<Inquiry> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : read(schema).properties()) {
            String own = property.getValue().path("description").asText("");
            String asked = all.isEmpty() && !question.isBlank() ? question : own;
            if (!asked.isBlank() && all.size() < MOST) {
                String type = property.getValue().path("type").asText("string");
                all.add(new Inquiry(
                        property.getKey(), asked, type, slot(property.getKey(), type, property.getValue())));
            }
        }
        return all;
    }

    /** Read a JSON object; an empty text is an empty one. */
    static ObjectNode read(String json) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        try {
            if (MAPPER.readTree(json.isBlank() ? "{}" : json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
        throw new IllegalArgumentException("no JSON object");
    }

    private static @Nullable Slot<?> slot(String key, String type, JsonNode property) {
        if (type.equals(BOOLEAN)) {
            return null;
        }
        if (property.path("enum").isArray()) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            property.path("enum").forEach(value -> values.put(value.asText(), List.of(value.asText())));
            return Slot.choice(key, new Vocabulary(values));
        }
        if (type.equals(INTEGER) || type.equals(NUMBER)) {
            return Slot.number(key);
        }
        // The names under which the skills know such values.
        return switch (property.path("format").asText(key)) {
            case "time" -> Slot.time(key);
            case "date" -> Slot.date(key);
            case "person", "name", "visitor", "host" -> Slot.person(key);
            case "company" -> Slot.company(key);
            case "phone" -> Slot.phone(key);
            case "place" -> Slot.place(key);
            default -> Slot.text(key);
        };
    }

    /** Ask, and put the answer among the others under its key; the stage tells whether there was one. */
    CompletionStage<Boolean> ask(Floor floor, ObjectNode answers, Task by) {
        if (slot == null) {
            Floor.Request<Optional<Boolean>> request = floor.askYesNo(question);
            by.onGivingUp(request::cancel);
            return request.ending().thenApply(answer -> {
                answer.ifPresent(yes -> answers.put(key, yes));
                return answer.isPresent();
            });
        }
        Floor.Request<Optional<String>> request = floor.ask(question, slot);
        by.onGivingUp(request::cancel);
        return request.ending().thenApply(answer -> {
            answer.ifPresent(value -> put(answers, value));
            return answer.isPresent();
        });
    }

    private void put(ObjectNode answers, String value) {
        boolean isNumber = value.matches("-?\\d+(\\.\\d+)?");
        if (type.equals(INTEGER) && isNumber) {
            answers.put(key, Math.round(Double.parseDouble(value)));
        } else if (type.equals(NUMBER) && isNumber) {
            answers.put(key, Double.parseDouble(value));
        } else {
            answers.put(key, value);
        }
    }
}
