package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.hazard.Hazards;
import dev.aizuchi.sim.hazard.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Endanger those on a floor: gas, fire with smoke, water, rubble and darkness, which spread second by second; callable
 * from any thread.
 */
public final class Dangers {
    private static final long STEP = Ticks.in(Duration.ofSeconds(1));
    private static final long SHORTEST_CREAK = Ticks.in(Duration.ofSeconds(5));
    private static final int CREAK_SPREAD = (int) Ticks.in(Duration.ofSeconds(10));
    /** Metres from which a building is heard creaking. */
    private static final double HEARD = 8;

    private final Surroundings around;
    private final List<Unit> units;
    private final Random random;
    private final List<Collapse> collapses = new ArrayList<>();
    private @Nullable Hazards hazards;
    private long surveyed;
    private boolean ever;

    private record Collapse(FloorPlan.Spot spot, long tick) {}

    Dangers(Surroundings around, List<Unit> units, Random random) {
        this.around = around;
        this.units = units;
        this.random = random;
    }

    /** Let gas out at a place: so many percent of the lower explosive limit a second into half a metre; 0 closes it. */
    public void leakGas(Place place, double lelPercentASecond) {
        require(lelPercentASecond);
        FloorPlan.Spot spot = begin(place, "gas");
        synchronized (around.lock()) {
            hazards().leak(spot.x(), spot.y(), lelPercentASecond);
        }
    }

    /** Set fire to a place; it spreads, smokes and heats. */
    public void ignite(Place place) {
        FloorPlan.Spot spot = begin(place, "fire");
        synchronized (around.lock()) {
            hazards().ignite(spot.x(), spot.y());
        }
    }

    /** Put all fire out; smoke and heat go by themselves. */
    public void quench() {
        synchronized (around.lock()) {
            hazards().quench();
        }
    }

    /** Let litres of water a second in at a place; 0 stops it, and what came stays. */
    public void flood(Place place, double litresASecond) {
        require(litresASecond);
        FloorPlan.Spot spot = begin(place, "water");
        synchronized (around.lock()) {
            hazards().flood(spot.x(), spot.y(), litresASecond);
        }
    }

    /** Let the building creak over a place and, 5 to 15 s later, come down there: the place is blocked from then on. */
    public void collapse(Place place) {
        FloorPlan.Spot spot = begin(place, "rubble");
        synchronized (around.lock()) {
            collapses.add(new Collapse(spot, around.clock().count() + SHORTEST_CREAK + random.nextInt(CREAK_SPREAD)));
            tell(spot, "creaking");
        }
    }

    /** Make a room so dark that little is seen, or light again by itself; a lamp that is on lights it. */
    public void setDark(String room, boolean dark) {
        synchronized (around.lock()) {
            around.floor().lighting().setDark(room, dark);
            ever = true;
        }
    }

    /** Cut the power, or bring it back: without it every room is dark, and no lamp lights. */
    public void setPower(boolean on) {
        synchronized (around.lock()) {
            around.floor().lighting().setPower(on);
            ever = true;
        }
    }

    /** Tell what there is at a spot, in metres from the map's origin. */
    public Reading at(double x, double y) {
        synchronized (around.lock()) {
            Hazards known = hazards;
            return known == null ? Reading.CALM : known.at(x, y);
        }
    }

    List<Hazards.Patch> patches() {
        Hazards known = hazards;
        return known == null ? List.of() : known.patches();
    }

    void tick() {
        collapses.removeIf(this::comesDown);
        if (around.clock().count() % STEP != 0) {
            return;
        }
        Hazards known = hazards;
        if (known != null) {
            if (surveyed != around.floor().version()) {
                survey(known);
            }
            known.step();
            around.people().all().forEach(person -> harm(person, known));
        }
        for (Unit unit : units) {
            Point at = unit.body().position();
            unit.read(
                    known == null ? Reading.CALM : known.at(at.x(), at.y()),
                    ever && around.floor().lighting().isDark(at));
        }
    }

    private boolean comesDown(Collapse collapse) {
        if (collapse.tick > around.clock().count()) {
            return false;
        }
        FloorPlan.Spot spot = collapse.spot;
        tell(spot, "collapsing");
        for (Person person : around.people().all()) {
            if (Floor.blockage(spot.point())
                    .contains(person.position().x(), person.position().y())) {
                around.people().hurt(person, "rubble");
            }
        }
        for (Unit unit : units) {
            if (Floor.blockage(spot.point())
                    .contains(unit.body().position().x(), unit.body().position().y())) {
                unit.robot().ruin("it is buried");
            }
        }
        around.floor().setBlocked(spot.place(), true);
        return true;
    }

    private void harm(Person person, Hazards known) {
        Reading reading = known.at(person.position().x(), person.position().y());
        if (!person.isFallen() && (reading.burning() || reading.celsius() >= Person.UNBEARABLE)) {
            around.people().hurt(person, "heat");
        }
    }

    private void tell(FloorPlan.Spot spot, String state) {
        for (Unit unit : units) {
            Point at = unit.body().position();
            if (at.distance(spot.point()) <= HEARD && around.floor().isOnOneStorey(at, spot.point())) {
                unit.gauges().structure(state);
            }
        }
    }

    private FloorPlan.Spot begin(Place place, String kind) {
        FloorPlan.Spot spot = around.floor().plan().need(place);
        around.outbox().add(new WorldEvent.HazardBegan(around.clock().instant(), kind, place));
        return spot;
    }

    private Hazards hazards() {
        Hazards known = hazards;
        if (known == null) {
            FloorPlan plan = around.floor().plan();
            known = new Hazards(
                    plan.width(),
                    plan.height(),
                    (x, y) -> plan.furniture().stream()
                            .anyMatch(thing -> thing.area().contains(x, y)),
                    random);
            survey(known);
            hazards = known;
        }
        return known;
    }

    private void survey(Hazards known) {
        surveyed = around.floor().version();
        known.survey((x0, y0, x1, y1) -> !around.floor().sees(new Point(x0, y0), new Point(x1, y1)));
    }

    private static void require(double amount) {
        if (!(amount >= 0 && amount <= 1000)) {
            throw new IllegalArgumentException("must be from 0 to 1000, but is " + amount);
        }
    }
}
