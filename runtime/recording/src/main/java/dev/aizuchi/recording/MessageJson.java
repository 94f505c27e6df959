package dev.aizuchi.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.speech.AudioFrame;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Write what is recorded beside the events, in the shapes of its schemas. */
final class MessageJson {
    /** The levels of foxglove.Log. */
    private static final int DEBUG = 1;

    private static final int INFO = 2;
    private static final int WARNING = 3;
    private static final int ERROR = 4;

    private static final String MAP = "map";
    private static final String ROBOT = "base_link";

    private static final Map<String, String> VERDICTS = Map.of(
            "commanded", "approved",
            "deferred", "deferred",
            "refused", "refused",
            "stopped", "stopped",
            "resumed", "resumed");

    private static final Map<String, Integer> LEVELS = Map.of(
            "faulted", ERROR,
            "stopped", WARNING,
            "refused", WARNING,
            "failed", WARNING,
            "progressed", DEBUG,
            "partial_heard", DEBUG,
            "speech_started", DEBUG);

    /** What of an event stands in its line of the log, where the site lets it be written at all. */
    private static final List<String> TOLD =
            List.of("part", "skill", "intent", "percept", "action", "rule", "cause", "reason", "text", "message");

    private final ObjectMapper mapper = new ObjectMapper();

    /** Say what the gate made of an act, where an event tells that. */
    Optional<ObjectNode> verdict(ObjectNode event) {
        String verdict = VERDICTS.get(event.path("event").asText());
        if (verdict == null) {
            return Optional.empty();
        }
        ObjectNode json = mapper.createObjectNode().put("verdict", verdict);
        for (String name : List.of("turn", "command_id", "action", "arguments", "rule", "reason", "cause")) {
            JsonNode value = event.get(name);
            if (value != null) {
                json.set(name, value);
            }
        }
        return Optional.of(json);
    }

    ObjectNode log(DialogueEvent event, ObjectNode written) {
        String kind = written.path("event").asText();
        StringBuilder line = new StringBuilder(kind.replace('_', ' '));
        TOLD.forEach(name -> {
            String value = written.path(name).asText();
            if (!value.isEmpty()) {
                line.append(' ').append(value);
            }
        });
        return stamped(event.at())
                .put("level", LEVELS.getOrDefault(kind, INFO))
                .put("message", line.toString())
                .put("name", "aizuchi")
                .put("file", "")
                .put("line", 0);
    }

    ObjectNode state(RobotState state) {
        return mapper.createObjectNode()
                .put("at", state.at().toString())
                .put("x", state.x())
                .put("y", state.y())
                .put("heading_deg", state.headingDeg())
                .put("speed", state.speed())
                .put("battery", state.battery())
                .put("emergency_stop", state.emergencyStop())
                .put("stopped", state.stopped())
                .put("place", state.place());
    }

    ObjectNode pose(RobotState state, Instant at) {
        ObjectNode json = stamped(at).put("frame_id", MAP);
        ObjectNode pose = json.putObject("pose");
        pose.set("position", position(state));
        pose.set("orientation", orientation(state));
        return json;
    }

    ObjectNode transform(RobotState state, Instant at) {
        ObjectNode json = stamped(at).put("parent_frame_id", MAP).put("child_frame_id", ROBOT);
        json.set("translation", position(state));
        json.set("rotation", orientation(state));
        return json;
    }

    ObjectNode audio(AudioFrame frame, Instant at) {
        return stamped(at)
                .put("data", frame.toBytes())
                .put("format", "pcm-s16")
                .put("sample_rate", AudioFrame.SAMPLE_RATE)
                .put("number_of_channels", 1);
    }

    private ObjectNode position(RobotState state) {
        return mapper.createObjectNode().put("x", state.x()).put("y", state.y()).put("z", 0.0);
    }

    /** A turn about the vertical axis as a quaternion. */
    private ObjectNode orientation(RobotState state) {
        double half = Math.toRadians(state.headingDeg()) / 2;
        return mapper.createObjectNode()
                .put("x", 0.0)
                .put("y", 0.0)
                .put("z", Math.sin(half))
                .put("w", Math.cos(half));
    }

    private ObjectNode stamped(Instant at) {
        ObjectNode json = mapper.createObjectNode();
        json.putObject("timestamp").put("sec", at.getEpochSecond()).put("nsec", at.getNano());
        return json;
    }
}
