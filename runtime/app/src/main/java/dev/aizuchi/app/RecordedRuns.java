package dev.aizuchi.app;

import dev.aizuchi.recording.RecordingSettings;
import dev.aizuchi.recording.SimulatedRun;
import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Record each run of a scenario into a file of its own, named by the scenario's file and the seed.
 *
 * @param directory where to; null records nothing
 */
record RecordedRuns(@Nullable Path directory) {
    private static final Pattern ROW = Pattern.compile(" \\(row (\\d+)\\)$");

    /** Play by a wiring that records. */
    Played play(Scenario scenario, long seed, Wiring wiring, Function<Wiring, Played> play) {
        if (directory == null) {
            return play.apply(wiring);
        }
        RecordingSettings settings = RecordingSettings.simulated(
                directory, Map.of("scenario", scenario.name(), "file", scenario.source(), "seed", Long.toString(seed)));
        try (SimulatedRun run = SimulatedRun.create(settings, name(scenario) + "-" + seed)) {
            return play.apply((robot, speaker) -> {
                run.follow(robot::state);
                return wiring.begin(robot, speaker).observer(run);
            });
        } catch (IOException e) {
            throw new ConfigException("--record " + directory + ": nothing can be written there: " + e);
        }
    }

    /**
     * Name it by its file and that file's folder, as many have a file of the same name, and by the row of its table.
     */
    private static String name(Scenario scenario) {
        Path source = Path.of(scenario.source()).toAbsolutePath();
        int names = source.getNameCount();
        Matcher row = ROW.matcher(scenario.name());
        return source.subpath(Math.max(0, names - 3), names)
                        .toString()
                        .replaceFirst("\\.yaml$", "")
                        .replaceAll("[^\\p{L}\\p{N}_-]+", "-")
                + (row.find() ? "-row-" + row.group(1) : "");
    }
}
