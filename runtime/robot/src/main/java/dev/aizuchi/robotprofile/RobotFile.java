package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.RobotProfile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hold a {@code robot.yaml}: what a robot can do, and how it is told and heard.
 *
 * @param name the robot's name
 * @param buses the buses by which it is reached, by the names that {@code on} uses
 * @param limits what keeps it from moving
 * @param places the named spots on its map
 * @param state where its state is read
 * @param actions its acts, by wire name
 * @param stop what is published or called at once on a stop, besides the cancelling of what runs
 * @param heartbeat what is published some twenty times a second while the dialogue lives and no stop is latched; may
 *     name {@code count}. Absent for none
 * @param guard what the guard next to the wheels does by it; absent for no guard
 * @param percepts what its sensors tell
 */
record RobotFile(
        String name,
        Map<String, BusUse> buses,
        Limits limits,
        List<Spot> places,
        List<Source> state,
        Map<String, Act> actions,
        List<Step> stop,
        @Nullable Step heartbeat,
        @Nullable GuardUse guard,
        List<Sensed> percepts) {
    RobotFile {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(buses, "buses is missing: how the robot is reached");
        Objects.requireNonNull(actions, "actions is missing: what the robot can do");
        buses = new LinkedHashMap<>(buses);
        limits = limits == null ? new Limits(0, 0) : limits;
        places = places == null ? List.of() : List.copyOf(places);
        state = state == null ? List.of() : List.copyOf(state);
        actions = new LinkedHashMap<>(actions);
        stop = stop == null ? List.of() : List.copyOf(stop);
        percepts = percepts == null ? List.of() : List.copyOf(percepts);
    }

    /**
     * Pick a bus and give it its settings.
     *
     * @param use name of the adapter, such as {@code rcl}, {@code rosbridge} or {@code mqtt}
     * @param with its settings
     */
    record BusUse(String use, JsonNode with) {
        BusUse {
            Objects.requireNonNull(use, "use is missing: the bus adapter, such as rcl, rosbridge or mqtt");
        }
    }

    /**
     * Keep the robot from moving.
     *
     * @param minimumBattery charge from 0 to 1 under which it moves no more, except to its dock; 0 when absent
     * @param maximumStateAgeS seconds from which its state is stale; 2 when absent
     */
    record Limits(double minimumBattery, double maximumStateAgeS) {
        Limits {
            maximumStateAgeS = maximumStateAgeS == 0 ? 2 : maximumStateAgeS;
            if (!(minimumBattery >= 0 && minimumBattery <= 1)) {
                throw new IllegalArgumentException("minimum-battery is a part of a full charge, from 0 to 1, but is "
                        + minimumBattery + "; write 0.15 for 15 %");
            }
            if (!(maximumStateAgeS > 0)) {
                throw new IllegalArgumentException(
                        "maximum-state-age-s must be seconds above 0, but is " + maximumStateAgeS);
            }
        }
    }

    /**
     * Name a spot.
     *
     * @param name as people say it
     * @param x metres east of the map's origin; absent where the robot knows by the id where it is
     * @param y metres north; absent just when {@code x} is
     * @param headingDeg degrees counter-clockwise from east; 0 when absent
     * @param frame frame of the pose; {@code map} when absent
     * @param id what the robot itself calls it; the name when absent
     * @param radiusM metres within which the robot counts as there; 0.5 when absent
     */
    record Spot(
            String name,
            @Nullable Double x,
            @Nullable Double y,
            double headingDeg,
            String frame,
            String id,
            double radiusM) {
        Spot {
            Objects.requireNonNull(name, "name is missing: what people call the place");
            if ((x == null) != (y == null)) {
                throw new IllegalArgumentException(
                        name + " has x or y alone; write both, in metres on the robot's map");
            }
            frame = frame == null ? "map" : frame;
            id = id == null ? name : id;
            radiusM = radiusM == 0 ? 0.5 : radiusM;
        }

        /** Give how far it is from a point, in metres; infinitely far where nobody knows where it is. */
        double distance(double fromX, double fromY) {
            return x == null || y == null ? Double.POSITIVE_INFINITY : Math.hypot(x - fromX, y - fromY);
        }

        /** Give the same somewhere on the map, for who wants to know what would be sent there. */
        Spot placed() {
            return x == null ? new Spot(name, 0.0, 0.0, headingDeg, frame, id, radiusM) : this;
        }
    }

    /**
     * Find an act.
     *
     * @throws IllegalArgumentException when the robot has none of that name
     */
    Act act(String name) {
        Act act = actions.get(name);
        if (act == null) {
            throw new IllegalArgumentException("not declared: " + name);
        }
        return act;
    }

    /** Give the runtime's buses, and those that the guard alone has. */
    Map<String, BusUse> allBuses() {
        Map<String, BusUse> all = new LinkedHashMap<>(guard == null ? Map.of() : guard.buses());
        all.putAll(buses);
        return all;
    }

    /** Give what the gate judges by. */
    RobotProfile profile() {
        List<String> names = places.stream().map(Spot::name).toList();
        List<Capability> capabilities = actions.entrySet().stream()
                .map(entry -> new Capability(
                        entry.getKey(),
                        entry.getValue().effect(),
                        entry.getValue().moves(),
                        entry.getValue().parameters().entrySet().stream()
                                .map(parameter -> parameter.getValue().limit(parameter.getKey(), names))
                                .toList()))
                .toList();
        return new RobotProfile(
                name,
                capabilities,
                limits.minimumBattery(),
                Duration.ofMillis(Math.round(limits.maximumStateAgeS() * 1_000)));
    }
}
