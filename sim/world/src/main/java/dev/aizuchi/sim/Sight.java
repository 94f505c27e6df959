package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the robot's sensors see of the people around it; guarded by the world's lock. */
final class Sight {
    private static final double RANGE = 3;
    private static final double ARRIVED = 2;
    /** A little farther than {@link #ARRIVED}, so that nobody comes and goes by shifting their weight. */
    private static final double LEFT = 2.5;

    private static final double CAUTION = 1.2;
    private static final double CAUTIOUS_SPEED = 0.3;
    private static final double BODIES = 0.5;
    private static final double SIDE_MARGIN = 0.04;
    private static final double FRONT_MARGIN = 0.1;
    private static final double COMFORTABLE_BRAKE = 0.8;

    private final People people;
    private final Outbox outbox;
    private final Set<String> present = new TreeSet<>();
    private List<Point> seen = List.of();
    private boolean blind;

    Sight(People people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    void setBlind(boolean blind) {
        this.blind = blind;
    }

    /** Give where those stand whom the robot sees. */
    List<Point> people() {
        return seen;
    }

    /** Look around, and tell who came and who left. */
    void tick(Point robot) {
        List<Person> around = blind ? List.of() : people.seenFrom(robot, RANGE);
        if (around.isEmpty() && present.isEmpty()) {
            seen = List.of();
            return;
        }
        seen = around.stream().map(Person::position).toList();
        List<String> stay = new ArrayList<>();
        for (Person person : around) {
            String name = person.who().name();
            double distance = person.position().distance(robot);
            if (distance <= ARRIVED && present.add(name)) {
                outbox.add(new Percept.PersonArrived(name));
            }
            if (distance <= LEFT) {
                stay.add(name);
            }
        }
        for (String name : List.copyOf(present)) {
            if (!stay.contains(name)) {
                present.remove(name);
                outbox.add(new Percept.PersonLeft(name));
            }
        }
    }

    /** Give the speed at which the robot can still stop before everybody in front of it. */
    double speedLimit(Body body) {
        return speedLimit(body, body.heading());
    }

    /** Give the speed at which the robot can still stop before everybody in a direction, in radians from east. */
    double speedLimit(Body body, double heading) {
        double limit = Body.MAX_SPEED;
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
