package dev.aizuchi.testkit.scenario;

import dev.aizuchi.models.Suggestion;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.CareRobot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.Lift;
import dev.aizuchi.testkit.document.Part;
import java.util.List;
import java.util.Optional;

/** Read names of a floor's places, people, rooms and things; one that the floor does not have is noted as wrong. */
record FloorNames(FloorPlan plan) {

    Optional<Place> place(Part name) {
        return place(name, name.text());
    }

    Optional<Place> place(Part where, String name) {
        return known(
                        where,
                        name,
                        "place",
                        plan.places().stream().map(spot -> spot.place().name()).toList())
                .map(Place::new);
    }

    Optional<String> person(Part where, String name) {
        return known(
                where,
                name,
                "person",
                plan.people().stream().map(FloorPlan.Person::name).toList());
    }

    Optional<String> room(Part name) {
        return known(
                name, "room", plan.rooms().stream().map(FloorPlan.Room::name).toList());
    }

    Optional<String> door(Part name) {
        return known(
                name,
                "door",
                plan.doors().stream()
                        .filter(FloorPlan.Door::leaf)
                        .map(FloorPlan.Door::room)
                        .toList());
    }

    Optional<String> lift(Part name) {
        return known(name, "lift", plan.lifts().stream().map(Lift::name).toList());
    }

    Optional<String> item(Part where, String name) {
        return known(
                where,
                name,
                "thing",
                plan.items().stream().map(FloorPlan.Item::name).toList());
    }

    /** Name an act of the robot that stands on the floor. */
    Optional<String> act(Part name) {
        return known(
                name,
                "robot that can",
                CareRobot.profile(plan).capabilities().stream()
                        .map(Capability::action)
                        .toList());
    }

    private static Optional<String> known(Part name, String what, List<String> names) {
        return known(name, name.text(), what, names);
    }

    private static Optional<String> known(Part where, String name, String what, List<String> names) {
        if (names.contains(name)) {
            return Optional.of(name);
        }
        where.wrong("the floor has no " + what + " " + name + Suggestion.hint(name, names));
        return Optional.empty();
    }
}
