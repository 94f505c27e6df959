package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a robot's sensors see of those around it; guarded by the world's lock. */
final class Sight {
    /** Metres within which it sees. */
    static final double RANGE = 3;

    private static final double ARRIVED = 2;
    /** A little farther than {@link #ARRIVED}, so that nobody comes and goes by shifting their weight. */
    private static final double LEFT = 2.5;

    private static final double CAUTION = 1.2;
    private static final double CAUTIOUS_SPEED = 0.3;
    private static final double BODIES = 0.5;
    private static final double SIDE_MARGIN = 0.04;
    private static final double FRONT_MARGIN = 0.1;
    private static final double COMFORTABLE_BRAKE = 0.8;

    private final Floor floor;
    private final People people;
    private final Senses senses;
    private final Set<String> present = new TreeSet<>();
    private final List<Point> seen = new ArrayList<>();
    private double range = RANGE;
    private boolean blind;

    Sight(Surroundings around, Senses senses) {
        this.floor = around.floor();
        this.people = around.people();
        this.senses = senses;
    }

    void setBlind(boolean blind) {
        this.blind = blind;
    }

    /** See no farther than so many metres, as in smoke or darkness. */
    void limit(double metres) {
        range = Math.min(RANGE, metres);
    }

    /** Tell whether a point can be seen from another now: in range, and nothing between them. */
    boolean reaches(Point from, Point to) {
        return !blind && from.distance(to) <= range && floor.sees(from, to);
    }

    /** Give where those stand whom the robot sees, people and other robots; until the next tick. */
    List<Point> others() {
        return seen;
    }

    /** Look around among those who are near, and tell who came and who left. */
    void tick(Point robot, List<Point> near) {
        seen.clear();
        if (!blind) {
            for (Point other : near) {
                if (robot.distance(other) <= range && floor.sees(robot, other)) {
                    seen.add(other);
                }
            }
        }
        if (!seen.isEmpty() || !present.isEmpty()) {
            greet(robot);
        }
    }

    private void greet(Point robot) {
        List<String> stay = new ArrayList<>();
        for (Person person : blind ? List.<Person>of() : people.seenFrom(robot, range)) {
            String name = person.who().name();
            double distance = person.position().distance(robot);
            if (distance <= ARRIVED && present.add(name)) {
                senses.tell(new Percept.PersonArrived(name));
            }
            if (distance <= LEFT) {
                stay.add(name);
            }
        }
        for (String name : List.copyOf(present)) {
            if (!stay.contains(name)) {
                present.remove(name);
                senses.tell(new Percept.PersonLeft(name));
            }
        }
    }

    /** Give the speed at which the robot can still stop before everybody in a direction, in radians from east. */
    double speedLimit(Body body, double heading) {
        double limit = Body.MAX_SPEED;
        if (seen.isEmpty()) {
            return limit;
        }
        Point here = body.position();
        double east = StrictMath.cos(heading);
        double north = StrictMath.sin(heading);
        for (Point person : seen) {
            double dx = person.x() - here.x();
            double dy = person.y() - here.y();
            double ahead = dx * east + dy * north;
            double aside = Math.abs(dy * east - dx * north);
            if (person.distance(here) < CAUTION) {
                limit = Math.min(limit, CAUTIOUS_SPEED);
            }
            if (ahead > 0 && aside < BODIES + SIDE_MARGIN) {
                double gap = Math.max(0, ahead - BODIES - FRONT_MARGIN);
                limit = Math.min(limit, Math.sqrt(2 * COMFORTABLE_BRAKE * gap));
            }
        }
        return limit;
    }
}
