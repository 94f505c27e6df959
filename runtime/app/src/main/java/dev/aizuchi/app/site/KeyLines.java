package dev.aizuchi.app.site;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Know on which line of a YAML file each key stands.
 *
 * @param byPath the line by the key's path, such as {@code /places/0/name}
 */
public record KeyLines(Map<String, Integer> byPath) {
    public KeyLines {
        byPath = Map.copyOf(byPath);
    }

    /** Read where the keys of a text stand. */
    public static KeyLines of(YAMLMapper mapper, String text) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String path = parser.getParsingContext().pathAsPointer().toString();
                lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
            }
        }
        return new KeyLines(lines);
    }

    /** Give the line of a key, or of the nearest one above it. */
    public int line(String path) {
        String known = path;
        while (!byPath.containsKey(known) && known.contains("/")) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return byPath.getOrDefault(known, 1);
    }
}
