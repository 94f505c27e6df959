package dev.aizuchi.testkit.scenario;

import dev.aizuchi.sim.World;
import dev.aizuchi.testkit.document.Part;
import java.util.ArrayList;
import java.util.List;

/** Happen on the floor, without anybody telling the robot. */
@FunctionalInterface
interface FloorEvent {

    /** Let it happen. */
    void apply(World world);

    /** Read what the keys of {@code happens} say; what is wrong with them is noted. */
    static List<FloorEvent> read(Part happens, FloorNames floor) {
        List<FloorEvent> events = new ArrayList<>();
        happens.at("moves")
                .entries()
                .forEach((name, goal) -> floor.person(goal, name)
                        .flatMap(person -> floor.place(goal))
                        .ifPresent(place -> events.add(world -> world.movePerson(name, place))));
        happens.at("points")
                .entries()
                .forEach((name, goal) -> floor.person(goal, name)
                        .flatMap(person -> floor.place(goal))
                        .ifPresent(place -> events.add(world -> world.point(name, place))));
        for (Part name : happens.list("falls")) {
            floor.person(name, name.text()).ifPresent(person -> events.add(world -> world.fall(person)));
        }
        for (Part room : happens.list("opens")) {
            floor.door(room).ifPresent(door -> events.add(world -> world.setDoor(door, true)));
        }
        for (Part room : happens.list("shuts")) {
            floor.door(room).ifPresent(door -> events.add(world -> world.setDoor(door, false)));
        }
        dangers(happens, floor, events);
        return events;
    }

    private static void dangers(Part happens, FloorNames floor, List<FloorEvent> events) {
        happens.at("leaks")
                .entries()
                .forEach((name, rate) -> floor.place(rate, name)
                        .ifPresent(place -> events.add(world -> world.dangers().leakGas(place, rate.number()))));
        happens.at("floods")
                .entries()
                .forEach((name, rate) -> floor.place(rate, name)
                        .ifPresent(place -> events.add(world -> world.dangers().flood(place, rate.number()))));
        for (Part name : happens.list("burns")) {
            floor.place(name)
                    .ifPresent(place -> events.add(world -> world.dangers().ignite(place)));
        }
        for (Part name : happens.list("collapses")) {
            floor.place(name)
                    .ifPresent(place -> events.add(world -> world.dangers().collapse(place)));
        }
        for (Part name : happens.list("darkens")) {
            floor.room(name)
                    .ifPresent(room -> events.add(world -> world.dangers().setDark(room, true)));
        }
    }
}
