package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Hold the buses of a robot by their names, and know which are up. */
final class Wires implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Wires.class.getName());

    private final Map<String, Bus> buses;
    private final Map<String, Boolean> up = new ConcurrentHashMap<>();

    Wires(Map<String, Bus> buses) {
        this.buses = new HashMap<>(buses);
    }

    /** Hear of a link that went up or down, and of each as it is now. */
    void watch(BiConsumer<String, Boolean> listener) {
        buses.forEach((name, bus) -> bus.onLink(isUp -> {
            Boolean before = up.put(name, isUp);
            if (!isUp.equals(before)) {
                listener.accept(name, isUp);
            }
        }));
    }

    boolean isUp(String name) {
        return up.getOrDefault(name, false);
    }

    boolean allUp(List<Step> steps) {
        return steps.stream().allMatch(step -> isUp(step.on()));
    }

    Bus bus(String name) {
        Bus bus = buses.get(name);
        if (bus == null) {
            throw new IllegalArgumentException("no bus " + name);
        }
        return bus;
    }

    /** Publish and call what needs no answer; what is wrong with one does not keep the others. */
    void sendAll(List<Step> steps, Datum.Fields order) {
        for (Step step : steps) {
            try {
                if (step.publish() != null) {
                    bus(step.on()).publish(step.endpoint(order), step.message(order));
                } else if (step.call() != null) {
                    Duration within = step.within();
                    bus(step.on()).call(step.endpoint(order), step.message(order), within);
                }
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a message of the robot file cannot be sent: {0}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        buses.values().forEach(Bus::close);
    }
}
