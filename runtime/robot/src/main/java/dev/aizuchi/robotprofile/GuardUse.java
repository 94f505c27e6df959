package dev.aizuchi.robotprofile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Say what the guard next to the wheels lets pass while it hears heartbeats.
 *
 * @param buses how the guard reaches buses, where that differs from how the runtime does
 * @param patienceS seconds without a heartbeat, or without the velocity being said again, until zero is sent; 0.15 when
 *     absent, which leaves 0.05 for the way to the wheels
 * @param velocities what passes
 */
record GuardUse(Map<String, RobotFile.BusUse> buses, double patienceS, List<Passage> velocities) {
    GuardUse {
        buses = buses == null ? Map.of() : new LinkedHashMap<>(buses);
        patienceS = patienceS == 0 ? 0.15 : patienceS;
        velocities = velocities == null ? List.of() : List.copyOf(velocities);
        if (velocities.isEmpty()) {
            throw new IllegalArgumentException("velocities is missing: what passes the guard");
        }
        if (!(patienceS >= 0.05 && patienceS <= 2)) {
            throw new IllegalArgumentException("patience-s must be from 0.05 to 2, but is " + patienceS);
        }
    }

    /**
     * Let the velocities of a topic pass to another.
     *
     * @param on name of the bus on which they come
     * @param from their topic there
     * @param toOn name of the bus on which they go to the wheels; {@code on} when absent
     * @param to their topic there
     * @param type type of the messages; absent on a bus without types
     * @param zero what makes the wheels stand; {@code {}} is all fields at their default, where the bus has types
     */
    record Passage(String on, String from, String toOn, String to, String type, Template zero) {
        Passage {
            Objects.requireNonNull(on, "on is missing: the name of a bus");
            Objects.requireNonNull(from, "from is missing: the topic on which velocities come");
            Objects.requireNonNull(to, "to is missing: the topic to the wheels");
            Objects.requireNonNull(zero, "zero is missing: what makes the wheels stand, such as {} for a Twist");
            toOn = toOn == null ? on : toOn;
            type = type == null ? "" : type;
            if (!(zero instanceof Template.Group)) {
                throw new IllegalArgumentException("zero is a map from field to value");
            }
        }
    }

    /** Give how the guard reaches the buses of a file. */
    Map<String, RobotFile.BusUse> over(Map<String, RobotFile.BusUse> others) {
        Map<String, RobotFile.BusUse> all = new LinkedHashMap<>(others);
        all.putAll(buses);
        return all;
    }
}
