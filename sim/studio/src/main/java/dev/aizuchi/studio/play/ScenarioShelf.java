package dev.aizuchi.studio.play;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.studio.live.EventView;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioException;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** List scenarios and play them; a file is read anew each time, so that an edit shows at once. */
public final class ScenarioShelf {
    private final List<Path> files;
    /** As they were listed last: a file with a table holds several, and may have another number of rows now. */
    private volatile List<Listed> listed = List.of();

    private final ScenarioPlayer player;
    private final EventView view = new EventView();

    /**
     * Take the files and folders to list.
     *
     * @throws ScenarioException when there is no scenario in one of them
     */
    public ScenarioShelf(List<Path> paths, ScenarioPlayer player) {
        this.files = paths.stream()
                .flatMap(path -> Scenarios.files(path).stream())
                .distinct()
                .toList();
        this.player = player;
    }

    /**
     * One scenario of a file.
     *
     * @param row which of the scenarios that the file's table makes
     */
    private record Listed(Path file, int row) {}

    /** Give all: {@code id}, {@code file}, and {@code name}, {@code tags}, {@code floor}, or the {@code fault}. */
    public ArrayNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<Listed> found = new ArrayList<>();
        for (Path file : files) {
            try {
                List<Scenario> scenarios = Scenarios.read(file);
                for (int row = 0; row < scenarios.size(); row++) {
                    put(row(list, found, new Listed(file, row)), scenarios.get(row));
                }
            } catch (ScenarioException e) {
                row(list, found, new Listed(file, 0)).put("fault", e.getMessage());
            }
        }
        listed = List.copyOf(found);
        return list;
    }

    private static ObjectNode row(ArrayNode list, List<Listed> found, Listed one) {
        ObjectNode row = list.addObject().put("id", found.size());
        found.add(one);
        return row.put("file", one.file().toString());
    }

    /** Give what stands in a file. */
    public String text(int id) throws IOException {
        return Files.readString(listed(id).file());
    }

    /**
     * Play one, and give the film of it with its verdict.
     *
     * @throws IllegalArgumentException when there is no such scenario or its file has a fault
     */
    public synchronized ObjectNode play(int id, long seed, boolean filmed) {
        Scenario scenario = read(id);
        AtomicReference<Film> film = new AtomicReference<>();
        Played played = player.play(scenario, seed, wiring -> {
            if (!filmed) {
                return wiring;
            }
            film.set(new Film(wiring, view));
            return film.get();
        });
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json.put("id", id), scenario);
        json.put("seed", seed);
        json.put("verdict", played.verdict().name().toLowerCase(Locale.ROOT));
        json.put("simulated_ms", played.simulated().toMillis());
        json.put("took_ms", played.took().toMillis());
        played.failure().ifPresent(failure -> json.put("complaint", failure));
        if (film.get() != null) {
            film.get().put(json);
        }
        return json;
    }

    private Scenario read(int id) {
        Listed one = listed(id);
        try {
            List<Scenario> scenarios = Scenarios.read(one.file());
            if (one.row() < scenarios.size()) {
                return scenarios.get(one.row());
            }
            throw new IllegalArgumentException(one.file() + " holds fewer scenarios now; list them again");
        } catch (ScenarioException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Listed listed(int id) {
        if (listed.isEmpty()) {
            list();
        }
        List<Listed> all = listed;
        if (id < 0 || id >= all.size()) {
            throw new IllegalArgumentException("there is no scenario " + id + "; there are " + all.size());
        }
        return all.get(id);
    }

    private static void put(ObjectNode row, Scenario scenario) {
        row.put("name", scenario.name()).put("floor", scenario.floor());
        scenario.tags().forEach(row.withArray("tags")::add);
        scenario.expectedToFail().ifPresent(why -> row.put("expected_to_fail", why));
    }
}
