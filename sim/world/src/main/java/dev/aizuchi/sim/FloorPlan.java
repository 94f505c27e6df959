package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Describe a floor as it is when a world begins. Metres east and north of the south-west corner; immutable, and
 * callable from any thread.
 */
public final class FloorPlan {
    /** The name of the care floor. */
    public static final String CARE = "care";

    private final double width;
    private final double height;
    private final List<Room> rooms;
    private final List<Door> doors;
    private final List<Furniture> furniture;
    private final List<Spot> places;
    private final Place dock;
    private final List<Person> people;
    private final List<Item> items;
    private final Ground ground;

    FloorPlan(
            double width,
            double height,
            List<Room> rooms,
            List<Door> doors,
            List<Furniture> furniture,
            List<Spot> places,
            Place dock,
            List<Person> people,
            List<Item> items) {
        this.width = width;
        this.height = height;
        this.rooms = List.copyOf(rooms);
        this.doors = List.copyOf(doors);
        this.furniture = List.copyOf(furniture);
        this.places = List.copyOf(places);
        this.dock = dock;
        this.people = List.copyOf(people);
        this.items = List.copyOf(items);
        this.ground = new Ground(width, height, rooms, doors, furniture);
    }

    /** Give the metres from west to east. */
    public double width() {
        return width;
    }

    /** Give the metres from south to north. */
    public double height() {
        return height;
    }

    /** Give the areas whose edges are walls, each with one lamp. */
    public List<Room> rooms() {
        return rooms;
    }

    /** Give the gaps in the walls. */
    public List<Door> doors() {
        return doors;
    }

    /** Give what stands on the floor. */
    public List<Furniture> furniture() {
        return furniture;
    }

    /** Give where the robot can be sent, the dock among them. */
    public List<Spot> places() {
        return places;
    }

    /** Give the place where the robot starts and charges. */
    public Place dock() {
        return dock;
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

    /** A person; the role is {@code resident} or that by which staff are called, such as {@code nurse}. */
    public record Person(String name, String role, double x, double y) {
        /** The role of those who are cared for. */
        public static final String RESIDENT = "resident";

        /** Tell whether the person can be called. */
        public boolean isStaff() {
            return !role.equals(RESIDENT);
        }
    }

    /** Some pieces of a thing at a place. */
    public record Item(String name, Place place, int count) {}

    /** Read once: suites build thousands of worlds on them. */
    private static final Map<String, FloorPlan> READ = new ConcurrentHashMap<>();

    /** Load the care floor that comes with the simulator. */
    public static FloorPlan care() {
        return named(CARE);
    }

    /**
     * Load a floor that comes with the simulator, by the name of its file without the ending: {@code care}.
     *
     * @throws FloorPlanException when there is none of that name
     */
    public static FloorPlan named(String name) {
        return READ.computeIfAbsent(name, FloorPlan::read);
    }

    private static FloorPlan read(String name) {
        String source = name + ".floor";
        try (InputStream in = FloorPlan.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new FloorPlanException("the simulator comes with no floor " + source);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), source);
        } catch (IOException e) {
            throw new FloorPlanException(source + " cannot be read from the simulator's jar; build it again", e);
        }
    }

    /**
     * Read a plan; the format is explained at the head of {@code care.floor}.
     *
     * @param source how messages name the text, such as its file name
     * @throws FloorPlanException when a line is wrong; the message begins with {@code source:line}
     */
    public static FloorPlan parse(String text, String source) {
        return new FloorPlanReader(source).read(text);
    }

    /** Find where the robot stands at a place. */
    public Optional<Spot> spot(Place place) {
        return places.stream().filter(spot -> spot.place().equals(place)).findFirst();
    }

    /** Find the room around a spot. */
    public Optional<Room> roomAt(double x, double y) {
        return rooms.stream().filter(room -> room.area().contains(x, y)).findFirst();
    }
}
