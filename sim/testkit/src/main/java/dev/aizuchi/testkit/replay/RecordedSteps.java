package dev.aizuchi.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.testkit.Setup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Part a journal into what was done to the agent and what came of it. */
final class RecordedSteps {
    /** A robot tells these all the time, and the simulated one by itself. */
    private static final Set<String> OWN_PERCEPTS = Set.of("position");

    private static final Set<String> COMING_AND_GOING = Set.of("person_arrived", "person_left");
    /** A charge that the robot told already, or had from the beginning, is within so much of it. */
    private static final double SAME_CHARGE = 0.01;

    private final Set<String> peopleOnFloor;
    private final boolean findBlocked;
    private double charge;

    /**
     * Take how the floor stands.
     *
     * @param setup what is known of its beginning; what it says is blocked is all that is
     */
    RecordedSteps(Setup setup) {
        peopleOnFloor = FloorPlan.named(setup.floor()).people().stream()
                .map(FloorPlan.Person::name)
                .collect(Collectors.toUnmodifiableSet());
        findBlocked = setup.blocked().isEmpty();
        charge = setup.battery();
    }

    /**
     * Part the events, in the order of the journal.
     *
     * @throws ReplayException when the words of people are missing
     */
    List<RecordedStep> of(List<JsonNode> journal) {
        List<JsonNode> events = Causes.first(
                journal.stream().filter(event -> event.path("at").isTextual()).toList(), findBlocked);
        List<RecordedStep> steps = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            Instant at = RecordedStep.instant(event);
            if (steps.isEmpty()) {
                steps.add(RecordedStep.begin(at, null));
            }
            stimulus(event, events.subList(0, i)).ifPresent(stimulus -> steps.add(RecordedStep.begin(at, stimulus)));
            steps.get(steps.size() - 1).events().add(event);
        }
        return steps;
    }

    private Optional<ObjectNode> stimulus(JsonNode event, List<JsonNode> before) {
        return switch (event.path("event").asText()) {
            case "heard" -> Optional.of(user(event));
            case "perceived" -> sensed(event);
            case "stopped" ->
                Causes.isExplained(event, before)
                        ? Optional.empty()
                        : Optional.of(one("stop", event.path("cause").asText()));
            default -> Optional.empty();
        };
    }

    private static ObjectNode user(JsonNode heard) {
        if (!heard.path("text").isTextual()) {
            throw new ReplayException("the journal does not hold people's words, so nobody can say them again;"
                    + " journal.speech-texts: masked in agent.yaml keeps them");
        }
        return one("user", heard.path("text").asText());
    }

    private Optional<ObjectNode> sensed(JsonNode event) {
        String kind = event.path("percept").asText();
        boolean known = peopleOnFloor.contains(event.path("person").asText());
        if (OWN_PERCEPTS.contains(kind) || (known && COMING_AND_GOING.contains(kind))) {
            return Optional.empty();
        }
        ObjectNode fault = JsonNodeFactory.instance.objectNode();
        return switch (kind) {
            // The simulated robot's own state has to change too, not only what the agent is told of it.
            case "estop" ->
                Optional.of(
                        one("fault", fault.put("estop", event.path("pressed").asBoolean())));
            case "battery" -> battery(event.path("charge").asDouble());
            case "blocked" ->
                Optional.of(one("fault", fault.put("block", event.path("place").asText())));
            default -> Optional.of(one("sense", percept(event, kind)));
        };
    }

    /** What drains by itself need not be set. */
    private Optional<ObjectNode> battery(double told) {
        boolean known = Math.abs(told - charge) < SAME_CHARGE;
        charge = told;
        return known
                ? Optional.empty()
                : Optional.of(one("fault", JsonNodeFactory.instance.objectNode().put("battery", told)));
    }

    private static ObjectNode percept(JsonNode event, String kind) {
        ObjectNode percept = JsonNodeFactory.instance.objectNode().put("kind", kind);
        event.properties().stream()
                .filter(field -> !Set.of("event", "turn", "at", "percept").contains(field.getKey()))
                .filter(field -> !field.getKey().endsWith("_sealed"))
                .forEach(field -> percept.set(field.getKey(), Objects.requireNonNull(field.getValue())));
        return percept;
    }

    private static ObjectNode one(String key, String value) {
        return JsonNodeFactory.instance.objectNode().put(key, value);
    }

    private static ObjectNode one(String key, ObjectNode value) {
        return JsonNodeFactory.instance.objectNode().set(key, value);
    }
}
