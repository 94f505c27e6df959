package dev.aizuchi.testkit.scenario;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.Snapshot;
import dev.aizuchi.sim.Whereabouts;
import dev.aizuchi.testkit.document.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Say how the floor must be at the end.
 *
 * @param within simulated time to wait for it
 */
record FinalState(List<Condition> conditions, Duration within) {
    /** Nothing is asked for. */
    static final FinalState ANY = new FinalState(List.of(), Duration.ZERO);

    FinalState {
        conditions = List.copyOf(conditions);
    }

    /** One thing that must be so, and how it is instead. */
    record Condition(String wanted, Predicate<Snapshot> holds, Function<Snapshot, String> actual) {
        static Condition equal(String what, String wanted, Function<Snapshot, String> actual) {
            return new Condition(what + " " + wanted, now -> actual.apply(now).equals(wanted), actual);
        }
    }

    /** Say what is otherwise; empty where all is as it must be. */
    Optional<String> breach(Snapshot now) {
        return conditions.stream()
                .filter(condition -> !condition.holds.test(now))
                .map(condition -> condition.wanted + ", but is " + condition.actual.apply(now))
                .reduce((one, other) -> one + "; " + other);
    }

    /** Read what the keys of {@code finally} say; what is wrong with them is noted. */
    static FinalState read(Part part, FloorNames floor) {
        if (part.isMissing()) {
            return ANY;
        }
        List<Condition> conditions = new ArrayList<>();
        robot(part.at("robot"), floor, conditions);
        part.at("items")
                .entries()
                .forEach((item, where) -> item(item, where, floor).ifPresent(conditions::add));
        part.at("people").entries().forEach((name, person) -> person(name, person, floor, conditions));
        part.list("lit").forEach(room -> lamp(room, floor, true).ifPresent(conditions::add));
        part.list("dark").forEach(room -> lamp(room, floor, false).ifPresent(conditions::add));
        part.list("open").forEach(room -> door(room, floor, true).ifPresent(conditions::add));
        part.list("shut").forEach(room -> door(room, floor, false).ifPresent(conditions::add));
        part.find("shown")
                .ifPresent(text -> conditions.add(new Condition(
                        "the screen must show " + text, now -> now.shown().contains(text), Snapshot::shown)));
        return new FinalState(conditions, part.duration("within").orElse(Duration.ZERO));
    }

    private static void robot(Part robot, FloorNames floor, List<Condition> conditions) {
        if (robot.has("place")) {
            floor.place(robot.at("place"))
                    .ifPresent(place -> conditions.add(Condition.equal(
                            "the robot must be at",
                            place.name(),
                            now -> now.robot().place())));
        }
        robot.find("stopped")
                .ifPresent(yes -> conditions.add(Condition.equal(
                        "the robot's stop latch must be",
                        yes,
                        now -> "" + now.robot().stopped())));
        robot.find("charging")
                .ifPresent(yes -> conditions.add(Condition.equal("charging must be", yes, now -> "" + now.charging())));
        if (robot.has("battery-above")) {
            double least = robot.number("battery-above", 0);
            conditions.add(new Condition(
                    "the charge must be above " + least,
                    now -> now.robot().battery() > least,
                    now -> String.format(Locale.ROOT, "%.3f", now.robot().battery())));
        }
        if (robot.has("carries")) {
            String wanted = robot.texts("carries").stream().sorted().collect(Collectors.joining(", "));
            conditions.add(Condition.equal("the robot must carry", "[" + wanted + "]", FinalState::carried));
        }
    }

    private static String carried(Snapshot now) {
        return now.items().stream()
                .filter(item -> item.where() instanceof Whereabouts.OnTray)
                .map(Snapshot.Item::name)
                .sorted()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Optional<Condition> item(String item, Part where, FloorNames floor) {
        return floor.item(where, item)
                .flatMap(known -> where.has("with")
                        ? floor.person(where.at("with"), where.text("with", "")).map(Whereabouts.With::new)
                        : floor.place(where.at("at")).map((Place place) -> new Whereabouts.At(place)))
                .map(wanted -> new Condition(
                        item + " must be " + wanted,
                        now -> now.count(item, wanted) > 0,
                        now -> now.items().stream()
                                .filter(each -> each.name().equals(item))
                                .map(each -> each.where().toString())
                                .distinct()
                                .collect(Collectors.joining(", "))));
    }

    private static void person(String name, Part person, FloorNames floor, List<Condition> conditions) {
        if (floor.person(person, name).isEmpty()) {
            return;
        }
        if (person.has("place")) {
            floor.place(person.at("place"))
                    .ifPresent(place -> conditions.add(Condition.equal(
                            name + " must be at",
                            place.name(),
                            now -> now.person(name).map(Snapshot.Person::place).orElse(""))));
        }
        person.find("fallen")
                .ifPresent(yes -> conditions.add(Condition.equal(
                        "that " + name + " has fallen must be",
                        yes,
                        now -> now.person(name).map(each -> "" + each.fallen()).orElse(""))));
    }

    private static Optional<Condition> lamp(Part room, FloorNames floor, boolean lit) {
        return floor.room(room)
                .map(name -> new Condition(
                        "the lamp of " + name + " must be " + (lit ? "on" : "off"),
                        now -> now.isLit(name) == lit,
                        now -> now.isLit(name) ? "on" : "off"));
    }

    private static Optional<Condition> door(Part room, FloorNames floor, boolean open) {
        return floor.door(room)
                .map(name -> new Condition(
                        "the door of " + name + " must be " + (open ? "open" : "shut"),
                        now -> now.isOpen(name) == open,
                        now -> now.isOpen(name) ? "open" : "shut"));
    }
}
