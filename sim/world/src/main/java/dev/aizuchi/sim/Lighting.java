package dev.aizuchi.sim;

import dev.aizuchi.sim.FloorPlan.Room;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The lamps of a floor, its power, and the rooms in which it is dark without them; guarded by the world's lock. */
final class Lighting {
    private final FloorPlan plan;
    private final Map<String, Boolean> lamps = new LinkedHashMap<>();
    private final Set<String> dark = new TreeSet<>();
    private boolean power = true;

    Lighting(FloorPlan plan) {
        this.plan = plan;
        plan.rooms().forEach(room -> lamps.put(room.name(), false));
    }

    boolean hasLamp(String room) {
        return lamps.containsKey(room);
    }

    List<Snapshot.Lamp> shown() {
        return lamps.entrySet().stream()
                .map(lamp -> new Snapshot.Lamp(lamp.getKey(), lamp.getValue()))
                .toList();
    }

    void set(String room, boolean on) {
        lamps.put(room, on);
    }

    boolean hasPower() {
        return power;
    }

    void setPower(boolean on) {
        power = on;
    }

    void setDark(String room, boolean isDark) {
        if (!hasLamp(room)) {
            throw new IllegalArgumentException("no room " + room + "; there are " + lamps.keySet());
        }
        if (isDark) {
            dark.add(room);
        } else {
            dark.remove(room);
        }
    }

    /**
     * Tell whether hardly anything is seen at a point: without power everywhere, in a dark room unless its lamp is on.
     */
    boolean isDark(Point point) {
        if (!power) {
            return true;
        }
        return !dark.isEmpty()
                && plan.roomAt(point.x(), point.y())
                        .map(Room::name)
                        .filter(name -> dark.contains(name) && !lamps.getOrDefault(name, false))
                        .isPresent();
    }
}
