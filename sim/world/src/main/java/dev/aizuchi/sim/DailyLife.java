package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What one person does of their own accord, second by second: by the clock, at a whim, or by mishap. */
final class DailyLife {
    /** Where on a floor's schedule somebody goes who leaves it. */
    static final String OUTSIDE = "outside";

    private static final double SECONDS_AN_HOUR = 3600;
    /** Metres beside a robot's spot, so that nobody stands on it. */
    private static final double ASIDE = 0.9;

    private static final int DIRECTIONS = 8;

    private final Person person;
    private final FloorPlan.Habits habits;
    private final Floor floor;
    private final Random random;
    private LocalTime before;

    /** What a person is about to do. */
    enum Mishap {
        NONE,
        FALL
    }

    DailyLife(Person person, Floor floor, LocalTime now, Random random) {
        this.person = person;
        this.habits = person.who().habits();
        this.floor = floor;
        this.random = random;
        this.before = now;
    }

    /** Let a second pass. */
    Mishap tick(LocalTime now) {
        Optional<Place> due = due(now);
        before = now;
        if (person.isFallen()) {
            return Mishap.NONE;
        }
        due.ifPresent(this::go);
        if (person.isOutside()) {
            return Mishap.NONE;
        }
        if (happens(habits.wanders()) && person.isIdle()) {
            List<FloorPlan.Spot> places = floor.plan().places();
            FloorPlan.Spot spot = places.get(random.nextInt(places.size()));
            person.send(new Person.Errand(spot.place(), beside(spot), 0, () -> {}));
        }
        return happens(habits.falls()) ? Mishap.FALL : Mishap.NONE;
    }

    /** Go somewhere to stay, or leave the floor. */
    void go(Place place) {
        if (place.name().equals(OUTSIDE)) {
            person.leave();
        } else {
            FloorPlan.Spot spot = floor.plan().need(place);
            person.settle(place, beside(spot));
        }
    }

    private Optional<Place> due(LocalTime now) {
        List<Place> passed = new ArrayList<>();
        habits.schedule().forEach((time, place) -> {
            boolean overMidnight = now.isBefore(before);
            boolean after = time.isAfter(before);
            boolean until = !time.isAfter(now);
            if (overMidnight ? after || until : after && until) {
                passed.add(place);
            }
        });
        return passed.isEmpty() ? Optional.empty() : Optional.of(passed.get(passed.size() - 1));
    }

    private boolean happens(double timesAnHour) {
        return timesAnHour > 0 && random.nextDouble() < timesAnHour / SECONDS_AN_HOUR;
    }

    /** Choose a free spot beside a place, of a few so that the ways to them are known soon. */
    private Point beside(FloorPlan.Spot spot) {
        int first = random.nextInt(DIRECTIONS);
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * ((first + i) % DIRECTIONS) / DIRECTIONS;
            Point at = new Point(spot.x() + ASIDE * StrictMath.cos(angle), spot.y() + ASIDE * StrictMath.sin(angle));
            if (floor.isClear(at, Planner.PERSON_CLEARANCE) && floor.sees(spot.point(), at)) {
                return at;
            }
        }
        return spot.point();
    }
}
