package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Find out whether a goal was accepted; confined to the bus's thread.
 *
 * <p>The protocol does not tell that, and bridges up to 2024 say nothing at all of a goal that was rejected. But each
 * action tells on a hidden topic of the goals that it has (design.ros2.org, "Actions"). The bridge keeps their ids to
 * itself; so a goal that shows there for the first time is taken for the one that has waited longest.
 */
final class Acceptance {
    private static final String STATUS = "/_action/status";
    /** {@code STATUS_CANCELING} of action_msgs/msg/GoalStatus, the last before a goal has ended. */
    private static final int LAST_OPEN = 3;

    private final Consumer<ObjectNode> out;
    private final Map<String, Set<JsonNode>> seen = new LinkedHashMap<>();
    private final Map<String, Deque<String>> waiting = new LinkedHashMap<>();

    Acceptance(Consumer<ObjectNode> out) {
        this.out = out;
    }

    /** Begin to watch for a goal, before it is sent. */
    void watch(String action, String id) {
        String topic = action + STATUS;
        if (seen.putIfAbsent(topic, new HashSet<>()) == null) {
            out.accept(subscription(topic));
        }
        waiting.computeIfAbsent(topic, key -> new ArrayDeque<>()).add(id);
    }

    /** Watch no longer: the goal has told of itself, or has ended. */
    void settle(String action, String id) {
        Deque<String> ids = waiting.get(action + STATUS);
        if (ids != null) {
            ids.remove(id);
        }
    }

    boolean isWaiting(String action, String id) {
        Deque<String> ids = waiting.get(action + STATUS);
        return ids != null && ids.contains(id);
    }

    /** Take {@code publish}; false where it is of another topic. */
    boolean received(JsonNode message) {
        String topic = message.path("topic").asText();
        Set<JsonNode> known = seen.get(topic);
        if (known == null) {
            return false;
        }
        Set<JsonNode> now = new HashSet<>();
        for (JsonNode goal : message.path("msg").path("status_list")) {
            JsonNode id = goal.path("goal_info").path("goal_id");
            now.add(id);
            if (!known.contains(id) && goal.path("status").asInt() <= LAST_OPEN) {
                Deque<String> ids = waiting.get(topic);
                if (ids != null) {
                    ids.poll();
                }
            }
        }
        seen.put(topic, now);
        return true;
    }

    /** Say everything again to a bridge that has forgotten it. */
    void restore() {
        waiting.clear();
        seen.keySet().forEach(topic -> out.accept(subscription(topic)));
    }

    private static ObjectNode subscription(String topic) {
        return Notation.op("subscribe")
                .put("id", "s:" + topic)
                .put("topic", topic)
                .put("type", "action_msgs/msg/GoalStatusArray");
    }
}
