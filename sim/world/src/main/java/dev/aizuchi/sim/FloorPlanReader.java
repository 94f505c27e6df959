package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan.Door;
import dev.aizuchi.sim.FloorPlan.Furniture;
import dev.aizuchi.sim.FloorPlan.Item;
import dev.aizuchi.sim.FloorPlan.Person;
import dev.aizuchi.sim.FloorPlan.Room;
import dev.aizuchi.sim.FloorPlan.Spot;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one floor plan; what is wrong is told by line and column. */
final class FloorPlanReader {
    private static final double ON_A_WALL = 0.01;
    private static final int MOST_ITEMS = 1000;

    private final PlanNode root;
    private final Set<String> named = new HashSet<>();
    private final PeopleReader people = new PeopleReader(this::known);
    private final Levels levels;
    private final List<Room> rooms;
    private final List<Spot> places = new ArrayList<>();

    FloorPlanReader(PlanNode root) {
        this.root = root.allow(
                "floor", "rooms", "doors", "furniture", "stairs", "lifts", "places", "robots", "people", "items");
        levels = new Levels(root.need("floor").allow("width", "height", "zone", "storeys"));
        rooms = root.each(
                "rooms",
                node -> new Room(
                        name(node, "name", "storey", "at", "size"), levels.onMap(levels.of(node), area(node))));
    }

    FloorPlan read() {
        List<Door> doors = root.each("doors", this::door);
        List<Furniture> furniture = new ArrayList<>(root.each("furniture", this::furniture));
        List<Stairs> stairs = new ArrayList<>();
        for (PlanNode node : root.each("stairs", node -> node)) {
            stairs(node, furniture, stairs);
        }
        List<Lift> lifts = root.each("lifts", this::lift);
        places.addAll(root.each("places", node -> spot(node, "name", "name", "storey", "at", "heading")));
        List<FloorPlan.Robot> robots = root.each("robots", this::robot);
        if (robots.isEmpty()) {
            throw root.wrong(
                    "the plan has no robot; add: robots: [{ name: NAME, dock: NAME, at: [X, Y], heading: 0 }]");
        }
        FloorPlan plan = new FloorPlan(
                new FloorPlan.Extent(levels.corner().x(), levels.corner().y(), levels.all(), zone()),
                new Building(rooms, doors, furniture, lifts, stairs),
                places,
                robots,
                root.each("people", this::person),
                root.each("items", this::item));
        requireRoomToStand(plan);
        return plan;
    }

    private ZoneId zone() {
        PlanNode size = root.need("floor");
        try {
            return ZoneId.of(size.has("zone") ? size.text("zone") : "Asia/Tokyo");
        } catch (DateTimeException e) {
            throw size.at("zone").wrong("no time zone, such as Asia/Tokyo: " + size.text("zone"));
        }
    }

    private Door door(PlanNode node) {
        node.allow("room", "from", "to", "state");
        Room room = rooms.stream()
                .filter(known -> known.name().equals(node.text("room")))
                .findFirst()
                .orElseThrow(() -> node.at("room").wrong("no room is named \"" + node.text("room") + "\""));
        String state = node.choice("state", "open", "closed", "doorway");
        Box wall = room.area();
        int storey = levels.around(wall.middle());
        Point from = levels.onMap(storey, node.pair("from"));
        Point to = levels.onMap(storey, node.pair("to"));
        boolean flat = from.y() == to.y() && (near(from.y(), wall.y0()) || near(from.y(), wall.y1()));
        boolean upright = from.x() == to.x() && (near(from.x(), wall.x0()) || near(from.x(), wall.x1()));
        if (flat == upright || !wall.contains(from.x(), from.y()) || !wall.contains(to.x(), to.y())) {
            throw node.wrong("the door must lie along one wall of its room");
        }
        if (from.x() > to.x() || from.y() > to.y()) {
            throw node.wrong("the door must run from west to east or from south to north");
        }
        boolean leaf = !state.equals("doorway");
        return new Door(room.name(), from.x(), from.y(), to.x(), to.y(), leaf, !state.equals("closed"));
    }

    private Furniture furniture(PlanNode node) {
        return new Furniture(name(node, "name", "storey", "at", "size"), levels.onMap(levels.of(node), area(node)));
    }

