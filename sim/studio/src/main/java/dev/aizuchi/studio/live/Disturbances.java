package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.Disturbance;
import dev.aizuchi.sim.Fault;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Do to a simulated floor what a person asks for; what is not there is named. Callable from any thread. */
final class Disturbances {
    /** A valve left open, in percent of the lower explosive limit a second; it fills a room within minutes. */
    private static final double GAS = 20;
    /** A burst pipe, in litres a second. */
    private static final double WATER = 20;

    private final World world;

    Disturbances(World world) {
        this.world = world;
    }

    /**
     * Disturb the floor.
     *
     * @param order {@code what}, and what belongs to it: {@code place}, {@code person}, {@code room}, {@code lift},
     *     {@code name}, {@code value}, {@code on}; {@code robot} for one that is not the first
     * @throws IllegalArgumentException when it cannot be done; the message names the thing
     */
    void apply(JsonNode order) {
        String what = Orders.text(order, "what");
        switch (what) {
            case "block" -> block(place(order), Orders.flag(order, "on"));
            case "battery" -> robot(order).setBattery(Orders.number(order, "value"));
            case "estop" -> press(robot(order), Orders.flag(order, "on"));
            case "lift" -> world.setLift(Orders.text(order, "lift"), Orders.flag(order, "on"));
            case "full" -> world.fillLift(Orders.text(order, "lift"), Orders.flag(order, "on"));
            case "point" -> world.point(Orders.text(order, "person"), place(order));
            case "door" -> world.setDoor(Orders.text(order, "room"), Orders.flag(order, "on"));
            case "fall" -> world.fall(Orders.text(order, "person"));
            case "move" -> world.movePerson(Orders.text(order, "person"), place(order));
            case "arrive" -> arrive(Orders.text(order, "person"));
            case "gas" -> world.dangers().leakGas(place(order), Orders.flag(order, "on") ? GAS : 0);
            case "water" -> world.dangers().flood(place(order), Orders.flag(order, "on") ? WATER : 0);
            case "fire" -> burn(order);
            case "power" -> world.dangers().setPower(Orders.flag(order, "on"));
            case "fault" -> set(robot(order), fault(Orders.text(order, "name")), Orders.flag(order, "on"));
            default ->
                throw new IllegalArgumentException("what is " + what
                        + "; it can be block, battery, estop, lift, full, point, door, fall, move, arrive, gas, water,"
                        + " fire, power or fault");
        }
    }

    private static Place place(JsonNode order) {
        return new Place(Orders.text(order, "place"));
    }

    private void burn(JsonNode order) {
        if (Orders.flag(order, "on")) {
            world.dangers().ignite(place(order));
        } else {
            world.dangers().quench();
        }
    }

    private void block(Place place, boolean on) {
        if (on) {
            world.block(place);
        } else {
            world.unblock(place);
        }
    }

    private Disturbance robot(JsonNode order) {
        return world.disturb(
                order.has("robot") ? Orders.text(order, "robot") : world.robot().name());
    }

    private static void press(Disturbance robot, boolean on) {
        if (on) {
            robot.pressEmergencyStop();
        } else {
            robot.releaseEmergencyStop();
        }
    }

    /** Put a person in front of the robot, a step away, where there is floor. */
    private void arrive(String person) {
        var robot = world.snapshot().robot();
        double ahead = Math.toRadians(robot.headingDeg());
        for (int turn = 0; turn < 8; turn++) {
            double angle = ahead + turn * Math.PI / 4;
            double x = robot.x() + Math.cos(angle);
            double y = robot.y() + Math.sin(angle);
            if (world.plan().roomAt(x, y).equals(world.plan().roomAt(robot.x(), robot.y())) && isClear(x, y)) {
                world.movePerson(person, x, y);
                return;
            }
        }
        throw new IllegalArgumentException("there is no room beside the robot; move the person onto a place instead");
    }

    private boolean isClear(double x, double y) {
        return world.plan().furniture().stream()
                .map(FloorPlan.Furniture::area)
                .noneMatch(area -> x > area.x0() && x < area.x1() && y > area.y0() && y < area.y1());
    }

    private static void set(Disturbance robot, Fault fault, boolean on) {
        if (on) {
            robot.fault(fault);
        } else {
            robot.repair(fault);
        }
    }

    /** Name what can be broken. */
    static List<String> faults() {
        return Arrays.stream(Fault.values())
                .map(fault -> fault.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Fault fault(String name) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault " + name));
    }
}
