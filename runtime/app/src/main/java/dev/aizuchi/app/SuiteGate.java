package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.models.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Hold a suite's summary against what it must reach, and against an earlier one. */
final class SuiteGate {
    @Option(names = "--max-failures", paramLabel = "N", description = "so many runs may go wrong (default: 0)")
    private int maxFailures;

    @Option(
            names = "--least",
            paramLabel = "TAG=SHARE",
            description = "the share of the runs of a tag that must go right, such as fault=0.95; all is every run")
    private Map<String, Double> least = Map.of();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "the summary of an earlier run: nothing that was right there may be wrong now")
    private @Nullable Path baseline;

    /** Give the summary to compare with: the one that was named, or else another. */
    Path earlier(Path otherwise) {
        return baseline == null ? otherwise : baseline;
    }

    /**
     * See before anything is played that it can be held against what was asked for.
     *
     * @param tags that the scenarios have
     * @throws ConfigException when it cannot
     */
    void check(Set<String> tags) throws IOException {
        least.forEach((tag, share) -> {
            if (!tag.equals("all") && !tags.contains(tag)) {
                throw new ConfigException("--least: no scenario has the tag " + tag + Suggestion.hint(tag, tags));
            }
            if (!(share >= 0 && share <= 1)) {
                throw new ConfigException("--least: " + tag + "=" + share + " is no share from 0 to 1, such as 0.95");
            }
        });
        if (baseline != null) {
            read(baseline);
        }
    }

    /** List what is not reached, a line each. */
    List<String> breaches(JsonNode summary) throws IOException {
        List<String> breaches = new ArrayList<>();
        int wrong = summary.path("runs_of").asInt() - summary.path("runs_right").asInt();
        if (wrong > maxFailures) {
            breaches.add(wrong + " runs went wrong, and " + maxFailures + " may");
        }
        least.forEach((tag, share) -> {
            JsonNode of = tag.equals("all") ? summary : summary.path("tags").path(tag);
            if (of.path("share").asDouble() < share) {
                breaches.add(String.format(
                        Locale.ROOT,
                        "of %s, %.1f %% went right, and %.1f %% must",
                        tag,
                        100 * of.path("share").asDouble(),
                        100 * share));
            }
        });
        if (baseline != null) {
            breaches.addAll(SuiteChanges.worse(read(baseline), summary));
        }
        return breaches;
    }

    /**
     * Read an earlier summary.
     *
     * @throws ConfigException when it is none
     */
    static JsonNode read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ConfigException("there is no summary " + file + "; --report writes one");
        }
        try {
            return Json.MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new ConfigException(file + " is no summary of a run: " + e.getOriginalMessage());
        }
    }
}