    /** Take stairs, which stand in the way on each storey they lead to; without a side, they lead nowhere. */
    private void stairs(PlanNode node, List<Furniture> furniture, List<Stairs> stairs) {
        if (!node.has("side")) {
            furniture.add(furniture(node));
            return;
        }
        String name = name(node, "name", "at", "size", "side", "storeys", "seconds");
        Stairs known = levels.stairs(node, name, area(node), this::isInRoom);
        stairs.add(known);
        known.feet().forEach(foot -> furniture.add(new Furniture(name, levels.onMap(foot.storey(), area(node)))));
    }

    private Lift lift(PlanNode node) {
        String name = name(node, "name", "at", "size", "door", "storeys", "seconds");
        return levels.lift(node, name, area(node), this::isInRoom);
    }

    private Spot spot(PlanNode node, String key, String... keys) {
        node.allow(keys);
        String name = node.text(key);
        if (!named.add("place " + name)) {
            throw node.at(key).wrong("a place named \"" + name + "\" stands above already");
        }
        Point at = inRoom(node);
        return new Spot(new Place(name), at.x(), at.y(), node.number("heading"));
    }

    private FloorPlan.Robot robot(PlanNode node) {
        Spot dock = spot(node, "dock", "name", "dock", "storey", "at", "heading", "drive");
        places.add(dock);
        return new FloorPlan.Robot(
                unique(node),
                dock,
                Drive.valueOf(node.choice("drive", "differential", "omni").toUpperCase(Locale.ROOT)));
    }

    private Person person(PlanNode node) {
        return people.person(node, name(node, PeopleReader.KEYS), inRoom(node));
    }

    private Item item(PlanNode node) {
        node.allow("name", "place", "count");
        double count = node.positive("count");
        if (count != Math.rint(count) || count > MOST_ITEMS) {
            throw node.at("count").wrong("\"" + count + "\" is no whole number up to " + MOST_ITEMS);
        }
        return new Item(node.text("name"), known(node.need("place")), (int) count);
    }

    private Place known(PlanNode node) {
        Place place = new Place(node.text());
        if (places.stream().noneMatch(spot -> spot.place().equals(place))) {
            throw node.wrong("no place is named \"" + place.name() + "\"");
        }
        return place;
    }

    /** Take a name; a room, a piece of furniture and a person must differ in it from others of their kind. */
    private String name(PlanNode node, String... keys) {
        return unique(node.allow(keys));
    }

    private String unique(PlanNode node) {
        String name = node.text("name");
        String kind = node.path().split("/", -1)[1];
        if (!named.add(kind + " " + name)) {
            throw node.at("name").wrong("one of the " + kind + " named \"" + name + "\" stands above already");
        }
        return name;
    }

    /** Take an area as it lies on its storey. */
    private Box area(PlanNode node) {
        Box floor = levels.all().get(0).area();
        Point at = node.pair("at");
        Point size = node.pair("size");
        if (!(size.x() > 0 && size.y() > 0)) {
            throw node.at("size").wrong("both numbers must be above 0");
        }
        Box area = new Box(at.x(), at.y(), at.x() + size.x(), at.y() + size.y());
        if (at.x() < 0 || at.y() < 0 || area.x1() > floor.x1() + ON_A_WALL || area.y1() > floor.y1() + ON_A_WALL) {
            throw node.wrong(
                    node.text("name") + " reaches beyond the floor of " + floor.x1() + " m × " + floor.y1() + " m");
        }
        return area;
    }

    private Point inRoom(PlanNode node) {
        Point at = levels.onMap(levels.of(node), node.pair("at"));
        if (!isInRoom(at)) {
            throw node.at("at").wrong(levels.whereabouts(at) + " lies in none of the rooms");
        }
        return at;
    }

    private boolean isInRoom(Point at) {
        return rooms.stream().anyMatch(room -> room.area().contains(at.x(), at.y()));
    }

    private void requireRoomToStand(FloorPlan plan) {
        Floor empty = new Floor(plan);
        List<Spot> spots = new ArrayList<>(places);
        plan.lifts()
                .forEach(lift ->
                        lift.landings().forEach(landing -> spots.addAll(List.of(landing.before(), landing.waiting()))));
        for (Spot spot : spots) {
            if (empty.clearance(spot.point()) < Planner.SPOT_CLEARANCE) {
                throw root.wrong("place " + spot.place().name() + " needs " + Planner.SPOT_CLEARANCE
                        + " m between its spot and walls, furniture and closed doors; move one");
            }
        }
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < ON_A_WALL;
    }
}
