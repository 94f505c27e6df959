package dev.aizuchi.testkit.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.testkit.Setup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Write recorded steps in the language of scenarios. */
final class ScenarioText {
    /** As long as a scenario waits by itself. */
    private static final Duration USUAL_WINDOW = Duration.ofSeconds(30);

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private final ObjectNode root = MAPPER.createObjectNode();
    private final ArrayNode turns;

    ScenarioText(String name, Setup setup) {
        root.put("name", name);
        root.putArray("tags").add("replay");
        ObjectNode world = root.putObject("world").put("floor", setup.floor());
        if (!setup.blocked().isEmpty()) {
            setup.blocked().forEach(world.putArray("blocked")::add);
        }
        root.putObject("robot").put("place", setup.robotPlace()).put("battery", setup.battery());
        root.put("speaker", setup.speaker());
        turns = root.putArray("turns");
    }

    /** Expect all that happened, and go on as long after the last of it as it was then. */
    String expecting(List<RecordedStep> steps) {
        WrittenEvent written = new WrittenEvent();
        Instant before = steps.get(0).at();
        for (RecordedStep step : steps) {
            ObjectNode turn = turn(before, step);
            ArrayNode expected = MAPPER.createArrayNode();
            Instant last = step.at();
            for (JsonNode event : step.events()) {
                int known = expected.size();
                written.expectation(event).ifPresent(expected::add);
                last = expected.size() > known ? RecordedStep.instant(event) : last;
            }
            if (!expected.isEmpty()) {
                turn.set("expect", expected);
                Duration window = Duration.between(step.at(), last).multipliedBy(2);
                if (window.compareTo(USUAL_WINDOW) > 0) {
                    turn.put("within", Duration.ofSeconds(window.toSeconds()).toString());
                }
            }
            before = last;
            if (!turn.isEmpty()) {
                turns.add(turn);
            }
        }
        return text();
    }

    /** Do what was done when it was, and let the rest of the time pass. */
    String only(List<RecordedStep> steps) {
        Instant before = steps.get(0).at();
        for (RecordedStep step : steps) {
            turns.add(turn(before, step).put("within", Duration.ZERO.toString()));
            before = step.at();
        }
        Instant end = steps.get(steps.size() - 1).end();
        turns.addObject()
                .put("after", Duration.between(before, end).toString())
                .put("within", Duration.ZERO.toString());
        return text();
    }

    private static ObjectNode turn(Instant before, RecordedStep step) {
        ObjectNode turn = MAPPER.createObjectNode();
        if (step.at().isAfter(before)) {
            turn.put("after", Duration.between(before, step.at()).toString());
        }
        if (step.stimulus() != null) {
            turn.setAll(step.stimulus());
        }
        return turn;
    }

    private String text() {
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }
}
