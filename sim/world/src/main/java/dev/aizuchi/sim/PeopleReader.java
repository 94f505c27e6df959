package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan.Habits;
import dev.aizuchi.sim.FloorPlan.Person;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads who is on a floor, and what they do of their own accord. */
final class PeopleReader {
    static final String[] KEYS = {
        "name", "role", "storey", "at", "style", "hears", "schedule", "outside", "wanders", "falls"
    };

    private static final double USUAL_HEARING = 4;

    private final Function<PlanNode, Place> known;

    /** Read people; {@code known} finds a place that a value names, and refuses one that is not there. */
    PeopleReader(Function<PlanNode, Place> known) {
        this.known = known;
    }

    /** Read one who stands at a point. */
    Person person(PlanNode node, String name, Point at) {
        return new Person(name, node.text("role"), at.x(), at.y(), habits(node));
    }

    private Habits habits(PlanNode node) {
        SortedMap<LocalTime, Place> schedule = new TreeMap<>();
        node.entries("schedule").forEach((time, place) -> {
            try {
                schedule.put(LocalTime.parse(time), destination(place));
            } catch (DateTimeException e) {
                throw place.wrong("\"" + time + "\" is no time, such as \"07:30\"");
            }
        });
        return new Habits(
                node.has("style") ? node.text("style") : Habits.PLAIN,
                node.number("hears", USUAL_HEARING),
                schedule,
                node.choice("outside", "false", "true").equals("true"),
                node.number("wanders", 0),
                node.number("falls", 0));
    }

    private Place destination(PlanNode node) {
        return node.text().equals(DailyLife.OUTSIDE) ? new Place(DailyLife.OUTSIDE) : known.apply(node);
    }
}
