package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Describe a floor, or a building of several storeys, as it is when a world begins. Metres east and north of the map's
 * south-west corner; immutable, and callable from any thread.
 */
public final class FloorPlan {
    /** The name of the care floor. */
    public static final String CARE = "care";

    private final Extent extent;
    private final Building building;
    private final List<Spot> places;
    private final List<Robot> robots;
    private final List<Person> people;
    private final List<Item> items;
    private final Ground ground;

    FloorPlan(
            Extent extent,
            Building building,
            List<Spot> places,
            List<Robot> robots,
            List<Person> people,
            List<Item> items) {
        this.extent = extent;
        this.building = building;
        this.places = List.copyOf(places);
        this.robots = List.copyOf(robots);
        this.people = List.copyOf(people);
        this.items = List.copyOf(items);
        this.ground = new Ground(extent, building);
    }

    /** Give the metres of the map from west to east. */
    public double width() {
        return extent.width;
    }

    /** Give the metres of the map from south to north, over all storeys. */
    public double height() {
        return extent.height;
    }

    /** Give the time zone of what people do by the clock. */
    public ZoneId zone() {
        return extent.zone;
    }

    /** Give the areas whose edges are walls, each with one lamp. */
    public List<Room> rooms() {
        return building.rooms();
    }

    /** Give the gaps in the walls. */
    public List<Door> doors() {
        return building.doors();
    }

    /** Give what stands on the floor. */
    public List<Furniture> furniture() {
        return building.furniture();
    }

    /** Give the storeys, from the lowest up, and where each lies on the map; there is at least one. */
    public List<Storey> storeys() {
        return extent.storeys;
    }

    /** Give the lifts, which robots and people take. */
    public List<Lift> lifts() {
        return building.lifts();
    }

    /** Give the stairs that lead somewhere, which people take. */
    public List<Stairs> stairs() {
        return building.stairs();
    }

    /** Give where a robot can be sent, the docks among them. */
    public List<Spot> places() {
        return places;
    }

    /** Give the robots; there is at least one. */
    public List<Robot> robots() {
        return robots;
    }

    /** Give the place where the first robot starts and charges. */
    public Place dock() {
        return robots.get(0).dock().place();
    }

    /** Give who is there. */
    public List<Person> people() {
        return people;
    }

    /** Give what can be fetched. */
    public List<Item> items() {
        return items;
    }

    /** Give what is the same in all worlds on this floor. */
    Ground ground() {
        return ground;
    }

    /**
     * How large the map is, in metres from west to east and from south to north, what lies on it, and its time zone.
     */
    record Extent(double width, double height, List<Storey> storeys, ZoneId zone) {
        Extent {
            storeys = List.copyOf(storeys);
        }
    }

    /** An area with walls around it and a lamp. */
    public record Room(String name, Box area) {}

    /** A gap in a wall, from the first end to the second; {@code leaf} tells whether a door hangs in it. */
    public record Door(String room, double x0, double y0, double x1, double y1, boolean leaf, boolean open) {}

    /** A thing that stands in the way. */
    public record Furniture(String name, Box area) {}

    /** Where the robot stands when it is at a place; the heading in degrees counter-clockwise from east. */
    public record Spot(Place place, double x, double y, double headingDeg) {
        Point point() {
            return new Point(x, y);
        }
    }

    /** A robot, where it starts and charges, and how it drives. */
    public record Robot(String name, Spot dock, Drive drive) {}

    /** A person; the role is {@code resident} or that by which staff are called, such as {@code nurse}. */
    public record Person(String name, String role, double x, double y, Habits habits) {
        /** The role of those who are cared for. */
        public static final String RESIDENT = "resident";

        /** The role of those who come and go. */
        public static final String VISITOR = "visitor";

        /** Tell whether the person can be called. */
        public boolean isStaff() {
            return !role.equals(RESIDENT) && !role.equals(VISITOR);
        }
    }

    /**
     * What a person does of their own accord.
     *
     * @param style how they speak, such as {@code plain} or {@code kansai}; for whoever words what they say
     * @param hears metres from which they hear a usual voice in their room
     * @param schedule where they go at which time of the day; to {@code outside} they leave the floor
     * @param outside whether they are not on the floor at first; the schedule brings them in by where the plan has them
     * @param wanders how often an hour they walk to some place
     * @param falls how often an hour they fall
     */
    public record Habits(
            String style,
            double hears,
            SortedMap<LocalTime, Place> schedule,
            boolean outside,
            double wanders,
            double falls) {
        /** The style of those of whom nothing is said. */
        public static final String PLAIN = "plain";

        public Habits {
            schedule = Collections.unmodifiableSortedMap(new TreeMap<>(schedule));
        }
    }

    /** Some pieces of a thing at a place. */
    public record Item(String name, Place place, int count) {}

    /** Load the care floor that comes with the simulator. */
    public static FloorPlan care() {
        return named(CARE);
    }

    /**
     * Load a floor that comes with the simulator, by the name of its file without the ending: {@code care},
     * {@code reception}, {@code clinic}, {@code rescue}.
     *
     * @throws FloorPlanException when there is none of that name
     */
    public static FloorPlan named(String name) {
        return ShippedFloors.named(name);
    }

    /**
     * Read a plan in YAML; the keys are explained at the head of {@code care.yaml}.
     *
     * @param source how messages name the text, such as its file name
     * @throws FloorPlanException when something is wrong; the message begins with {@code source:line:column}
     */
    public static FloorPlan parse(String text, String source) {
        return new FloorPlanReader(PlanNode.read(text, source)).read();
    }

    /** Find where the robot stands at a place. */
    public Optional<Spot> spot(Place place) {
        return places.stream().filter(spot -> spot.place().equals(place)).findFirst();
    }

    /** Find where the robot stands at a place that must be there. */
    Spot need(Place place) {
        return spot(place)
                .orElseThrow(() -> new IllegalArgumentException("no place " + place.name() + "; there are "
                        + places.stream().map(spot -> spot.place().name()).toList()));
    }

    /** Find the room around a spot. */
    public Optional<Room> roomAt(double x, double y) {
        for (Room room : rooms()) {
            if (room.area().contains(x, y)) {
                return Optional.of(room);
            }
        }
        return Optional.empty();
    }

    /** Find the index of the storey around a spot of the map; the nearest lower one between two. */
    int storeyAt(Point point) {
        int storey = storeys().size() - 1;
        while (storey > 0 && point.y() < storeys().get(storey).area().y0()) {
            storey--;
        }
        return storey;
    }
}
