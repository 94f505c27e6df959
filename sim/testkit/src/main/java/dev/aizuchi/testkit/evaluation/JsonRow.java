package dev.aizuchi.testkit.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hold one object of a file of JSON lines, and where it stands, so that whatever is wrong with it is told by its place.
 *
 * @param where file, line and what lies between, ending in ": "
 */
record JsonRow(JsonNode node, String where) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Read a file, one object a line; blank lines and lines that begin with {@code #} are left out. */
    static <T> List<T> in(Path file, Set<String> keys, Function<JsonRow, T> reading) {
        try {
            List<T> rows = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                    rows.add(reading.apply(row(lines.get(i), file + ":" + (i + 1) + ": ", keys)));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new EvaluationException(file + ": cannot be read: " + e, e);
        }
    }

    private static JsonRow row(String line, String where, Set<String> keys) {
        try {
            return new JsonRow(MAPPER.readTree(line), where).knowing(keys);
        } catch (JsonProcessingException e) {
            throw new EvaluationException(where + "not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private JsonRow knowing(Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw wrong("unknown key " + key + "; known are " + new TreeSet<>(keys));
            }
        });
        return this;
    }

    /** Give an object inside this one; an empty one where there is none. */
    JsonRow inside(String key, Set<String> keys) {
        if (!node.has(key)) {
            return new JsonRow(MAPPER.createObjectNode(), where);
        }
        if (!node.get(key).isObject()) {
            throw wrong(key + " must be an object");
        }
        return new JsonRow(node.get(key), where + key + ": ").knowing(keys);
    }

    /** Give the objects of a list; each is named by its place in it. */
    List<JsonRow> all(String key, String name, Set<String> keys) {
        if (!node.path(key).isArray() || node.path(key).isEmpty()) {
            throw wrong("has no list \"" + key + "\"");
        }
        List<JsonRow> all = new ArrayList<>();
        for (JsonNode one : node.path(key)) {
            all.add(new JsonRow(one, where + name + " " + (all.size() + 1) + ": ").knowing(keys));
        }
        return all;
    }

    /** Give a text that must be there. */
    String text(String key) {
        if (!node.path(key).isTextual()) {
            throw wrong("has no text " + key);
        }
        return node.path(key).asText();
    }

    /** Give a text that may be left out. */
    String text(String key, String otherwise) {
        return node.path(key).asText(otherwise);
    }

    /** Give one value or a list of them as a set; empty where there is none. */
    Set<String> any(String key) {
        return any(node.path(key));
    }

    /** Give for each name of an object the values of which any is right. */
    Map<String, Set<String>> anyByName(String key) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        node.path(key).properties().forEach(value -> values.put(value.getKey(), any(value.getValue())));
        return values;
    }

    /** Give the constants of an enum that are named, in small letters or in capitals. */
    <E extends Enum<E>> Set<E> constants(String key, Class<E> kind) {
        return any(key).stream()
                .map(name -> Stream.of(kind.getEnumConstants())
                        .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> wrong("no " + key + " is called " + name)))
                .collect(Collectors.toSet());
    }

    EvaluationException wrong(String message) {
        return new EvaluationException(where + message);
    }

    private static Set<String> any(JsonNode node) {
        Set<String> values = new HashSet<>();
        if (node.isArray()) {
            node.forEach(value -> values.add(value.asText()));
        } else if (!node.isMissingNode() && !node.isNull()) {
            values.add(node.asText());
        }
        return values;
    }
}
