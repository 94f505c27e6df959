package dev.aizuchi.testkit.scenario;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.FloorPlanException;
import dev.aizuchi.testkit.Expectation;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.WrittenPercept;
import dev.aizuchi.yaml.KeyLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Read a scenario from YAML; every key is checked, since a misspelt expectation would never fail. */
final class ScenarioReader {
    private static final Duration USUAL_WINDOW = Duration.ofSeconds(30);
    private static final Set<String> STIMULI = Set.of("user", "stop", "fault", "sense");
    private static final Set<String> EXPECTATION_KEYS = Stream.concat(
                    Stream.of("with", "because"),
                    Stream.of(Expectation.Kind.values()).map(Expectation.Kind::wireName))
            .collect(Collectors.toUnmodifiableSet());

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final String source;
    private final KeyLines lines;

    private ScenarioReader(String source, KeyLines lines) {
        this.source = source;
        this.lines = lines;
    }

    static Scenario read(String yaml, String source) {
        try {
            return new ScenarioReader(source, KeyLines.of(MAPPER, yaml)).scenario(MAPPER.readTree(yaml));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String spot = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new ScenarioException(source + spot + ": not YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scenario scenario(JsonNode root) {
        allow(root, "", Set.of("name", "tags", "expected-to-fail", "robot", "speaker", "world", "turns"));
        List<Step> steps = new ArrayList<>();
        for (JsonNode turn : need(root, "turns", "")) {
            steps.add(step(turn, "/turns/" + steps.size()));
        }
        Set<String> tags = new TreeSet<>();
        root.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new Scenario(
                need(root, "name", "").asText(),
                source,
                tags,
                Optional.ofNullable(root.get("expected-to-fail")).map(JsonNode::asText),
                setup(root),
                steps);
    }

    private Setup setup(JsonNode root) {
        JsonNode robot = root.path("robot");
        JsonNode world = root.path("world");
        allow(robot, "/robot", Set.of("place", "battery"));
        allow(world, "/world", Set.of("floor", "blocked"));
        List<String> blocked = new ArrayList<>();
        world.path("blocked").forEach(place -> blocked.add(place.asText()));
        try {
            Setup usual = Setup.on(world.path("floor").asText(FloorPlan.CARE));
            return new Setup(
                    usual.floor(),
                    root.path("speaker").asText(usual.speaker()),
                    robot.path("place").asText(usual.robotPlace()),
                    robot.path("battery").asDouble(usual.battery()),
                    blocked);
        } catch (IllegalArgumentException | FloorPlanException e) {
            throw fault("/robot", String.valueOf(e.getMessage()), e);
        }
    }

    private Step step(JsonNode turn, String where) {
        allow(turn, where, Set.of("user", "stop", "fault", "sense", "after", "expect", "within"));
        List<Expectation> expectations = new ArrayList<>();
        for (JsonNode each : turn.path("expect")) {
            expectations.add(expectation(each, where + "/expect/" + expectations.size()));
        }
        return new Step(
                duration(turn.path("after"), Duration.ZERO, where + "/after"),
                stimulus(turn, where),
                expectations,
                duration(turn.path("within"), USUAL_WINDOW, where + "/within"));
    }

    private Stimulus stimulus(JsonNode turn, String where) {
        if (STIMULI.stream().filter(turn::has).count() > 1) {
            throw fault(where, "one turn has one of user, stop, fault, sense");
        }
        if (turn.has("user")) {
            return new Stimulus.User(turn.get("user").asText());
        }
        if (turn.has("stop")) {
            return new Stimulus.Stop(turn.get("stop").asText());
        }
        if (turn.has("fault")) {
            allow(turn.get("fault"), where + "/fault", Stage.FAULTS);
            return new Stimulus.Fault(texts(turn.get("fault")));
        }
        return turn.has("sense") ? sense(turn.get("sense"), where + "/sense") : new Stimulus.Nothing();
    }

    private Stimulus sense(JsonNode percept, String where) {
        try {
            return new Stimulus.Sense(WrittenPercept.read(percept));
        } catch (IllegalArgumentException e) {
            throw fault(where, String.valueOf(e.getMessage()), e);
        }
    }

    private Expectation expectation(JsonNode node, String where) {
        allow(node, where, EXPECTATION_KEYS);
        List<Expectation.Kind> kinds = Stream.of(Expectation.Kind.values())
                .filter(kind -> node.has(kind.wireName()))
                .toList();
        if (kinds.size() != 1) {
            throw fault(where, "expect exactly one thing in an item");
        }
        Expectation.Kind kind = kinds.get(0);
        JsonNode value = node.get(kind.wireName());
        String text = value.isNull() ? "" : value.asText();
        if (kind == Expectation.Kind.NOTHING && Expectation.Kind.find(text).isEmpty()) {
            throw fault(
                    where + "/nothing",
                    "nothing: " + text + " is no kind of event; kinds are " + known(EXPECTATION_KEYS));
        }
        return new Expectation(
                kind, text, texts(node.path("with")), node.path("because").asText(""));
    }

    private Duration duration(JsonNode node, Duration usual, String where) {
        try {
            return node.isMissingNode() ? usual : Duration.parse(node.asText());
        } catch (DateTimeParseException e) {
            throw fault(where, node.asText() + " is no duration; write PT2S for two seconds", e);
        }
    }

    private JsonNode need(JsonNode node, String key, String where) {
        if (!node.has(key)) {
            throw fault(where, key + " is missing");
        }
        return node.get(key);
    }

    private void allow(JsonNode node, String where, Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw fault(where + "/" + key, "unknown key " + key + "; known are " + known(keys));
            }
        });
    }

    private ScenarioException fault(String where, String message) {
        return new ScenarioException(place(where) + ": " + message);
    }

    private ScenarioException fault(String where, String message, Exception cause) {
        return new ScenarioException(place(where) + ": " + message, cause);
    }

    private String place(String where) {
        KeyLines.Spot spot = lines.spot(where);
        return source + ":" + spot.line() + ":" + spot.column();
    }

    private static String known(Set<String> keys) {
        return keys.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
