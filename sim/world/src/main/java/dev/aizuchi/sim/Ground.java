package dev.aizuchi.sim;

import dev.aizuchi.sim.FloorPlan.Door;
import dev.aizuchi.sim.FloorPlan.Room;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a floor is the same in all worlds on it, worked out once: its walls, and the ways over it as it is at first.
 */
final class Ground {
    private static final double HALF_WALL = 0.05;
    /** Each takes some 5 MB once ways to all places were searched on it. */
    private static final int MOST_TERRAINS = 16;

    private final FloorPlan.Extent extent;

    private final List<Box> walls;
    private final List<Box> furniture;
    private final Map<String, List<Box>> leaves = new LinkedHashMap<>();
    private final Map<String, Boolean> doors = new LinkedHashMap<>();
    private final Map<Lift.Landing, Box> liftDoors = new LinkedHashMap<>();
    private final Map<List<Box>, Terrain> terrains = new LinkedHashMap<>(MOST_TERRAINS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Box>, Terrain> eldest) {
            return size() > MOST_TERRAINS;
        }
    };
    /** The inside of rooms, where no wall and no door is: whoever stands there together sees each other. */
    private final List<Box> open;

    Ground(FloorPlan.Extent extent, Building building) {
        this.extent = extent;
        List<Lift.Landing> landings = building.lifts().stream()
                .flatMap(lift -> lift.landings().stream())
                .toList();
        // A shaft beside a room shares its wall, and the door goes through both.
        List<Door> gaps = Stream.concat(
                        building.doors().stream(), landings.stream().map(Ground::gap))
                .toList();
        walls = Stream.concat(
                        building.rooms().stream().map(Room::area),
                        landings.stream().map(Lift.Landing::car))
                .flatMap(area -> walls(gaps, area).stream())
                .distinct()
                .toList();
        furniture = building.furniture().stream().map(FloorPlan.Furniture::area).toList();
        landings.forEach(landing -> liftDoors.put(landing, leaf(landing)));
        for (Door door : building.doors()) {
            if (door.leaf()) {
                leaves.computeIfAbsent(door.room(), none -> new ArrayList<>())
                        .add(thick(door.x0(), door.y0(), door.x1(), door.y1()));
                this.doors.put(door.room(), door.open());
            }
        }
        open = building.rooms().stream()
                .map(room -> inside(room.area()))
                .filter(this::isUnparted)
                .toList();
    }

    /** Tell which rooms have doors, and whether they are open at first. */
    Map<String, Boolean> doors() {
        return doors;
    }

    /** Give the leaves of the doors that are not open, of rooms and of lifts. */
    List<Box> closed(Map<String, Boolean> doors, Set<Lift.Landing> openLifts) {
        Stream<Box> ofRooms = doors.entrySet().stream()
                .filter(door -> !door.getValue())
                .flatMap(door -> leaves(door.getKey()).stream());
        Stream<Box> ofLifts = liftDoors.entrySet().stream()
                .filter(door -> !openLifts.contains(door.getKey()))
                .map(Map.Entry::getValue);
        return Stream.concat(ofRooms, ofLifts).toList();
    }

    /** Tell whether there is surely no wall and no door between two points; where there may be one, look. */
    boolean isOpenBetween(Point from, Point to) {
        for (Box area : open) {
            if (area.contains(from.x(), from.y())) {
                return area.contains(to.x(), to.y());
            }
        }
        return false;
    }

    List<Box> walls() {
        return walls;
    }

    /** Give the walls and the furniture. */
    Stream<Box> fixed() {
        return Stream.concat(walls.stream(), furniture.stream());
    }

    /** Give the leaves of a room's doors. */
    List<Box> leaves(String room) {
        return leaves.getOrDefault(room, List.of());
    }

    /**
     * Give the terrain on which these boxes stand besides walls and furniture. A few are kept, with the ways that were
     * searched on them: doors of lifts open and close all the time, and suites block the same places in each world.
     */
    Terrain terrain(List<Box> besides) {
        synchronized (terrains) {
            return terrains.computeIfAbsent(
                    List.copyOf(besides),
                    boxes -> new Terrain(
                            extent.width(),
                            extent.height(),
                            Stream.concat(fixed(), boxes.stream()).toList()));
        }
    }

    /** Give the leaf of a lift's door. */
    private static Box leaf(Lift.Landing landing) {
        Box door = landing.door();
        return thick(door.x0(), door.y0(), door.x1(), door.y1());
    }

    private static Door gap(Lift.Landing landing) {
        Box door = landing.door();
        return new Door("", door.x0(), door.y0(), door.x1(), door.y1(), true, false);
    }

    private static Box inside(Box room) {
        double wall = Math.min(HALF_WALL, Math.min(room.x1() - room.x0(), room.y1() - room.y0()) / 2);
        return new Box(room.x0() + wall, room.y0() + wall, room.x1() - wall, room.y1() - wall);
    }

    private boolean isUnparted(Box area) {
        Stream<Box> doors = Stream.concat(leaves.values().stream().flatMap(List::stream), liftDoors.values().stream());
        return Stream.concat(walls.stream(), doors)
                .noneMatch(box ->
                        box.x0() < area.x1() && box.x1() > area.x0() && box.y0() < area.y1() && box.y1() > area.y0());
    }

    private static List<Box> walls(List<Door> doors, Box area) {
        List<Box> found = new ArrayList<>();
        for (double y : new double[] {area.y0(), area.y1()}) {
            double from = area.x0();
            for (Door door : doorsAlong(doors, y, true)) {
                if (door.x0() >= from && door.x1() <= area.x1()) {
                    found.add(thick(from, y, door.x0(), y));
                    from = door.x1();
                }
            }
            found.add(thick(from, y, area.x1(), y));
        }
        for (double x : new double[] {area.x0(), area.x1()}) {
            double from = area.y0();
            for (Door door : doorsAlong(doors, x, false)) {
                if (door.y0() >= from && door.y1() <= area.y1()) {
                    found.add(thick(x, from, x, door.y0()));
                    from = door.y1();
                }
            }
            found.add(thick(x, from, x, area.y1()));
        }
        return found;
    }

    /** Find the doors in one line of walls, from west to east or from south to north. */
    private static List<Door> doorsAlong(List<Door> doors, double line, boolean flat) {
        return doors.stream()
                .filter(door -> flat
                        ? door.y0() == door.y1() && Math.abs(door.y0() - line) < HALF_WALL
                        : door.x0() == door.x1() && Math.abs(door.x0() - line) < HALF_WALL)
                .sorted(Comparator.comparingDouble(door -> flat ? door.x0() : door.y0()))
                .toList();
    }

    private static Box thick(double x0, double y0, double x1, double y1) {
        boolean flat = y0 == y1;
        return new Box(
                flat ? x0 : x0 - HALF_WALL,
                flat ? y0 - HALF_WALL : y0,
                flat ? x1 : x1 + HALF_WALL,
                flat ? y1 + HALF_WALL : y1);
    }
}
