package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan.Item;
import dev.aizuchi.sim.FloorPlan.Person;
import dev.aizuchi.sim.FloorPlan.Spot;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one floor plan; what is wrong is told by line and column. */
final class FloorPlanReader {
    private static final int MOST_ITEMS = 1000;

    private final PlanNode root;
    private final Names names = new Names();
    private final PeopleReader people = new PeopleReader(this::known);
    private final Levels levels;
    private final BuildingReader building;
    private final List<Spot> places = new ArrayList<>();

    FloorPlanReader(PlanNode root) {
        this.root = root.allow(
                "floor", "rooms", "doors", "furniture", "stairs", "lifts", "places", "robots", "people", "items");
        levels = new Levels(root.need("floor").allow("width", "height", "zone", "storeys"));
        building = new BuildingReader(root, levels, names);
    }

    FloorPlan read() {
        Building read = building.read();
        places.addAll(root.each("places", node -> spot(node, "name", "name", "storey", "at", "heading")));
        List<FloorPlan.Robot> robots = root.each("robots", this::robot);
        if (robots.isEmpty()) {
            throw root.wrong(
                    "the plan has no robot; add: robots: [{ name: NAME, dock: NAME, at: [X, Y], heading: 0 }]");
        }
        FloorPlan plan = new FloorPlan(
                new FloorPlan.Extent(levels.corner().x(), levels.corner().y(), levels.all(), zone()),
                read,
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

    private Spot spot(PlanNode node, String key, String... keys) {
        node.allow(keys);
        Place place = names.place(node, key);
        Point at = inRoom(node);
        return new Spot(place, at.x(), at.y(), node.number("heading"));
    }

    private FloorPlan.Robot robot(PlanNode node) {
        Spot dock = spot(node, "dock", "name", "dock", "storey", "at", "heading", "drive");
        places.add(dock);
        return new FloorPlan.Robot(
                names.unique(node),
                dock,
                Drive.valueOf(node.choice("drive", "differential", "omni").toUpperCase(Locale.ROOT)));
    }

    private Person person(PlanNode node) {
        return people.person(node, names.unique(node.allow(PeopleReader.KEYS)), inRoom(node));
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

    private Point inRoom(PlanNode node) {
        Point at = levels.onMap(levels.of(node), node.pair("at"));
        if (!building.isInRoom(at)) {
            throw node.at("at").wrong(levels.whereabouts(at) + " lies in none of the rooms");
        }
        return at;
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
}
