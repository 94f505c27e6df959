package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.yaml.KeyLines;
import java.io.IOException;

/** Make faults of the keys of one robot file, each at its line. */
record FileLines(String file, KeyLines keys) {
    static FileLines of(String file, YAMLMapper mapper, String text) throws IOException {
        return new FileLines(file, KeyLines.of(mapper, text));
    }

    /**
     * Make a fault of a key by its path such as {@code /places/0/name}, at its line or that of the nearest above it.
     */
    Fault fault(String path, String message) {
        String key =
                path.isEmpty() ? "" : ": " + path.substring(1).replace('/', '.').replace("~1", "/");
        return new Fault(file + ":" + keys.line(path) + key, message);
    }
}
