package dev.aizuchi.sim;

import dev.aizuchi.robot.RobotState;
import dev.aizuchi.sim.hazard.Hazards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Show the whole world at one moment; immutable.
 *
 * @param at the world's time
 * @param robots every robot, in the plan's order; there is at least one
 * @param people everybody on the floor
 * @param items every single thing; several bear one name
 * @param doors the doors that can be opened and closed
 * @param lamps one for each room
 * @param lifts where the cars of the lifts are
 * @param blocked names of the places that were blocked
 * @param hazards gas, heat, smoke, water and fire, cell by cell
 */
public record Snapshot(
        Instant at,
        List<Robot> robots,
        List<Person> people,
        List<Item> items,
        List<Door> doors,
        List<Lamp> lamps,
        List<LiftCar> lifts,
        List<String> blocked,
        List<Hazards.Patch> hazards) {
    public Snapshot {
        robots = List.copyOf(robots);
        people = List.copyOf(people);
        items = List.copyOf(items);
        doors = List.copyOf(doors);
        lamps = List.copyOf(lamps);
        lifts = List.copyOf(lifts);
        blocked = List.copyOf(blocked);
        hazards = List.copyOf(hazards);
    }

    /**
     * A robot.
     *
     * @param state as it truly is, whatever a fault makes it tell
     * @param shown the text on its screen, or ""
     * @param motorCelsius how warm its motors are
     */
    public record Robot(String name, RobotState state, boolean charging, String shown, double motorCelsius) {}

    /** A person; {@code place} is the named place around them, or "" when in none, {@code style} how they speak. */
    public record Person(
            String name,
            String role,
            double x,
            double y,
            String place,
            boolean walking,
            boolean fallen,
            String style) {}

    /** A thing and where it is. */
    public record Item(String name, Whereabouts where) {}

    /** The door of a room. */
    public record Door(String room, boolean open) {}

    /** The lamp of a room. */
    public record Lamp(String room, boolean on) {}

    /**
     * The car of a lift.
     *
     * @param storey where it is, or was last
     * @param open whether its door stands open
     * @param working whether it is in order
     * @param full whether people in it let nobody else in
     */
    public record LiftCar(String name, String storey, boolean open, boolean moving, boolean working, boolean full) {}

    /** Give the first robot as it truly is. */
    public RobotState robot() {
        return robots.get(0).state();
    }

    /** Tell whether the first robot charges. */
    public boolean charging() {
        return robots.get(0).charging();
    }

    /** Give the text on the first robot's screen, or "". */
    public String shown() {
        return robots.get(0).shown();
    }

    /** Find a person. */
    public Optional<Person> person(String name) {
        return people.stream().filter(person -> person.name().equals(name)).findFirst();
    }

    /** Count the things of a name that are somewhere. */
    public long count(String item, Whereabouts where) {
        return items.stream()
                .filter(known -> known.equals(new Item(item, where)))
                .count();
    }

    /** Tell whether the lamp of a room is on. */
    public boolean isLit(String room) {
        return lamps.contains(new Lamp(room, true));
    }

    /** Tell whether a room has a door that is open. */
    public boolean isOpen(String room) {
        return doors.contains(new Door(room, true));
    }
}
