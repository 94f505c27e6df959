package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan.Door;
import dev.aizuchi.sim.FloorPlan.Furniture;
import dev.aizuchi.sim.FloorPlan.Item;
import dev.aizuchi.sim.FloorPlan.Person;
import dev.aizuchi.sim.FloorPlan.Room;
import dev.aizuchi.sim.FloorPlan.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one floor plan, line by line; a line may use only what lines before it have named. */
final class FloorPlanReader {
    private static final double ON_A_WALL = 0.01;

    private final String source;
    private final Set<String> named = new HashSet<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Door> doors = new ArrayList<>();
    private final List<Furniture> furniture = new ArrayList<>();
    private final List<Spot> places = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private Box floor = new Box(0, 0, 0, 0);
    private @Nullable Place dock;
    private int line;
    private String[] words = {};

    FloorPlanReader(String source) {
        this.source = source;
    }

    FloorPlan read(String text) {
        for (String content : text.lines().toList()) {
            line++;
            String bare = content.strip();
            if (!bare.isEmpty() && !bare.startsWith("#")) {
                words = bare.split("\\s+");
                readLine();
            }
        }
        if (dock == null) {
            throw wrong("the plan ends without a dock; add: dock NAME X Y HEADING");
        }
        FloorPlan plan = new FloorPlan(floor.x1(), floor.y1(), rooms, doors, furniture, places, dock, people, items);
        requireRoomToStand(plan);
        return plan;
    }

    private void readLine() {
        switch (words[0]) {
            case "floor" -> {
                expect(3, "floor WIDTH HEIGHT");
                floor = new Box(0, 0, positive(1), positive(2));
            }
            case "room" -> rooms.add(new Room(name(), area()));
            case "door" -> door();
            case "furniture" -> furniture.add(new Furniture(name(), area()));
            case "place" -> place();
            case "dock" -> dock();
            case "person" -> person();
            case "item" -> item();
            default ->
                throw wrong("\"" + words[0] + "\" is none of floor, room, door, furniture, place, dock, person, item");
        }
    }

    private void door() {
        expect(7, "door ROOM X0 Y0 X1 Y1 open|closed|doorway");
        Room room = rooms.stream()
                .filter(known -> known.name().equals(words[1]))
                .findFirst()
                .orElseThrow(() -> wrong("no room is named \"" + words[1] + "\" above this line"));
        Door door = new Door(
                words[1], number(2), number(3), number(4), number(5), !words[6].equals("doorway"), isOpen(words[6]));
        Box wall = room.area();
        boolean flat = door.y0() == door.y1() && (near(door.y0(), wall.y0()) || near(door.y0(), wall.y1()));
        boolean upright = door.x0() == door.x1() && (near(door.x0(), wall.x0()) || near(door.x0(), wall.x1()));
        if (flat == upright || !wall.contains(door.x0(), door.y0()) || !wall.contains(door.x1(), door.y1())) {
            throw wrong("the door must lie along one wall of its room");
        }
        if (door.x0() > door.x1() || door.y0() > door.y1()) {
            throw wrong("the door must run from west to east or from south to north");
        }
        doors.add(door);
    }

    private boolean isOpen(String word) {
        return switch (word) {
            case "open", "doorway" -> true;
            case "closed" -> false;
            default -> throw wrong("\"" + word + "\" is none of open, closed, doorway");
        };
    }

    private void place() {
        expect(5, words[0] + " NAME X Y HEADING");
        String name = words[1];
        if (places.stream().anyMatch(spot -> spot.place().name().equals(name))) {
            throw wrong("a place named \"" + name + "\" stands above already");
        }
        places.add(new Spot(new Place(name), inRoom(2), number(3), number(4)));
    }

    private void dock() {
        if (dock != null) {
            throw wrong("there is a dock already; a floor has one robot");
        }
        place();
        dock = new Place(words[1]);
    }

    private void person() {
        expect(5, "person NAME ROLE X Y");
        people.add(new Person(name(), words[2], inRoom(3), number(4)));
    }

    private void item() {
        expect(4, "item NAME PLACE COUNT");
        Place place = new Place(words[2]);
        if (places.stream().noneMatch(spot -> spot.place().equals(place))) {
            throw wrong("no place is named \"" + words[2] + "\" above this line");
        }
        double count = positive(3);
        if (count != Math.rint(count) || count > 1000) {
            throw wrong("\"" + words[3] + "\" is no whole number up to 1000");
        }
        items.add(new Item(words[1], place, (int) count));
    }

    /** Take the name in the second column; a room, a piece of furniture and a person must differ in it. */
    private String name() {
        String name = words.length > 1 ? words[1] : "";
        if (!named.add(words[0] + " " + name)) {
            throw wrong("a " + words[0] + " named \"" + name + "\" stands above already");
        }
        return name;
    }

    private Box area() {
        expect(6, words[0] + " NAME X Y WIDTH HEIGHT");
        Box area = new Box(number(2), number(3), number(2) + positive(4), number(3) + positive(5));
        if (area.x0() < 0
                || area.y0() < 0
                || area.x1() > floor.x1() + ON_A_WALL
                || area.y1() > floor.y1() + ON_A_WALL) {
            throw wrong(words[1] + " reaches beyond the floor of " + floor.x1() + " m × " + floor.y1() + " m");
        }
        return area;
    }

    /** Take x, whose y stands in the column after it; both must lie in a room. */
    private double inRoom(int column) {
        double x = number(column);
        double y = number(column + 1);
        if (rooms.stream().noneMatch(room -> room.area().contains(x, y))) {
            throw wrong(words[1] + " lies in none of the rooms above this line");
        }
        return x;
    }

    private void requireRoomToStand(FloorPlan plan) {
        Floor empty = new Floor(plan);
        for (Spot spot : places) {
            if (empty.clearance(spot.point()) < Planner.SPOT_CLEARANCE) {
                throw new FloorPlanException(
                        source + ": place " + spot.place().name() + " needs " + Planner.SPOT_CLEARANCE
                                + " m between its spot and walls, furniture and closed doors; move one");
            }
        }
    }

    private void expect(int columns, String form) {
        if (words.length != columns) {
            throw wrong("expected: " + form);
        }
    }

    private double positive(int column) {
        double value = number(column);
        if (!(value > 0)) {
            throw wrong("\"" + words[column] + "\" must be above 0");
        }
        return value;
    }

    private double number(int column) {
        try {
            double value = Double.parseDouble(words[column]);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with the line.
        }
        throw wrong("\"" + words[column] + "\" is no number");
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < ON_A_WALL;
    }

    private FloorPlanException wrong(String what) {
        return new FloorPlanException(source + ":" + line + ": " + what);
    }
}
