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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** List scenarios and play them; a file is read anew each time, so that an edit shows at once. */
public final class ScenarioShelf {
    private final List<Path> files;
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

    /** Give all: {@code id}, {@code file}, and {@code name}, {@code tags}, {@code floor}, or the {@code fault}. */
    public ArrayNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int id = 0; id < files.size(); id++) {
            ObjectNode row = list.addObject().put("id", id);
            row.put("file", files.get(id).toString());
            try {
                put(row, Scenarios.read(files.get(id)));
            } catch (ScenarioException e) {
                row.put("fault", e.getMessage());
            }
        }
        return list;
    }

    /** Give what stands in a file. */
    public String text(int id) throws IOException {
        return Files.readString(file(id));
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
        try {
            return Scenarios.read(file(id));
        } catch (ScenarioException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Path file(int id) {
        if (id < 0 || id >= files.size()) {
            throw new IllegalArgumentException("there is no scenario " + id + "; there are " + files.size());
        }
        return files.get(id);
    }

    private static void put(ObjectNode row, Scenario scenario) {
        row.put("name", scenario.name()).put("floor", scenario.floor());
        scenario.tags().forEach(row.withArray("tags")::add);
        scenario.expectedToFail().ifPresent(why -> row.put("expected_to_fail", why));
    }
}
