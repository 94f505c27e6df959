package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.testkit.evaluation.JUnitReport;
import dev.aizuchi.testkit.evaluation.SuiteReport;
import dev.aizuchi.testkit.evaluation.SuiteReportPage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Choose by options what a suite's run leaves behind, and write it. */
final class SuiteReportFiles {
    /** What of a report folder a later run is compared with. */
    private static final String SUMMARY = "summary.json";

    @Option(names = "--junit", paramLabel = "FILE", description = "also write the XML that build servers read")
    private @Nullable Path junit;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "also write index.html and " + SUMMARY + "; an earlier summary there is compared with")
    private @Nullable Path report;

    /**
     * Make the folders that are written to, before anything is played for nothing.
     *
     * @throws ConfigException when one cannot be written to
     */
    void prepare() {
        Path folder = junit == null ? null : junit.toAbsolutePath().getParent();
        if (folder != null) {
            prepare("--junit", folder);
        }
        if (report != null) {
            prepare("--report", report);
        }
    }

    private static void prepare(String option, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ConfigException(option + ": the folder " + folder + " cannot be made: " + e);
        }
        if (!Files.isWritable(folder)) {
            throw new ConfigException(option + ": the folder " + folder + " cannot be written to");
        }
    }

    /** Write what was asked for into folders that are prepared; give what is otherwise than in the run before. */
    List<String> write(SuiteReport played, JsonNode summary, SuiteGate gate) throws IOException {
        if (junit != null) {
            try (Writer out = Files.newBufferedWriter(junit)) {
                JUnitReport.write(played, out);
            }
        }
        if (report == null) {
            return List.of();
        }
        Path file = report.resolve(SUMMARY);
        List<String> changes = SuiteChanges.between(gate.earlier(file), summary);
        Files.writeString(report.resolve("index.html"), SuiteReportPage.of(played, "Scenarios", changes));
        Files.writeString(file, summary.toPrettyString());
        return changes;
    }
}
