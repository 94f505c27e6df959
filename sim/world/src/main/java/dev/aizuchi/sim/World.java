package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Simulate a floor, its people, things and robots; time passes only in {@link #step}.
 *
 * <p>The same plan, start, seed and calls at the same simulated times give the same run, however the time is cut into
 * steps. All methods may be called from any thread, {@link #step} from one at a time and not from a listener.
 */
public final class World {
    /** The length of one step of the physics; all times are rounded down to it. */
    public static final Duration TICK = Ticks.TICK;

    /** Keeps the dice of the parts apart, so that one more throw of one does not change what the others get. */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final Object lock = new Object();
    private final Object stepping = new Object();
    private final FloorPlan plan;
    private final Ticks clock;
    private final Outbox outbox = new Outbox();
    private final Floor floor;
    private final People people;
    private final Stock stock;
    private final Crowd crowd;
    private final Lifts lifts;
    private final List<Unit> units = new ArrayList<>();
    private final Dangers dangers;
    private Duration owed = Duration.ZERO;

    /**
     * Build a world in which everything is where the plan says.
     *
     * @param start what the world's clock shows at first
     * @param seed decides what is left to chance, such as how long staff take to set off
     */
    public World(FloorPlan plan, Instant start, long seed) {
        this.plan = plan;
        this.clock = new Ticks(start);
        this.floor = new Floor(plan);
        this.people = new People(floor, clock, outbox, seed);
        this.stock = new Stock(plan, clock, outbox);
        this.crowd = new Crowd(people);
        this.lifts = new Lifts(floor, crowd, clock, outbox);
        Surroundings around = new Surroundings(this, lock, clock, outbox, floor, people, stock, crowd, lifts);
        for (FloorPlan.Robot robot : plan.robots()) {
            long own = seed + (units.size() + 1) * SEED_STEP;
            units.add(new Unit(units.size(), robot, around, new Random(own)));
        }
        dangers = new Dangers(around, units, new Random(seed - SEED_STEP));
        crowd.look();
    }

    /** Give the plan on which the world was built. */
    public FloorPlan plan() {
        return plan;
    }

    /** Give the clock that this world moves; it shows the end of the last whole tick. */
    public InstantSource clock() {
        return clock;
    }

    /** Give the first robot. */
    public SimulatedRobot robot() {
        return units.get(0).robot();
    }

    /** Give all robots, in the plan's order. */
    public List<SimulatedRobot> robots() {
        return units.stream().map(Unit::robot).toList();
    }

    /** Give what endangers those on the floor. */
    public Dangers dangers() {
        return dangers;
    }

    /** Disturb the first robot. */
    public Disturbance disturb() {
        return disturb(units.get(0));
    }

    /** Choose one robot, to disturb it. */
    public Disturbance disturb(String robot) {
        return units.stream()
                .filter(unit -> unit.name().equals(robot))
                .findFirst()
                .map(this::disturb)
                .orElseThrow(() -> new IllegalArgumentException("no robot " + robot + "; there are "
                        + units.stream().map(Unit::name).toList()));
    }

    /** Call a listener for each fact, from now on, on the thread that steps the world. */
    public void onEvent(Consumer<WorldEvent> listener) {
        outbox.onEvent(listener);
    }

    /** Let time pass, in whole ticks; what is left over is kept for the next step. Listeners are called in between. */
    public void step(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards: " + time);
        }
        if (Thread.holdsLock(stepping)) {
            throw new IllegalStateException("a listener must not step the world; step it after the listener returned");
        }
        synchronized (stepping) {
            owed = owed.plus(time);
            while (owed.compareTo(TICK) >= 0) {
                owed = owed.minus(TICK);
                tick();
                outbox.deliver();
            }
        }
    }

    /** Show the world as it is now. */
    public Snapshot snapshot() {
        synchronized (lock) {
            return new Snapshot(
                    clock.instant(),
                    units.stream().map(Unit::shown).toList(),
                    people.shown(),
                    stock.items(),
                    floor.shownDoors(),
                    floor.lighting().shown(),
                    lifts.shown(),
                    List.copyOf(floor.blocked()),
                    dangers.patches());
        }
    }

    /** Give the way that the robot has planned and not yet driven; empty when it drives nowhere. */
    public List<Point> way() {
        synchronized (lock) {
            return robot().way();
        }
    }

    /** Put something large onto a place, so that nothing gets there or by. */
    public void block(Place place) {
        plan.need(place);
        synchronized (lock) {
            floor.setBlocked(place, true);
        }
    }

    /** Take away what {@link #block} put there. */
    public void unblock(Place place) {
        plan.need(place);
        synchronized (lock) {
            floor.setBlocked(place, false);
        }
    }

    /** Set a person onto a spot, on their feet; metres from the map's origin. */
    public void movePerson(String person, double x, double y) {
        if (plan.roomAt(x, y).isEmpty()) {
            throw new IllegalArgumentException("(" + x + ", " + y + ") lies in no room of the plan");
        }
        synchronized (lock) {
            person(person).put(new Point(x, y));
        }
    }

    /** Set a person onto a place, on their feet. */
    public void movePerson(String person, Place place) {
        FloorPlan.Spot spot = plan.need(place);
        movePerson(person, spot.x(), spot.y());
    }

    /** Have a person walk to a place and stay there. */
    public void sendPerson(String person, Place place) {
        plan.need(place);
        synchronized (lock) {
            people.go(person(person), place);
        }
    }

    /** Have a person point at a place; robots before whom they stand see it. */
    public void point(String person, Place place) {
        plan.need(place);
        synchronized (lock) {
            Point at = person(person).position();
            units.forEach(unit -> unit.camera().pointing(at, place));
        }
    }

    /** Have a person walk to where the plan has them first, and from there off the floor. */
    public void sendAway(String person) {
        synchronized (lock) {
            people.go(person(person), new Place(DailyLife.OUTSIDE));
        }
    }

    /** Name the people who hear a robot now, by how loud it speaks and how well they hear; walls halve it. */
    public List<String> hearers(SimulatedRobot robot) {
        synchronized (lock) {
            return people.hearers(robot.position(), robot.loudness());
        }
    }

    /** Put a lift out of order where it is, or have it work again. */
    public void setLift(String lift, boolean working) {
        synchronized (lock) {
            lifts.need(lift).setBroken(!working);
        }
    }

    /** Fill a lift with people who let nobody else in, or empty it. */
    public void fillLift(String lift, boolean full) {
        synchronized (lock) {
            lifts.need(lift).setFull(full);
        }
    }

    /** Open or close the door of a room. */
    public void setDoor(String room, boolean open) {
        synchronized (lock) {
            if (!floor.hasDoor(room)) {
                throw new IllegalArgumentException("no door at " + room + "; there are " + floor.shownDoors());
            }
            floor.setDoor(room, open);
        }
    }

    /** Let a person fall where they are; the floor's sensors tell the robot. */
    public void fall(String person) {
        synchronized (lock) {
            Person who = person(person);
            who.fall();
            tellFall(who);
        }
    }

    private void tellFall(Person person) {
        String name = person.who().name();
        outbox.add(new WorldEvent.PersonFell(clock.instant(), name));
        units.forEach(unit -> unit.senses().tell(new Percept.Fall(name)));
    }

    private void tick() {
        synchronized (lock) {
            clock.next();
            people.tick(crowd.robots()).forEach(this::tellFall);
            lifts.tick();
            crowd.look();
            dangers.tick();
            for (Unit unit : units) {
                unit.tick();
            }
        }
    }

    private Disturbance disturb(Unit unit) {
        return new Disturbance(lock, plan, unit);
    }

    private Person person(String name) {
        return people.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no person " + name + "; there are "
                        + plan.people().stream().map(FloorPlan.Person::name).toList()));
    }
}
