package dev.aizuchi.testkit.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.yaml.KeyLines;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Know where each part of a document was written, also after it was put into another one.
 *
 * <p>By identity: objects and lists are never shared between places, and what is no container is known by the one
 * around it.
 */
final class Places {
    private static final String ITSELF = "";

    private final IdentityHashMap<JsonNode, Map<String, Place>> byContainer = new IdentityHashMap<>();

    /** A file, and a line and a column in it, from 1. */
    record Place(String source, int line, int column) {}

    /** Learn where all parts of a file stand. */
    void learn(JsonNode root, String source, KeyLines lines) {
        learn(root, source, lines, "");
    }

    private void learn(JsonNode node, String source, KeyLines lines, String path) {
        if (!node.isContainerNode()) {
            return;
        }
        Map<String, Place> places = new HashMap<>();
        places.put(ITSELF, place(source, lines, path));
        byContainer.put(node, places);
        node.properties().forEach(each -> {
            String at = path + "/" + each.getKey().replace("~", "~0").replace("/", "~1");
            places.put(each.getKey(), place(source, lines, at));
            learn(each.getValue(), source, lines, at);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.put(String.valueOf(i), place(source, lines, path + "/" + i));
            learn(node.get(i), source, lines, path + "/" + i);
        }
    }

    private static Place place(String source, KeyLines lines, String path) {
        KeyLines.Spot spot = lines.spot(path);
        return new Place(source, spot.line(), spot.column());
    }

    /** Learn all that others know. */
    void learn(Places others) {
        byContainer.putAll(others.byContainer);
    }

    /** Note that one container stands where another was written. */
    void same(JsonNode container, JsonNode written) {
        Map<String, Place> places = byContainer.get(written);
        if (places != null) {
            byContainer.put(container, places);
        }
    }

    /** Note that a key was taken over from another container. */
    void taken(JsonNode into, JsonNode from, String key) {
        Place place = byContainer.getOrDefault(from, Map.of()).get(key);
        if (place != null) {
            byContainer.computeIfAbsent(into, none -> new HashMap<>()).put(key, place);
        }
    }

    /** Find where a key of a container stands, or else the container. */
    Place of(JsonNode container, String key) {
        Map<String, Place> places = byContainer.getOrDefault(container, Map.of());
        Place itself = places.getOrDefault(ITSELF, new Place("", 1, 1));
        return places.getOrDefault(key, itself);
    }

    /** Find where a container stands. */
    Place of(JsonNode container) {
        return of(container, ITSELF);
    }
}
