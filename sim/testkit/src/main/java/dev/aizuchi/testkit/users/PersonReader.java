package dev.aizuchi.testkit.users;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.noise.Background;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.users.Person.Answer;
import dev.aizuchi.testkit.users.Person.Habits;
import dev.aizuchi.testkit.users.Person.Lines;
import dev.aizuchi.testkit.users.Person.Patience;
import dev.aizuchi.yaml.KeyLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Read a person from YAML; every key is checked and every hole must be known. */
final class PersonReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "floor",
            "speaker",
            "robot",
            "wants",
            "goals",
            "knows",
            "says",
            "answers",
            "patience",
            "habits",
            "noise");
    private static final Set<String> SAYS =
            Set.of("opening", "again", "yes", "no", "unknown", "thanks", "gives-up", "aside");
    private static final Set<String> HABITS =
            Set.of("fillers", "repeats", "repeats-instead", "asides", "silent", "broken");
    private static final List<String> YES = List.of("はい", "お願いします");
    private static final List<String> NO = List.of("いいえ", "いえ、違います");
    private static final int USUAL_TURNS = 8;
    private static final int USUAL_FAILURES = 3;
    private static final String USUAL_WAIT = "PT3M";

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final String source;
    private final KeyLines spots;

    private PersonReader(String source, KeyLines spots) {
        this.source = source;
        this.spots = spots;
    }

    static Person read(String yaml, String source) {
        try {
            return new PersonReader(source, KeyLines.of(MAPPER, yaml)).person(MAPPER.readTree(yaml));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String spot = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new UserException(source + spot + ": not YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Person person(JsonNode root) {
        allow(root, "", KEYS);
        allow(root.path("says"), "/says", SAYS);
        allow(root.path("patience"), "/patience", Set.of("turns", "failures", "wait"));
        allow(root.path("habits"), "/habits", HABITS);
        Map<String, List<String>> knows = new LinkedHashMap<>();
        root.path("knows").properties().forEach(known -> knows.put(known.getKey(), texts(known.getValue())));
        checkHoles(root, "", knows.keySet());
        return new Person(
                need(root, "name", "").asText(),
                source,
                setup(root),
                need(root, "wants", "").asText(),
                goals(need(root, "goals", "")),
                knows,
                lines(need(root, "says", "")),
                answers(root.path("answers")),
                patience(root.path("patience")),
                habits(root.path("habits")),
                noise(root.path("noise")));
    }

    private Setup setup(JsonNode root) {
        allow(root.path("robot"), "/robot", Set.of("place", "battery"));
        try {
            Setup usual = Setup.on(root.path("floor").asText(FloorPlan.CARE));
            return new Setup(
                    usual.floor(),
                    root.path("speaker").asText(usual.speaker()),
                    root.at("/robot/place").asText(usual.robotPlace()),
                    root.at("/robot/battery").asDouble(usual.battery()),
                    List.of(),
                    List.of());
        } catch (RuntimeException e) {
            throw fault("/floor", String.valueOf(e.getMessage()), e);
        }
    }

    private List<Goal> goals(JsonNode node) {
        List<Goal> goals = new ArrayList<>();
        for (JsonNode goal : node) {
            String where = "/goals/" + goals.size();
            allow(goal, where, Set.of("done", "with", "say"));
            Map<String, String> with = new LinkedHashMap<>();
            goal.path("with")
                    .properties()
                    .forEach(argument ->
                            with.put(argument.getKey(), argument.getValue().asText()));
            try {
                goals.add(new Goal(
                        goal.path("done").asText(), with, goal.path("say").asText()));
            } catch (IllegalArgumentException e) {
                throw fault(where, e.getMessage() + "; write done: ACT or say: PART OF A SENTENCE", e);
            }
        }
        if (goals.isEmpty()) {
            throw fault("/goals", "a person wants at least one thing");
        }
        return goals;
    }

    private Lines lines(JsonNode says) {
        List<String> opening = texts(need(says, "opening", "/says"));
        return new Lines(
                opening,
                or(says.path("again"), opening),
                or(says.path("yes"), YES),
                or(says.path("no"), NO),
                or(says.path("unknown"), opening),
                texts(need(says, "thanks", "/says")),
                texts(need(says, "gives-up", "/says")),
                texts(says.path("aside")));
    }

    private List<Answer> answers(JsonNode node) {
        List<Answer> answers = new ArrayList<>();
        for (JsonNode answer : node) {
            String where = "/answers/" + answers.size();
            allow(answer, where, Set.of("when", "say"));
            answers.add(new Answer(texts(need(answer, "when", where)), texts(need(answer, "say", where))));
        }
        return answers;
    }

    private Patience patience(JsonNode node) {
        try {
            return new Patience(
                    node.path("turns").asInt(USUAL_TURNS),
                    node.path("failures").asInt(USUAL_FAILURES),
                    Duration.parse(node.path("wait").asText(USUAL_WAIT)));
        } catch (DateTimeParseException e) {
            throw fault("/patience/wait", node.path("wait").asText() + " is no duration; write PT2M", e);
        }
    }

    private Habits habits(JsonNode node) {
        return new Habits(
                share(node, "fillers"),
                share(node, "repeats"),
                share(node, "repeats-instead"),
                share(node, "asides"),
                share(node, "silent"),
                share(node, "broken"));
    }

    private double share(JsonNode habits, String key) {
        double share = habits.path(key).asDouble(0);
        if (!(share >= 0 && share <= 1)) {
            throw fault("/habits/" + key, key + " is a share from 0 to 1, not " + share);
        }
        return share;
    }

    private Optional<Circumstance> noise(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        allow(node, "/noise", Set.of("kind", "snr-db"));
        try {
            return Optional.of(new Circumstance(
                    Background.named(node.path("kind").asText(Background.PINK.wireName())),
                    need(node, "snr-db", "/noise").asDouble()));
        } catch (IllegalArgumentException e) {
            throw fault("/noise", String.valueOf(e.getMessage()), e);
        }
    }

    /** A hole that nothing fills would be said aloud. */
    private void checkHoles(JsonNode node, String where, Set<String> known) {
        if (node.isTextual() && node.asText().contains("{")) {
            String rest = node.asText();
            for (String name : known) {
                rest = rest.replace("{" + name + "}", "");
            }
            if (rest.contains("{")) {
                throw fault(where, "a hole of " + node.asText() + " is not among knows: " + String.join(", ", known));
            }
        }
        node.properties().forEach(field -> checkHoles(field.getValue(), where + "/" + field.getKey(), known));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkHoles(node.get(i), where + "/" + i, known);
        }
    }

    private static List<String> or(JsonNode node, List<String> otherwise) {
        return node.isMissingNode() ? otherwise : texts(node);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(text -> texts.add(text.asText()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asText());
        }
        return texts;
    }

    private JsonNode need(JsonNode node, String key, String where) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || (value.isContainerNode() && value.isEmpty())) {
            throw fault(where, key + " is missing");
        }
        return value;
    }

    private void allow(JsonNode node, String where, Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw fault(
                        where + "/" + key,
                        "unknown key " + key + "; known are "
                                + String.join(", ", keys.stream().sorted().toList()));
            }
        });
    }

    private UserException fault(String where, String message) {
        return new UserException(place(where) + ": " + message);
    }

    private UserException fault(String where, String message, Exception cause) {
        return new UserException(place(where) + ": " + message, cause);
    }

    private String place(String where) {
        KeyLines.Spot spot = spots.spot(where);
        return source + ":" + spot.line() + ":" + spot.column();
    }
}
