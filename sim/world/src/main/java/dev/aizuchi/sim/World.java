package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Simulate a floor, its people and things and one robot; time passes only in {@link #step}.
 *
 * <p>The same plan, start, seed and calls at the same simulated times give the same run, however the time is cut into
 * steps. All methods may be called from any thread, {@link #step} from one at a time and not from a listener.
 */
public final class World {
    /** The length of one step of the physics; all times are rounded down to it. */
    public static final Duration TICK = Ticks.TICK;

    private final Object lock = new Object();
    private final Object stepping = new Object();
    private final FloorPlan plan;
    private final Ticks clock;
    private final Outbox outbox = new Outbox();
    private final Floor floor;
    private final People people;
    private final Stock stock;
    private final Body body;
    private final Sight sight;
    private final Arm arm;
    private final Acts acts;
    private final SimulatedRobot robot;
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
        this.people = new People(floor, clock, outbox, new Random(seed));
        this.stock = new Stock(plan, clock, outbox);
        this.body = new Body(floor, spot(plan.dock()));
        this.sight = new Sight(people, outbox);
        this.arm = new Arm(floor, people, stock, body);
        this.acts = new Acts(floor, people, arm, body, sight, clock, outbox);
        this.robot = new SimulatedRobot(lock, clock, outbox, floor, body, acts);
    }

    /** Give the plan on which the world was built. */
    public FloorPlan plan() {
        return plan;
    }

    /** Give the clock that this world moves; it shows the end of the last whole tick. */
    public InstantSource clock() {
        return clock;
    }

    /** Give the one robot. */
    public SimulatedRobot robot() {
        return robot;
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
                    robot.measured(),
                    robot.isCharging(),
                    acts.shown(),
                    people.shown(),
                    stock.items(),
                    floor.shownDoors(),
                    floor.shownLamps(),
                    List.copyOf(floor.blocked()));
        }
    }

    /** Put something large onto a place, so that nothing gets there or by. */
    public void block(Place place) {
        spot(place);
        synchronized (lock) {
            floor.setBlocked(place, true);
        }
    }

    /** Take away what {@link #block} put there. */
    public void unblock(Place place) {
        spot(place);
        synchronized (lock) {
            floor.setBlocked(place, false);
        }
    }

    /** Break something. */
    public void fault(Fault fault) {
        set(fault, true);
    }

    /** Make a fault good. */
    public void repair(Fault fault) {
        set(fault, false);
    }

    /** Press the robot's emergency stop: it stops, latches, and takes no resume until the button is released. */
    public void pressEmergencyStop() {
        synchronized (lock) {
            robot.pressEmergencyStop(true);
        }
    }

    /** Release the emergency stop; the robot stays latched until it is resumed. */
    public void releaseEmergencyStop() {
        synchronized (lock) {
            robot.pressEmergencyStop(false);
        }
    }

    /** Set the robot's charge, from 0 to 1. */
    public void setBattery(double charge) {
        if (!(charge >= 0 && charge <= 1)) {
            throw new IllegalArgumentException("charge must be from 0 to 1, but is " + charge);
        }
        synchronized (lock) {
            body.setBattery(charge);
        }
    }

    /** Set the robot onto a place; for the beginning of a scenario. */
    public void moveRobot(Place place) {
        FloorPlan.Spot spot = spot(place);
        synchronized (lock) {
            body.place(spot);
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
        FloorPlan.Spot spot = spot(place);
        movePerson(person, spot.x(), spot.y());
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
            person(person).fall();
            outbox.add(new Percept.Fall(person));
        }
    }

    private void tick() {
        synchronized (lock) {
            clock.next();
            people.tick(body.position());
            sight.tick(body.position());
            robot.tick(people.positions());
        }
    }

    private void set(Fault fault, boolean broken) {
        synchronized (lock) {
            switch (fault) {
                case STUCK_WHEEL -> body.setStuck(broken);
                case WEAK_GRIPPER -> arm.setWeak(broken);
                case FROZEN_STATE -> robot.setFrozen(broken);
                case BLIND -> sight.setBlind(broken);
            }
        }
    }

    private FloorPlan.Spot spot(Place place) {
        return plan.spot(place)
                .orElseThrow(() -> new IllegalArgumentException("no place " + place.name() + "; there are "
                        + plan.places().stream()
                                .map(spot -> spot.place().name())
                                .toList()));
    }

    private Person person(String name) {
        return people.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no person " + name + "; there are "
                        + plan.people().stream().map(FloorPlan.Person::name).toList()));
    }
}
