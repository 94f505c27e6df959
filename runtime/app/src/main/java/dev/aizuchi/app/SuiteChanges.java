package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compare the verdicts of a suite with those of an earlier run. */
final class SuiteChanges {
    private SuiteChanges() {}

    /**
     * Give what is otherwise, a line each; nothing where there is no earlier summary.
     *
     * @throws ConfigException when the file is there and is none
     */
    static List<String> between(Path earlier, JsonNode now) throws IOException {
        if (!Files.exists(earlier)) {
            return List.of();
        }
        Map<String, String> before;
        try {
            before = verdicts(Json.MAPPER.readTree(Files.readString(earlier)));
        } catch (JsonProcessingException e) {
            throw new ConfigException(earlier + " is no summary of a run: " + e.getOriginalMessage());
        }
        List<String> changes = new ArrayList<>();
        verdicts(now).forEach((run, verdict) -> {
            String old = before.remove(run);
            if (old == null) {
                changes.add(run + ": new, " + verdict);
            } else if (!old.equals(verdict)) {
                changes.add(run + ": " + old + " → " + verdict);
            }
        });
        before.forEach((run, verdict) -> changes.add(run + ": gone, " + verdict + " before"));
        return changes;
    }

    private static Map<String, String> verdicts(JsonNode summary) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        summary.path("runs")
                .forEach(run -> verdicts.put(
                        run.path("scenario").asText() + " (seed "
                                + run.path("seed").asText() + ")",
                        run.path("verdict").asText().replace('_', ' ')));
        return verdicts;
    }
}
