package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Know on which line of a YAML file each key stands, by its path such as {@code /places/0/name}. */
record KeyLines(String file, Map<String, Integer> byPath) {
    KeyLines {
        byPath = Map.copyOf(byPath);
    }

    static KeyLines of(String file, YAMLMapper mapper, String text) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String path = parser.getParsingContext().pathAsPointer().toString();
                lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
            }
        }
        return new KeyLines(file, lines);
    }

    /** Make a fault of a key, at its line or that of the nearest one above it. */
    Fault fault(String path, String message) {
        String known = path;
        while (!byPath.containsKey(known) && known.contains("/")) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        String key =
                path.isEmpty() ? "" : ": " + path.substring(1).replace('/', '.').replace("~1", "/");
        return new Fault(file + ":" + byPath.getOrDefault(known, 1) + key, message);
    }
}
