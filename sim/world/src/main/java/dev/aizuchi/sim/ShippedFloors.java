package dev.aizuchi.sim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Read the floors that come with the simulator, each once: suites build thousands of worlds on them. */
final class ShippedFloors {
    private static final Map<String, FloorPlan> READ = new ConcurrentHashMap<>();

    private ShippedFloors() {}

    static FloorPlan named(String name) {
        return READ.computeIfAbsent(name, ShippedFloors::read);
    }

    private static FloorPlan read(String name) {
        String source = name + ".yaml";
        try (InputStream in = FloorPlan.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new FloorPlanException("the simulator comes with no floor " + source);
            }
            return FloorPlan.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), source);
        } catch (IOException e) {
            throw new FloorPlanException(source + " cannot be read from the simulator's jar; build it again", e);
        }
    }
}
