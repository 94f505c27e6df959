package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the storeys of a plan, and what leads from one to another; says where on the map a value of the plan lies. */
final class Levels {
    /** Metres of the map between two storeys, more than anybody reaches over. */
    private static final double GAP = 1;

    private static final double DOOR = 1;
    private static final double SMALLEST_CAR = 1.5;
    /** Metres before a lift's door at which a robot comes out of it. */
    private static final double OUT = 0.9;
    /** Metres aside of that at which another waits. */
    private static final double ASIDE = 1.2;

    private static final double FOOT = 0.5;
    private static final double LIFT_SECONDS = 6;
    private static final double STAIRS_SECONDS = 15;

    private final double width;
    private final double height;
    private final List<Storey> storeys = new ArrayList<>();

    Levels(PlanNode floor) {
        width = floor.positive("width");
        height = floor.positive("height");
        List<String> names = floor.has("storeys") ? floor.each("storeys", PlanNode::text) : List.of("");
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw floor.at("storeys").wrong("storeys must be names that differ, from the lowest up, such as [1階, 2階]");
        }
        for (String name : names) {
            double south = storeys.size() * (height + GAP);
            storeys.add(new Storey(name, new Box(0, south, width, south + height)));
        }
    }

    List<Storey> all() {
        return storeys;
    }

    /** Give the corner of the map that is farthest from its origin. */
    Point corner() {
        return new Point(width, storeys.get(storeys.size() - 1).area().y1());
    }

    /** Find the storey that a value names; the lowest where it names none. */
    int of(PlanNode node) {
        return node.has("storey") ? named(node.at("storey")) : 0;
    }

    private int named(PlanNode name) {
        List<String> names = storeys.stream().map(Storey::name).toList();
        int index = names.indexOf(name.text());
        if (index < 0) {
            throw name.wrong("no storey is named \"" + name.text() + "\"; floor has storeys: " + names);
        }
        return index;
    }

    /** Name a point of the map as the plan does: metres of its storey. */
    String whereabouts(Point at) {
        Storey storey = storeys.get(around(at));
        double north = at.y() - storey.area().y0();
        return "[" + centimetres(at.x()) + ", " + centimetres(north) + "]"
                + (storey.name().isEmpty() ? "" : " of " + storey.name());
    }

    private static double centimetres(double metres) {
        return Math.round(metres * 100) / 100.0;
    }

    /** Move a point of a storey to where that lies on the map. */
    Point onMap(int storey, Point point) {
        return new Point(point.x(), point.y() + storeys.get(storey).area().y0());
    }

    Box onMap(int storey, Box area) {
        double south = storeys.get(storey).area().y0();
        return new Box(area.x0(), area.y0() + south, area.x1(), area.y1() + south);
    }

    /** Find the storey on which a point of the map lies; the nearest for one beyond the map. */
    int around(Point at) {
        return Math.min(storeys.size() - 1, Math.max(0, (int) (at.y() / (height + GAP))));
    }

    /**
     * Read a lift.
     *
     * @param area its car on the lowest storey
     * @param room tells whether a point lies in a room
     */
    Lift lift(PlanNode node, String name, Box area, Predicate<Point> room) {
        if (area.x1() - area.x0() < SMALLEST_CAR || area.y1() - area.y0() < SMALLEST_CAR) {
            throw node.at("size").wrong("a lift must be " + SMALLEST_CAR + " m wide and deep or more");
        }
        Side side = side(node, "door");
        List<Lift.Landing> landings = new ArrayList<>();
        for (int storey : stops(node)) {
            Box car = onMap(storey, area);
            Point before = side.before(car, OUT);
            if (!room.test(before)) {
                throw node.at("door").wrong(whereabouts(before) + ", before the door, lies in none of the rooms");
            }
            Point waiting = Stream.of(ASIDE, -ASIDE)
                    .map(metres -> side.along(before, metres))
                    .filter(room)
                    .findFirst()
                    .orElse(before);
            double inwardDeg = side.outwardDeg() + 180;
            landings.add(new Lift.Landing(
                    storey,
                    car,
                    side.gap(car, DOOR),
                    spot(name, car.middle(), side.outwardDeg()),
                    spot(name, before, side.outwardDeg()),
                    spot(name, waiting, inwardDeg)));
        }
        return new Lift(name, landings, node.number("seconds", LIFT_SECONDS));
    }

    /** Read stairs that lead somewhere. */
    Stairs stairs(PlanNode node, String name, Box area, Predicate<Point> room) {
        Side side = side(node, "side");
        List<Stairs.Foot> feet = new ArrayList<>();
        for (int storey : stops(node)) {
            Point foot = side.before(onMap(storey, area), FOOT);
            if (!room.test(foot)) {
                throw node.at("side").wrong(whereabouts(foot) + ", before the stairs, lies in none of the rooms");
            }
            feet.add(new Stairs.Foot(storey, foot));
        }
        return new Stairs(name, feet, node.number("seconds", STAIRS_SECONDS));
    }

    /** Give the storeys at which something stops, from the lowest; all where it names none. */
    List<Integer> stops(PlanNode node) {
        List<Integer> stops = new ArrayList<>(node.each("storeys", this::named));
        if (!node.has("storeys")) {
            for (int storey = 0; storey < storeys.size(); storey++) {
                stops.add(storey);
            }
        }
        List<Integer> sorted = stops.stream().distinct().sorted().toList();
        if (sorted.size() < 2 || sorted.size() < stops.size()) {
            throw node.at("storeys")
                    .wrong("it must lead to two storeys or more; floor has storeys: "
                            + storeys.stream().map(Storey::name).toList());
        }
        return sorted;
    }

    private static Side side(PlanNode node, String key) {
        node.need(key);
        return Side.valueOf(node.choice(key, "north", "east", "south", "west").toUpperCase(Locale.ROOT));
    }

    private static FloorPlan.Spot spot(String name, Point at, double headingDeg) {
        return new FloorPlan.Spot(new Place(name), at.x(), at.y(), headingDeg);
    }
}
