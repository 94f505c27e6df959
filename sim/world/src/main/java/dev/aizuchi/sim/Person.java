package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person: where they are and where they walk; guarded by the world's lock. */
final class Person {
    private static final double SPEED = 1.0;
    private static final double ARRIVED = 1.0;
    private static final long STAY_TICKS = Ticks.in(Duration.ofSeconds(60));
    private static final int REPLAN_TICKS = 25;
    private static final double LOOK_AHEAD = 2.5;
    private static final double TOUCH = 0.53;

    /** Degrees Celsius of the air in which nobody stays on their feet. */
    static final double UNBEARABLE = 60;

    /** So far off that nobody sees or hears who is there. */
    private static final Point OUTSIDE = new Point(-1000, -1000);

    /** Somewhere to go, after a while; {@code arrived} is called there. */
    record Errand(Place place, Point target, long delayTicks, Runnable arrived) {}

    private final FloorPlan.Person who;
    private final Floor floor;
    private final Climb climb;
    private final Point entrance;
    private Point home;
    private final Deque<Errand> errands = new ArrayDeque<>();
    private Point position;
    private boolean fallen;
    private List<Point> path = List.of();
    private int reached;
    private @Nullable Errand errand;
    private long waiting;
    private long walkedTicks;

    Person(FloorPlan.Person who, Floor floor) {
        this.who = who;
        this.floor = floor;
        this.climb = new Climb(floor.plan());
        this.entrance = new Point(who.x(), who.y());
        this.home = entrance;
        this.position = who.habits().outside() ? OUTSIDE : home;
    }

    FloorPlan.Person who() {
        return who;
    }

    Point position() {
        return position;
    }

    boolean isFallen() {
        return fallen;
    }

    /** Tell whether the person is not on the floor. */
    boolean isOutside() {
        return position.equals(OUTSIDE);
    }

    /** Go somewhere and stay; from outside by way of where the plan has them come in. */
    void settle(Place place, Point there) {
        if (isOutside()) {
            position = entrance;
        }
        home = there;
        send(new Errand(place, there, 0, () -> {}));
    }

    /** Go back to where they came in, and from there off the floor. */
    void leave() {
        home = entrance;
        send(new Errand(new Place(DailyLife.OUTSIDE), entrance, 0, () -> position = OUTSIDE));
    }

    /** Tell whether nobody waits for them; on the way home they can be called again. */
    boolean isIdle() {
        return errands.isEmpty() && (errand == null || errand.target().equals(home));
    }

    /** Go somewhere after all that was asked before. */
    void send(Errand next) {
        if (isIdle()) {
            errand = null;
        }
        errands.add(next);
    }

    /** Stand somewhere else at once, on one's feet, and forget all errands. */
    void put(Point there) {
        position = there;
        fallen = false;
        errand = null;
        errands.clear();
        climb.giveUp();
    }

    /** Take the person along, as the car of a lift does; what they are about to do they do there. */
    void carry(double east, double north) {
        position = new Point(position.x() + east, position.y() + north);
        path = List.of();
    }

    void fall() {
        put(position);
        fallen = true;
    }

    boolean isWalking() {
        return errand != null && waiting == 0 && !path.isEmpty();
    }

    void tick(List<Point> robots) {
        if (errand == null) {
            errand = errands.poll();
            if (errand == null) {
                return;
            }
            waiting = errand.delayTicks();
            path = List.of();
        }
        if (climb.isUnderWay()) {
            climb.tick().ifPresent(this::step);
        } else if (waiting > 0) {
            waiting--;
        } else if (position.distance(errand.target()) <= ARRIVED && floor.sees(position, errand.target())) {
            arrive(errand);
        } else {
            climb.towards(position, errand.target()).ifPresent(next -> walk(next, robots));
            climb.begin(position, errand.target());
        }
    }

    /** Step off the stairs. */
    private void step(Point top) {
        position = top;
        path = List.of();
    }

    private void arrive(Errand done) {
        done.arrived().run();
        errand = null;
        if (errands.isEmpty() && !done.target().equals(home)) {
            errands.add(new Errand(done.place(), home, STAY_TICKS, () -> {}));
        }
    }

    private void walk(Point target, List<Point> robots) {
        walkedTicks++;
        boolean look = walkedTicks % REPLAN_TICKS == 0 && isNear(robots);
        if (look || reached >= path.size()) {
            path = floor.planner().path(position, target, ARRIVED, Planner.PERSON_CLEARANCE, near(robots));
            reached = 0;
            if (path.isEmpty()) {
                waiting = REPLAN_TICKS;
                return;
            }
        }
        Point next = position.towards(path.get(reached), SPEED * Ticks.SECONDS);
        if (runsInto(robots, next)) {
            // Let the robot pass, then look for another way.
            path = List.of();
            waiting = REPLAN_TICKS;
        } else {
            position = next;
            reached += next.equals(path.get(reached)) ? 1 : 0;
        }
    }

    private boolean runsInto(List<Point> robots, Point next) {
        for (Point robot : robots) {
            double distance = next.distance(robot);
            if (distance < TOUCH && distance < position.distance(robot)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNear(List<Point> robots) {
        for (Point robot : robots) {
            if (position.distance(robot) < LOOK_AHEAD) {
                return true;
            }
        }
        return false;
    }

    private List<Point> near(List<Point> robots) {
        return robots.stream()
                .filter(robot -> position.distance(robot) < LOOK_AHEAD)
                .toList();
    }
}
