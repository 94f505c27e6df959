package dev.aizuchi.sim;

import java.util.List;
import java.util.Random;

/**
 * A robot's wheels, bumper and battery, with acceleration limits; guarded by the world's lock.
 *
 * <p>Each tick, one of {@link #drive}, {@link #glide} or {@link #brake} says what the wheels aim at, then {@link #move}
 * moves them.
 */
final class Body {
    static final double RADIUS = 0.25;
    static final double MAX_SPEED = 0.8;
    static final double MAX_TURN = 1.5;

    private static final double SPEED_UP = 0.5;
    private static final double SLOW_DOWN = 1.0;
    /** Metres a second squared: 0.8 m/s to 0 in seven ticks, 140 ms. */
    private static final double BRAKE = 6;

    private static final double TURN_UP = 3;
    private static final double TURN_BRAKE = 12;
    private static final double PERSON_RADIUS = 0.25;

    /** The least of its way that a slipping wheel makes. */
    private static final double LEAST_GRIP = 0.6;

    private final Floor floor;
    private final Drive drive;
    private final Random random;
    private final Motors motors = new Motors();
    private Point position;
    private double heading;
    /** Where the robot moves to, in radians from east; with two wheels, where it looks. */
    private double course;

    private double aimedCourse;
    private double speed;
    private double turn;
    private double aimedSpeed;
    private double aimedTurn;
    private boolean braking;
    private boolean touching;
    private boolean stuck;
    private boolean slipping;
    private int stalledTicks;
    private final Battery battery = new Battery();
    private double pace = 1;

    Body(Floor floor, FloorPlan.Robot who, Random random) {
        this.floor = floor;
        this.drive = who.drive();
        this.random = random;
        place(who.dock());
    }

    Drive wheels() {
        return drive;
    }

    Motors motors() {
        return motors;
    }

    Point position() {
        return position;
    }

    /** Give the heading in radians counter-clockwise from east, not wrapped. */
    double heading() {
        return heading;
    }

    double speed() {
        return speed;
    }

    double battery() {
        return battery.charge();
    }

    boolean stands() {
        return speed == 0 && turn == 0;
    }

    void setBattery(double charge) {
        battery.set(charge);
    }

    /** Take a part of the full speed, above 0 and up to 1, for what is driven from now on. */
    void setPace(double part) {
        pace = part;
    }

    /** Give the speed that the robot may have now, in metres a second. */
    double topSpeed() {
        return MAX_SPEED * pace;
    }

    void setStuck(boolean stuck) {
        this.stuck = stuck;
    }

    void setSlipping(boolean isSlipping) {
        slipping = isSlipping;
    }

    void place(FloorPlan.Spot spot) {
        position = spot.point();
        heading = Math.toRadians(spot.headingDeg());
        course = heading;
        speed = 0;
        turn = 0;
    }

    /** Take the robot along, as the car of a lift does. */
    void carry(double east, double north) {
        position = new Point(position.x() + east, position.y() + north);
    }

    /** Give for how many ticks on end the wheels have been told to turn and did not. */
    int stalledTicks() {
        return stalledTicks;
    }

    /**
     * Aim at a speed and a turning rate, in metres and radians a second, backwards below 0; {@code hard} slows at the
     * braking limit.
     */
    void drive(double newSpeed, double newTurn, boolean hard) {
        aimedSpeed = newSpeed;
        aimedTurn = newTurn;
        aimedCourse = heading;
        braking = hard;
    }

    /** Aim at moving on a course, in radians from east, wherever the robot looks; for wheels that roll every way. */
    void glide(double newCourse, double newSpeed, double newTurn, boolean hard) {
        drive(newSpeed, newTurn, hard);
        aimedCourse = newCourse;
    }

    /** Aim at standing, as fast as the brakes can. */
    void brake() {
        drive(0, 0, true);
        if (stands()) {
            stalledTicks = 0;
        }
    }

    /** Move for one tick; tell whether the bumper has been touched anew. */
    boolean move(List<Point> people) {
        double down = braking ? BRAKE : SLOW_DOWN;
        boolean faster = Math.abs(aimedSpeed) > Math.abs(speed);
        double change = (faster ? SPEED_UP : down) * Ticks.SECONDS;
        if (drive == Drive.OMNI) {
            steer(change);
        } else {
            speed = approach(speed, aimedSpeed, change);
        }
        turn = approach(turn, aimedTurn, (braking ? TURN_BRAKE : TURN_UP) * Ticks.SECONDS);
        if (stuck) {
            stalledTicks = aimedSpeed != 0 || aimedTurn != 0 ? stalledTicks + 1 : 0;
            speed = 0;
            turn = 0;
        } else {
            stalledTicks = 0;
        }
        heading += turn * Ticks.SECONDS;
        course = drive == Drive.OMNI ? course : heading;
        motors.tick(speed, stalledTicks > 0);
        boolean bumps = roll(people);
        boolean touched = bumps || depth(position, people) > 0;
        boolean anew = touched && !touching;
        touching = touched;
        return anew;
    }

    /** Bring speed and course together nearer to those aimed at. */
    private void steer(double most) {
        if (speed == 0 && aimedSpeed == 0) {
            return;
        }
        double east = speed * StrictMath.cos(course);
        double north = speed * StrictMath.sin(course);
        double moreEast = aimedSpeed * StrictMath.cos(aimedCourse) - east;
        double moreNorth = aimedSpeed * StrictMath.sin(aimedCourse) - north;
        double whole = Math.sqrt(moreEast * moreEast + moreNorth * moreNorth);
        if (whole <= most) {
            speed = aimedSpeed;
            course = aimedCourse;
        } else {
            east += moreEast * most / whole;
            north += moreNorth * most / whole;
            speed = Math.sqrt(east * east + north * north);
            course = StrictMath.atan2(north, east);
        }
    }

    /** Go on by the way of one tick, unless something is there; tell whether it is. */
    private boolean roll(List<Point> people) {
        double grip = slipping ? LEAST_GRIP + (1 - LEAST_GRIP) * random.nextDouble() : 1;
        double way = speed * Ticks.SECONDS * grip;
        if (way == 0) {
            return false;
        }
        // StrictMath gives the same run on every machine.
        Point next =
                new Point(position.x() + way * StrictMath.cos(course), position.y() + way * StrictMath.sin(course));
        double depth = depth(next, people);
        // Whoever stands too close already must be able to move off.
        if (depth > 0 && depth > depth(position, people)) {
            speed = 0;
            return true;
        }
        position = next;
        return false;
    }

    /** Use or fill the battery for one tick. */
    void charge(boolean docked) {
        battery.tick(Math.abs(speed) * Ticks.SECONDS, docked);
    }

    /** Measure how deep the robot at a point would stand in something, in metres; not above 0 when it is free. */
    private double depth(Point point, List<Point> people) {
        double depth = floor.isClear(point, RADIUS) ? 0 : RADIUS - floor.clearance(point);
        for (Point person : people) {
            depth = Math.max(depth, RADIUS + PERSON_RADIUS - person.distance(point));
        }
        return depth;
    }

    private static double approach(double value, double target, double most) {
        double change = target - value;
        return Math.abs(change) <= most ? target : value + Math.copySign(most, change);
    }
}
