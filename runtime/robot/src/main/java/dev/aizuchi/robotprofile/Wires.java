package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Hold the buses of a robot by their names, and know which are up. */
final class Wires implements AutoCloseable {
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

    Set<String> names() {
        return buses.keySet();
    }

    boolean isUp(String name) {
        return up.getOrDefault(name, false);
    }

    boolean allUp(Set<String> names) {
        return names.stream().allMatch(this::isUp);
    }

    Bus bus(String name) {
        Bus bus = buses.get(name);
        if (bus == null) {
            throw new IllegalArgumentException("no bus " + name);
        }
        return bus;
    }

    @Override
    public void close() {
        buses.values().forEach(Bus::close);
    }
}
