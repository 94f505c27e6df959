package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.sim.Box;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.Lift;
import dev.aizuchi.sim.Point;
import dev.aizuchi.sim.Snapshot;
import dev.aizuchi.sim.Whereabouts;
import dev.aizuchi.sim.World;
import dev.aizuchi.sim.hazard.Hazards;
import java.util.List;

/** Write a floor plan, and what changes on it, as the page draws it: metres, degrees, charge from 0 to 1. */
public final class FloorView {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Is wherever fire and smoke are, and far around. */
    private static final String HEAT = "heat";

    private FloorView() {}

    /** Write what never moves. */
    public static ObjectNode of(FloorPlan plan) {
        ObjectNode json = JSON.objectNode();
        json.put("width", plan.width()).put("height", plan.height());
        plan.rooms().forEach(room -> put(json.withArray("rooms").addObject(), room.name(), room.area()));
        plan.furniture().forEach(each -> put(json.withArray("furniture").addObject(), each.name(), each.area()));
        plan.doors()
                .forEach(door -> json.withArray("doors")
                        .addObject()
                        .put("room", door.room())
                        .put("x0", door.x0())
                        .put("y0", door.y0())
                        .put("x1", door.x1())
                        .put("y1", door.y1())
                        .put("leaf", door.leaf()));
        plan.places()
                .forEach(spot -> json.withArray("places")
                        .addObject()
                        .put("name", spot.place().name())
                        .put("x", spot.x())
                        .put("y", spot.y()));
        plan.robots()
                .forEach(robot ->
                        json.withArray("docks").add(robot.dock().place().name()));
        if (plan.storeys().size() > 1) {
            putStoreys(json, plan);
        }
        return json;
    }

    private static void putStoreys(ObjectNode json, FloorPlan plan) {
        plan.storeys().forEach(storey -> put(json.withArray("storeys").addObject(), storey.name(), storey.area()));
        for (Lift lift : plan.lifts()) {
            for (Lift.Landing landing : lift.landings()) {
                ObjectNode shaft = json.withArray("lifts").addObject();
                put(shaft, lift.name(), landing.car());
                shaft.put("storey", plan.storeys().get(landing.storey()).name());
                put(shaft.putObject("door"), lift.name(), landing.door());
            }
        }
    }

    /** Write what moves on a simulated floor. */
    public static ObjectNode of(World world) {
        Snapshot now = world.snapshot();
        ObjectNode json = of(now.robot(), now.charging());
        json.put("shown", now.shown());
        if (now.robots().size() > 1) {
            json.set("robots", Fleet.shown(now));
        }
        for (Snapshot.LiftCar car : now.lifts()) {
            json.withArray("lifts")
                    .addObject()
                    .put("name", car.name())
                    .put("storey", car.storey())
                    .put("open", car.open())
                    .put("moving", car.moving())
                    .put("working", car.working())
                    .put("full", car.full());
        }
        ArrayNode people = json.putArray("people");
        for (Snapshot.Person person : now.people()) {
            people.addObject()
                    .put("name", person.name())
                    .put("role", person.role())
                    .put("x", centimetres(person.x()))
                    .put("y", centimetres(person.y()))
                    .put("place", person.place())
                    .put("walking", person.walking())
                    .put("fallen", person.fallen());
        }
        now.doors().forEach(door -> json.withObject("/doors").put(door.room(), door.open()));
        now.lamps().forEach(lamp -> json.withObject("/lamps").put(lamp.room(), lamp.on()));
        ArrayNode blocked = json.putArray("blocked");
        now.blocked().forEach(blocked::add);
        putItems(json, now.items());
        putHazards(json, now.hazards());
        ArrayNode way = json.putArray("way");
        for (Point point : world.way()) {
            way.addArray().add(centimetres(point.x())).add(centimetres(point.y()));
        }
        return json;
    }

    /** Write what any robot tells of itself. */
    static ObjectNode of(RobotState robot, boolean charging) {
        ObjectNode json = JSON.objectNode();
        json.putObject("robot")
                .put("x", centimetres(robot.x()))
                .put("y", centimetres(robot.y()))
                .put("heading", Math.round(robot.headingDeg()))
                .put("speed", centimetres(robot.speed()))
                .put("place", robot.place());
        // To whole percents: a battery that drains is no reason to draw anew.
        json.put("battery", Math.round(robot.battery() * 100) / 100.0);
        json.put("charging", charging);
        json.put("emergency_stop", robot.emergencyStop());
        json.put("stopped", robot.stopped());
        return json;
    }

    /** Only what is not on its shelf. */
    private static void putItems(ObjectNode json, List<Snapshot.Item> items) {
        ArrayNode tray = json.putArray("tray");
        ArrayNode held = json.putArray("held");
        ArrayNode dropped = json.putArray("dropped");
        for (Snapshot.Item item : items) {
            if (item.where() instanceof Whereabouts.OnTray) {
                tray.add(item.name());
            } else if (item.where() instanceof Whereabouts.With with) {
                held.addObject().put("item", item.name()).put("person", with.person());
            } else if (item.where() instanceof Whereabouts.OnFloor floor) {
                dropped.addObject()
                        .put("item", item.name())
                        .put("x", centimetres(floor.x()))
                        .put("y", centimetres(floor.y()));
            }
        }
    }

    /** By kind, the middles of the cells in which it is; how much it is changes all the time. */
    private static void putHazards(ObjectNode json, List<Hazards.Patch> patches) {
        ObjectNode hazards = json.putObject("hazards");
        for (Hazards.Patch patch : patches) {
            if (!patch.kind().equals(HEAT)) {
                hazards.withArray(patch.kind()).addArray().add(patch.x()).add(patch.y());
            }
        }
    }

    private static void put(ObjectNode json, String name, Box area) {
        json.put("name", name).put("x0", area.x0()).put("y0", area.y0());
        json.put("x1", area.x1()).put("y1", area.y1());
    }

    static double centimetres(double metres) {
        return Math.round(metres * 100) / 100.0;
    }

    /** Give what differs, by its outermost names; all of it where there was nothing before. */
    public static ObjectNode changes(ObjectNode before, ObjectNode now) {
        ObjectNode changed = JSON.objectNode();
        now.properties().forEach(each -> {
            if (!each.getValue().equals(before.get(each.getKey()))) {
                changed.set(each.getKey(), each.getValue());
            }
        });
        return changed;
    }
}
