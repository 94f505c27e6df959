package dev.aizuchi.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Put each cause before what came of it, in the events of a journal.
 *
 * <p>A stop acts before the sentence or the sensor that brought it about is told, and of a way that was blocked the
 * journal holds only that the robot did not get through.
 */
final class Causes {
    private static final String BY_WORD = "word";
    private static final String BY_BUTTON = "estop";
    private static final String BLOCKED = "blocked";

    private Causes() {}

    /**
     * Give the events in an order in which they can be brought about again.
     *
     * @param findBlocked whether to take a place as blocked when a drive there fails for it
     */
    static List<JsonNode> first(List<JsonNode> journal, boolean findBlocked) {
        List<JsonNode> events = new ArrayList<>(journal);
        Map<String, String> goals = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            goals.put(
                    event.path("command_id").asText(),
                    event.at("/arguments/place")
                            .asText(goals.getOrDefault(event.path("command_id").asText(), "")));
            if (isStop(event) && !isExplained(event, events.subList(0, i))) {
                moveCause(events, i, event);
            } else if (isRefusedByButton(event) && !isPressed(events.subList(0, i))) {
                moveButton(events, i);
            } else if (findBlocked && event.path("reason").asText().equalsIgnoreCase(BLOCKED)) {
                events.add(
                        i++,
                        fault(event, BLOCKED)
                                .put("place", goals.get(event.path("command_id").asText())));
            }
        }
        return events;
    }

    /** Tell whether something before a stop brought it about. */
    static boolean isExplained(JsonNode stop, List<JsonNode> before) {
        return before.stream().anyMatch(event -> isCause(event, stop));
    }

    private static boolean isStop(JsonNode event) {
        return event.path("event").asText().equals("stopped");
    }

    private static boolean isHeard(JsonNode event) {
        return event.path("event").asText().equals("heard");
    }

    private static boolean isCause(JsonNode event, JsonNode stop) {
        String cause = stop.path("cause").asText();
        boolean brings = cause.equals(BY_WORD) ? isHeard(event) : isStopPercept(event, cause);
        return brings && event.path("turn").equals(stop.path("turn"));
    }

    private static boolean isStopPercept(JsonNode event, String cause) {
        String percept = event.path("percept").asText();
        if (percept.equals("stop")) {
            return event.properties().stream()
                    .anyMatch(field -> field.getValue().asText().equals(cause));
        }
        return percept.equals(cause);
    }

    private static void moveCause(List<JsonNode> events, int to, JsonNode stop) {
        for (int later = to + 1; later < events.size(); later++) {
            if (isCause(events.get(later), stop)) {
                ObjectNode cause = events.remove(later).deepCopy();
                events.add(to, cause.put("at", stop.path("at").asText()));
                return;
            }
        }
    }

    private static boolean isRefusedByButton(JsonNode event) {
        return event.path("rule").asText().equals("emergency-stop");
    }

    private static boolean isPressed(List<JsonNode> before) {
        boolean pressed = false;
        for (JsonNode event : before) {
            pressed = isButton(event) ? event.path("pressed").asBoolean() : pressed;
        }
        return pressed;
    }

    private static boolean isButton(JsonNode event) {
        return event.path("percept").asText().equals(BY_BUTTON);
    }

    /** The gate looks at the robot's state, which changes before the robot tells of it. */
    private static void moveButton(List<JsonNode> events, int refused) {
        Optional<JsonNode> told = events.subList(refused, events.size()).stream()
                .filter(Causes::isButton)
                .findFirst();
        told.ifPresent(events::remove);
        int to = refused;
        while (to > 0 && !isHeard(events.get(to))) {
            to--;
        }
        ObjectNode pressed = told.<ObjectNode>map(JsonNode::deepCopy)
                .orElseGet(() -> fault(events.get(refused), BY_BUTTON).put("pressed", true));
        events.add(to, pressed.put("at", events.get(to).path("at").asText()));
    }

    private static ObjectNode fault(JsonNode at, String percept) {
        ObjectNode fault = JsonNodeFactory.instance.objectNode();
        return fault.put("event", "perceived")
                .put("turn", at.path("turn").asLong())
                .put("at", at.path("at").asText())
                .put("percept", percept);
    }
}
