package dev.aizuchi.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Read what a sensor says from JSON or YAML: {@code {kind: gas, lel_percent: 12}}; callable from any thread. */
public final class WrittenPercept {
    private WrittenPercept() {}

    /**
     * Read one; a kind that the API does not know is the robot's own, with all other keys as its arguments.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong
     */
    public static Percept read(JsonNode percept) {
        if (!percept.path("kind").isTextual() || percept.path("kind").asText().isBlank()) {
            throw new IllegalArgumentException("a percept needs a \"kind\", such as gas");
        }
        String kind = percept.get("kind").asText();
        String person = percept.path("person").asText();
        return switch (kind) {
            case "fall" -> new Percept.Fall(person);
            case "person_arrived" -> new Percept.PersonArrived(person);
            case "person_left" -> new Percept.PersonLeft(person);
            case "speaker" ->
                new Percept.Speaker(
                        percept.path("speaker").asText(person),
                        percept.path("addressee").asText());
            case "battery" -> new Percept.Battery(charge(percept.path("charge")));
            case "link" -> new Percept.Link(up(percept.path("up")));
            case "bumper" -> new Percept.Bumper();
            case "estop" -> new Percept.EmergencyStop(percept.path("pressed").asBoolean(true));
            default -> new Percept.Own(kind, arguments(percept));
        };
    }

    private static double charge(JsonNode charge) {
        if (!charge.isNumber() || charge.asDouble() < 0 || charge.asDouble() > 1) {
            throw new IllegalArgumentException("a battery percept needs a \"charge\" from 0 to 1");
        }
        return charge.asDouble();
    }

    private static boolean up(JsonNode up) {
        if (!up.isBoolean()) {
            throw new IllegalArgumentException("a link percept needs \"up\", true or false");
        }
        return up.asBoolean();
    }

    private static List<Argument> arguments(JsonNode percept) {
        List<Argument> arguments = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : percept.properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().equals("kind")) {
                continue;
            }
            if (value.isNumber()) {
                arguments.add(new Argument.Measure(field.getKey(), value.asDouble()));
            } else if (value.isBoolean()) {
                arguments.add(new Argument.Flag(field.getKey(), value.asBoolean()));
            } else if (!value.asText().isBlank()) {
                arguments.add(new Argument.Text(field.getKey(), value.asText()));
            }
        }
        return arguments;
    }
}
