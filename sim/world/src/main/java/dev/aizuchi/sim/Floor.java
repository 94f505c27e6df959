package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan.Door;
import dev.aizuchi.sim.FloorPlan.Room;
import dev.aizuchi.sim.FloorPlan.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Walls, doors, furniture, lamps and what blocks the way; guarded by the world's lock. */
final class Floor {
    private static final double HALF_WALL = 0.05;
    private static final double HALF_BLOCKAGE = 0.9;
    private static final double AT_A_SPOT = 0.6;

    private final FloorPlan plan;
    private final List<Box> walls;
    private final List<Box> furniture;
    private final Map<String, Boolean> doors = new LinkedHashMap<>();
    private final Map<String, Boolean> lamps = new LinkedHashMap<>();
    private final Set<String> blocked = new TreeSet<>();
    private final Planner planner;
    private List<Box> obstacles = List.of();
    private long version;

    Floor(FloorPlan plan) {
        this.plan = plan;
        this.planner = new Planner(plan.width(), plan.height());
        this.walls = plan.rooms().stream()
                .flatMap(room -> walls(room.area()).stream())
                .distinct()
                .toList();
        this.furniture =
                plan.furniture().stream().map(FloorPlan.Furniture::area).toList();
        plan.rooms().forEach(room -> lamps.put(room.name(), false));
        plan.doors().stream().filter(Door::leaf).forEach(door -> doors.put(door.room(), door.open()));
        survey();
    }

    FloorPlan plan() {
        return plan;
    }

    /** Count the changes of what stands in the way. */
    long version() {
        return version;
    }

    boolean hasDoor(String room) {
        return doors.containsKey(room);
    }

    boolean hasLamp(String room) {
        return lamps.containsKey(room);
    }

    List<Snapshot.Door> shownDoors() {
        return doors.entrySet().stream()
                .map(door -> new Snapshot.Door(door.getKey(), door.getValue()))
                .toList();
    }

    List<Snapshot.Lamp> shownLamps() {
        return lamps.entrySet().stream()
                .map(lamp -> new Snapshot.Lamp(lamp.getKey(), lamp.getValue()))
                .toList();
    }

    Set<String> blocked() {
        return blocked;
    }

    void setLamp(String room, boolean on) {
        lamps.put(room, on);
    }

    void setDoor(String room, boolean open) {
        doors.put(room, open);
        survey();
    }

    void setBlocked(Place place, boolean isBlocked) {
        if (isBlocked ? blocked.add(place.name()) : blocked.remove(place.name())) {
            survey();
        }
    }

    /** Measure the way from a point to the nearest thing in the way, in metres. */
    double clearance(Point point) {
        double nearest = Double.MAX_VALUE;
        for (Box obstacle : obstacles) {
            nearest = Math.min(nearest, obstacle.distance(point.x(), point.y()));
        }
        return nearest;
    }

    /** Measure the way from a point to the door of a room, in metres. */
    double doorDistance(String room, Point point) {
        return leaves(room)
                .mapToDouble(leaf -> leaf.distance(point.x(), point.y()))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    /** Give the planner that knows what stands in the way. */
    Planner planner() {
        return planner;
    }

    /** Tell whether no wall and no closed door stands between two points; furniture is low. */
    boolean sees(Point from, Point to) {
        for (Box wall : walls) {
            if (wall.cuts(from, to)) {
                return false;
            }
        }
        return closedDoors().noneMatch(leaf -> leaf.cuts(from, to));
    }

    /** Name the place around a point: that of a spot at hand, else the room's, else "". */
    String placeAt(Point point) {
        Optional<Room> room = plan.roomAt(point.x(), point.y());
        Optional<String> spot = plan.places().stream()
                .filter(known -> known.point().distance(point) <= AT_A_SPOT)
                .filter(known -> plan.roomAt(known.x(), known.y()).equals(room))
                .min(Comparator.comparingDouble(known -> known.point().distance(point)))
                .map(known -> known.place().name());
        return spot.or(() -> room.map(Room::name)
                        .filter(name -> plan.spot(new Place(name)).isPresent()))
                .orElse("");
    }

    /** Find the place whose spot is within reach of a point, in metres. */
    Optional<Place> placeWithin(Point point, double reach) {
        return plan.places().stream()
                .filter(spot -> spot.point().distance(point) <= reach && sees(point, spot.point()))
                .min(Comparator.comparingDouble(spot -> spot.point().distance(point)))
                .map(Spot::place);
    }

    private void survey() {
        obstacles = Stream.of(walls.stream(), furniture.stream(), closedDoors(), blockages())
                .flatMap(boxes -> boxes)
                .toList();
        planner.survey(obstacles);
        version++;
    }

    private Stream<Box> closedDoors() {
        return doors.entrySet().stream().filter(door -> !door.getValue()).flatMap(door -> leaves(door.getKey()));
    }

    private Stream<Box> leaves(String room) {
        return plan.doors().stream()
                .filter(door -> door.leaf() && door.room().equals(room))
                .map(door -> thick(door.x0(), door.y0(), door.x1(), door.y1()));
    }

    private Stream<Box> blockages() {
        return plan.places().stream()
                .filter(spot -> blocked.contains(spot.place().name()))
                .flatMap(spot -> plan
                        .roomAt(spot.x(), spot.y())
                        .map(room -> new Box(
                                        spot.x() - HALF_BLOCKAGE,
                                        spot.y() - HALF_BLOCKAGE,
                                        spot.x() + HALF_BLOCKAGE,
                                        spot.y() + HALF_BLOCKAGE)
                                .within(room.area()))
                        .stream());
    }

    private List<Box> walls(Box area) {
        List<Box> found = new ArrayList<>();
        for (double y : new double[] {area.y0(), area.y1()}) {
            double from = area.x0();
            for (Door door : doorsAlong(y, true)) {
                if (door.x0() >= from && door.x1() <= area.x1()) {
                    found.add(thick(from, y, door.x0(), y));
                    from = door.x1();
                }
            }
            found.add(thick(from, y, area.x1(), y));
        }
        for (double x : new double[] {area.x0(), area.x1()}) {
            double from = area.y0();
            for (Door door : doorsAlong(x, false)) {
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
    private List<Door> doorsAlong(double line, boolean flat) {
        return plan.doors().stream()
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
