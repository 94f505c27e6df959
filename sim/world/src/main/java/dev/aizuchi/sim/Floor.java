package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan.Room;
import dev.aizuchi.sim.FloorPlan.Spot;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Walls, doors, furniture and what blocks the way; guarded by the world's lock. */
final class Floor {
    private static final double HALF_BLOCKAGE = 0.9;
    private static final double AT_A_SPOT = 0.6;

    private final FloorPlan plan;
    private final Ground ground;
    private final Map<String, Boolean> doors;
    private final Lighting lighting;
    private final Set<String> blocked = new TreeSet<>();
    private final Set<Lift.Landing> openLifts = new HashSet<>();
    private final Planner planner;
    private Terrain terrain;
    private List<Box> closed = List.of();
    private List<Box> obstacles = List.of();
    private List<Box> unplanned = List.of();
    private long version;

    Floor(FloorPlan plan) {
        this.plan = plan;
        this.ground = plan.ground();
        this.doors = new LinkedHashMap<>(ground.doors());
        this.lighting = new Lighting(plan);
        this.terrain = lookAround();
        this.planner = new Planner(terrain);
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

    Lighting lighting() {
        return lighting;
    }

    List<Snapshot.Door> shownDoors() {
        return doors.entrySet().stream()
                .map(door -> new Snapshot.Door(door.getKey(), door.getValue()))
                .toList();
    }

    Set<String> blocked() {
        return blocked;
    }

    void setDoor(String room, boolean open) {
        doors.put(room, open);
        survey();
    }

    /** Give what stands in the way and is on no plan. */
    List<Box> unplanned() {
        return unplanned;
    }

    void setLiftDoor(Lift.Landing landing, boolean open) {
        if (open ? openLifts.add(landing) : openLifts.remove(landing)) {
            survey();
        }
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

    /** Tell whether there is surely so much room around a point, in metres; quicker than to measure. */
    boolean isClear(Point point, double radius) {
        return terrain.isClear(point, radius);
    }

    /** Measure the way from a point to the door of a room, in metres. */
    double doorDistance(String room, Point point) {
        return ground.leaves(room).stream()
                .mapToDouble(leaf -> leaf.distance(point.x(), point.y()))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    Terrain terrain() {
        return terrain;
    }

    /** Give the planner that knows what stands in the way. */
    Planner planner() {
        return planner;
    }

    /** Tell whether no wall and no closed door stands between two points; furniture is low. */
    boolean sees(Point from, Point to) {
        return ground.isOpenBetween(from, to)
                || (isOnOneStorey(from, to)
                        && isBetweenNone(ground.walls(), from, to)
                        && isBetweenNone(closed, from, to));
    }

    /** Tell whether no ceiling is between two points. */
    boolean isOnOneStorey(Point one, Point other) {
        return plan.storeyAt(one) == plan.storeyAt(other);
    }

    /** Name the place around a point: that of a spot at hand, else the room's, else "". */
    String placeAt(Point point) {
        Optional<Room> room = plan.roomAt(point.x(), point.y());
        Optional<Spot> nearest = Optional.empty();
        double distance = Double.MAX_VALUE;
        // A loop, since this is asked for everybody whenever the floor is shown.
        for (Spot spot : plan.places()) {
            double far = spot.point().distance(point);
            if (far <= AT_A_SPOT
                    && far < distance
                    && plan.roomAt(spot.x(), spot.y()).equals(room)) {
                nearest = Optional.of(spot);
                distance = far;
            }
        }
        return nearest.map(spot -> spot.place().name())
                .or(() -> room.map(Room::name)
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

    private static boolean isBetweenNone(List<Box> boxes, Point from, Point to) {
        for (Box box : boxes) {
            if (box.cuts(from, to)) {
                return false;
            }
        }
        return true;
    }

    private void survey() {
        terrain = lookAround();
        planner.survey(terrain);
        version++;
    }

    private Terrain lookAround() {
        closed = ground.closed(doors, openLifts);
        unplanned = blockages().toList();
        List<Box> besides = Stream.concat(closed.stream(), unplanned.stream()).toList();
        obstacles = Stream.concat(ground.fixed(), besides.stream()).toList();
        return ground.terrain(besides);
    }

    private Stream<Box> blockages() {
        return plan.places().stream()
                .filter(spot -> blocked.contains(spot.place().name()))
                .flatMap(spot ->
                        plan
                                .roomAt(spot.x(), spot.y())
                                .map(room -> blockage(spot.point()).within(room.area()))
                                .stream());
    }

    /** Give the area that something large takes which lies on a spot. */
    static Box blockage(Point spot) {
        return new Box(
                spot.x() - HALF_BLOCKAGE, spot.y() - HALF_BLOCKAGE, spot.x() + HALF_BLOCKAGE, spot.y() + HALF_BLOCKAGE);
    }
}
