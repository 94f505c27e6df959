package dev.aizuchi.cluster;

import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioException;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Play the runs that any machine asks for, on as many threads as call. */
final class Workbench implements AutoCloseable {
    private final Supplier<? extends ScenarioSuite.Player> players;
    private final Queue<ScenarioSuite.Player> idle = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Suite> suites = new ConcurrentHashMap<>();

    /** A suite, unpacked for whom plays it. */
    private record Suite(Path folder, SuiteFiles files, Map<Key, Scenario> scenarios) {}

    private record Key(String source, String name) {}

    Workbench(Supplier<? extends ScenarioSuite.Player> players) {
        this.players = players;
    }

    /**
     * Play one run.
     *
     * @param owner who plays the suite
     * @param files gives its files, and is asked once
     * @return {@link PlayedJson}
     */
    String play(UUID owner, Request.Run run, Supplier<String> files) {
        try {
            Suite suite = suites.computeIfAbsent(owner, first -> unpack(files.get()));
            Scenario scenario = suite.scenarios().get(new Key(run.source(), run.name()));
            if (scenario == null) {
                return PlayedJson.broken("the suite lacks " + run.source() + ": " + run.name());
            }
            return suite.files().named(PlayedJson.of(play(scenario, run.seed()), run.brief()), suite.folder());
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, the owner has to hear of it and to ask another machine.
            return PlayedJson.broken(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Played play(Scenario scenario, long seed) {
        ScenarioSuite.Player rested = idle.poll();
        ScenarioSuite.Player player = rested == null ? players.get() : rested;
        Played played = play(player, scenario, seed);
        idle.add(player);
        return played;
    }

    /** One that broke in the middle of a run is not used again. */
    private static Played play(ScenarioSuite.Player player, Scenario scenario, long seed) {
        try {
            return player.play(scenario, seed);
        } catch (RuntimeException e) {
            player.close();
            throw e;
        }
    }

    private static Suite unpack(String json) {
        try {
            SuiteFiles files = SuiteFiles.fromJson(json);
            Path folder = Files.createTempDirectory("aizuchi-suite");
            Map<Key, Scenario> scenarios = new HashMap<>();
            for (Path path : files.unpack(folder)) {
                for (Path file : Scenarios.files(path)) {
                    for (Scenario scenario : read(file)) {
                        scenarios.put(new Key(files.named(scenario.source(), folder), scenario.name()), scenario);
                    }
                }
            }
            return new Suite(folder, files, scenarios);
        } catch (IOException e) {
            throw new ClusterException("the suite cannot be unpacked: " + e.getMessage(), e);
        }
    }

    /** Of a file that cannot be read, it is told that its scenarios are missing when one is asked for. */
    private static List<Scenario> read(Path file) {
        try {
            return Scenarios.read(file);
        } catch (ScenarioException e) {
            return List.of();
        }
    }

    /** Drop the suite of a machine that is gone. */
    void forget(UUID owner) {
        Suite suite = suites.remove(owner);
        if (suite != null) {
            delete(suite.folder());
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            // The system empties its folder of temporary files itself.
            System.getLogger(Workbench.class.getName()).log(System.Logger.Level.DEBUG, "not deleted: " + folder, e);
        }
    }

    /** Close the players and delete the suites; nothing may be playing. */
    @Override
    public void close() {
        idle.forEach(ScenarioSuite.Player::close);
        idle.clear();
        List.copyOf(suites.keySet()).forEach(this::forget);
    }
}
