package dev.aizuchi.sim;

import dev.aizuchi.sim.FloorPlan.Door;
import dev.aizuchi.sim.FloorPlan.Furniture;
import dev.aizuchi.sim.FloorPlan.Room;
import java.util.ArrayList;
import java.util.List;

/** Reads what of a plan is built: rooms, doors, furniture, stairs and lifts. */
final class BuildingReader {
    private static final double ON_A_WALL = 0.01;

    private final PlanNode root;
    private final Levels levels;
    private final Names names;
    private final List<Room> rooms;

    /** Read the rooms, in which all else lies. */
    BuildingReader(PlanNode root, Levels levels, Names names) {
        this.root = root;
        this.levels = levels;
        this.names = names;
        rooms = root.each(
                "rooms",
                node -> new Room(
                        name(node, "name", "storey", "at", "size"), levels.onMap(levels.of(node), area(node))));
    }

    Building read() {
        List<Door> doors = root.each("doors", this::door);
        List<Furniture> furniture = new ArrayList<>(root.each("furniture", this::furniture));
        List<Stairs> stairs = new ArrayList<>();
        for (PlanNode node : root.each("stairs", node -> node)) {
            stairs(node, furniture, stairs);
        }
        return new Building(rooms, doors, furniture, root.each("lifts", this::lift), stairs);
    }

    boolean isInRoom(Point at) {
        return rooms.stream().anyMatch(room -> room.area().contains(at.x(), at.y()));
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

    private String name(PlanNode node, String... keys) {
        return names.unique(node.allow(keys));
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

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < ON_A_WALL;
    }
}
