package dev.aizuchi.app;

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
        Map<String, String> before = verdicts(SuiteGate.read(earlier));
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

    /** Give what went right in an earlier run and goes wrong now, a line each. */
    static List<String> worse(JsonNode earlier, JsonNode now) {
        Map<String, String> before = verdicts(earlier);
        return verdicts(now).entrySet().stream()
                .filter(run -> isWrong(run.getValue()) && !isWrong(before.getOrDefault(run.getKey(), "failed")))
                .map(run -> run.getKey() + ": " + before.get(run.getKey()) + " → " + run.getValue())
                .toList();
    }

    private static boolean isWrong(String verdict) {
        return verdict.equals("failed") || verdict.equals("passed unexpectedly");
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
