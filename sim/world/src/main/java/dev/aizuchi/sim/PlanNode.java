package dev.aizuchi.sim;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.yaml.KeyLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One value of a floor plan in YAML, and where it stands; what is wrong with it is told by line and column. */
record PlanNode(String source, KeyLines lines, String path, JsonNode node) {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    /** Read a whole plan. */
    static PlanNode read(String yaml, String source) {
        try {
            return new PlanNode(source, KeyLines.of(MAPPER, yaml), "", MAPPER.readTree(yaml));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String spot = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new FloorPlanException(source + spot + ": not YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Allow these keys and no others. */
    PlanNode allow(String... keys) {
        if (!node.isObject()) {
            throw wrong("expected keys: " + String.join(", ", keys));
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!List.of(keys).contains(key)) {
                throw at(key).wrong("\"" + key + "\" is none of " + String.join(", ", keys));
            }
        });
        return this;
    }

    boolean has(String key) {
        return node.has(key);
    }

    PlanNode need(String key) {
        if (!node.has(key)) {
            throw wrong("needs the key " + key);
        }
        return at(key);
    }

    /** Make something of each entry of a list; none where the key is absent. */
    <T> List<T> each(String key, Function<PlanNode, T> entry) {
        JsonNode list = node.path(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw at(key).wrong(key + " must be a list, an entry a line that begins with -");
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            all.add(entry.apply(new PlanNode(source, lines, path + "/" + key + "/" + i, list.get(i))));
        }
        return all;
    }

    /** Give the keys and values under a key, in their order; none where it is absent. */
    Map<String, PlanNode> entries(String key) {
        Map<String, PlanNode> all = new LinkedHashMap<>();
        node.path(key).fieldNames().forEachRemaining(name -> all.put(name, at(key).at(name)));
        return all;
    }

    String text() {
        if (!node.isValueNode() || node.asText().isBlank()) {
            throw wrong("expected a word");
        }
        return node.asText();
    }

    String text(String key) {
        return need(key).text();
    }

    /** Give one of the words that may stand there; the first where the key is absent. */
    String choice(String key, String... words) {
        String word = has(key) ? text(key) : words[0];
        if (!List.of(words).contains(word)) {
            throw at(key).wrong("\"" + word + "\" is none of " + String.join(", ", words));
        }
        return word;
    }

    double number() {
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw wrong("\"" + node.asText() + "\" is no number");
        }
        return node.asDouble();
    }

    double number(String key) {
        return need(key).number();
    }

    /** Give a number of 0 or more; a usual one where the key is absent. */
    double number(String key, double usual) {
        double value = has(key) ? number(key) : usual;
        if (value < 0) {
            throw at(key).wrong("\"" + value + "\" must be 0 or more");
        }
        return value;
    }

    double positive(String key) {
        double value = number(key);
        if (!(value > 0)) {
            throw at(key).wrong("\"" + need(key).node.asText() + "\" must be above 0");
        }
        return value;
    }

    /** Give two numbers, metres east and north: {@code [1.5, 2]}. */
    Point pair(String key) {
        PlanNode pair = need(key);
        if (pair.node.size() != 2) {
            throw pair.wrong(key + " must be two numbers, such as [1.5, 2]");
        }
        return new Point(pair.at(0).number(), pair.at(1).number());
    }

    FloorPlanException wrong(String what) {
        KeyLines.Spot spot = lines.spot(path);
        return new FloorPlanException(source + ":" + spot.line() + ":" + spot.column() + ": " + what);
    }

    PlanNode at(String key) {
        String pointer = key.replace("~", "~0").replace("/", "~1");
        return new PlanNode(source, lines, path + "/" + pointer, node.path(key));
    }

    private PlanNode at(int index) {
        return new PlanNode(source, lines, path + "/" + index, node.path(index));
    }
}
