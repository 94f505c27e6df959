package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.app.report.JournalLines;
import dev.aizuchi.sim.FloorPlanException;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.replay.Replay;
import dev.aizuchi.testkit.replay.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Choose a journal by options, and say what it does not tell: how the floor stood at the beginning. */
final class ReplayOptions {
    @Parameters(paramLabel = "JOURNAL", description = "journal.jsonl, or the directory that it lies in")
    private Path journal = Path.of("journal");

    @Option(
            names = "--floor",
            paramLabel = "NAME",
            description =
                    "care, reception, clinic or rescue (default: the one that has most of the places named in it)")
    private @Nullable String floor;

    @Option(names = "--speaker", paramLabel = "PLACE", description = "where the person is who speaks")
    private @Nullable String speaker;

    @Option(names = "--robot-place", paramLabel = "PLACE", description = "where the robot stood at the beginning")
    private @Nullable String robotPlace;

    @Option(names = "--battery", paramLabel = "0..1", description = "how full it was")
    private @Nullable Double battery;

    @Option(names = "--blocked", paramLabel = "PLACE", split = ",", description = "what could not be passed")
    private List<String> blocked = List.of();

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            split = ",",
            description = "names of the site's directory that get no stand-in; those on the floor never do")
    private Set<String> keep = Set.of();

    @Option(names = "--plain", description = "keep all names and numbers of people; do so with consent alone")
    private boolean plain;

    /** A journal and the floor that it is played on. */
    record Chosen(String name, List<JsonNode> events, Setup setup) {}

    /** Read the journal; what is left out of it is told. */
    Chosen read(PrintWriter err) {
        List<JsonNode> events = new ArrayList<>();
        try {
            new JournalLines(problem -> err.println("aizuchi: " + problem)).read(journal, events::add);
            String chosen = floor == null ? Replay.likelyFloor(events) : floor;
            return new Chosen("replay of " + journal.getFileName(), events, setup(chosen));
        } catch (IOException e) {
            throw new ConfigException("the journal " + journal + " cannot be read: " + e, e);
        } catch (FloorPlanException | IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Make it what can be played again. */
    Replay replay(Chosen chosen) {
        try {
            return Replay.of(chosen.events(), chosen.setup(), keep, plain);
        } catch (ReplayException e) {
            throw new ConfigException(journal + ": " + e.getMessage(), e);
        }
    }

    private Setup setup(String chosen) {
        Setup usual = Setup.on(chosen);
        return new Setup(
                chosen,
                speaker == null ? usual.speaker() : speaker,
                robotPlace == null ? usual.robotPlace() : robotPlace,
                battery == null ? usual.battery() : battery,
                blocked,
                List.of());
    }
}
