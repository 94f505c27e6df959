package dev.aizuchi.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Know where in a YAML file each key stands.
 *
 * @param byPath the spot by the key's path, such as {@code /places/0/name}
 */
public record KeyLines(Map<String, Spot> byPath) {
    private static final Spot BEGIN = new Spot(1, 1);

    /** Where something stands, both counted from 1. */
    public record Spot(int line, int column) {}

    public KeyLines {
        byPath = Map.copyOf(byPath);
    }

    /** Know of nothing: all stands on the first line. */
    public static KeyLines none() {
        return new KeyLines(Map.of());
    }

    /** Read where the keys of a text stand. */
    public static KeyLines of(YAMLMapper mapper, String text) throws IOException {
        Map<String, Spot> spots = new HashMap<>();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonLocation at = parser.currentTokenLocation();
                spots.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        new Spot(at.getLineNr(), at.getColumnNr()));
            }
        }
        return new KeyLines(spots);
    }

    /** Give where a key stands, or the nearest one above it. */
    public Spot spot(String path) {
        String known = path;
        while (!byPath.containsKey(known) && known.contains("/")) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return byPath.getOrDefault(known, BEGIN);
    }

    /** Give the line of a key, or of the nearest one above it. */
    public int line(String path) {
        return spot(path).line();
    }
}
