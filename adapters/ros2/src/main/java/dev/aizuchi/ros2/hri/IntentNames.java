package dev.aizuchi.ros2.hri;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.skill.Texts;
import java.util.Map;
import java.util.TreeMap;

/**
 * Say intents in the words of {@code hri_actions_msgs/msg/Intent}: its own names, and thematic roles beside the slots.
 */
final class IntentNames {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, String> texts;

    private IntentNames(Map<String, String> texts) {
        this.texts = texts;
    }

    static IntentNames standard() {
        return new IntentNames(
                Texts.beside(IntentNames.class, "intents.properties").byKey());
    }

    /** Give the name of an intent; one that ROS4HRI has no name for keeps its own. */
    String name(String intent) {
        return texts.getOrDefault("name." + plain(intent), intent);
    }

    /** Give the data as JSON: each slot by its name on the wire, and once more by its role where it has one. */
    String data(DialogueEvent.Understood understood) {
        ObjectNode data = MAPPER.createObjectNode();
        String implied = texts.get("object." + plain(understood.intent()));
        if (implied != null) {
            data.put("object", implied);
        }
        new TreeMap<>(understood.slots()).forEach((slot, value) -> {
            String role = texts.get("slot." + slot);
            if (role != null) {
                data.put(role, value);
            }
            data.put(slot, value);
        });
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String intent) {
        return intent.substring(intent.indexOf('/') + 1);
    }
}
