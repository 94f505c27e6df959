package dev.aizuchi.testkit;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import java.util.List;

/**
 * Set the floor.
 *
 * @param floor the plan, by its name among those that come with the simulator
 * @param speaker place of the person who speaks
 * @param robotPlace where the robot stands
 * @param battery charge from 0 to 1
 * @param blocked places that cannot be passed
 * @param people who is elsewhere than the plan says, or lies on the floor
 */
public record Setup(
        String floor, String speaker, String robotPlace, double battery, List<String> blocked, List<Presence> people) {
    private static final double USUAL_CHARGE = 0.8;

    /**
     * Say where somebody is.
     *
     * @param place where they stand; "" for where the plan has them
     * @param fallen whether they lie on the floor
     */
    public record Presence(String name, String place, boolean fallen) {}

    public Setup {
        blocked = List.copyOf(blocked);
        people = List.copyOf(people);
        if (!(battery >= 0 && battery <= 1)) {
            throw new IllegalArgumentException("battery must be from 0 to 1, but is " + battery);
        }
    }

    /** Begin as most scenarios do: a person in room 101, the robot charged and at the staff station. */
    public static Setup usual() {
        return on(FloorPlan.CARE);
    }

    /** Begin as most scenarios on a floor do: a person at its first place, the robot charged and at the dock. */
    public static Setup on(String floor) {
        if (floor.equals(FloorPlan.CARE)) {
            return new Setup(floor, "101号室", "スタッフステーション", USUAL_CHARGE, List.of(), List.of());
        }
        FloorPlan plan = FloorPlan.named(floor);
        String first = plan.places().get(0).place().name();
        return new Setup(floor, first, plan.dock().name(), USUAL_CHARGE, List.of(), List.of());
    }

    void applyTo(World world) {
        world.disturb().move(new Place(robotPlace));
        world.disturb().setBattery(battery);
        blocked.forEach(place -> world.block(new Place(place)));
        people.forEach(person -> {
            if (!person.place.isEmpty()) {
                world.movePerson(person.name, new Place(person.place));
            }
            if (person.fallen) {
                world.fall(person.name);
            }
        });
    }
}
