package dev.aizuchi.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everybody stands, people and robots, for whoever must not touch them; guarded by the world's lock.
 *
 * <p>Keeps, for each robot, a list of those who may come near (Verlet 1967): all within range and a margin, found anew
 * once somebody has moved by half of the margin.
 */
final class Crowd {
    /** Metres within which a robot asks for others. */
    private static final double RANGE = Sight.RANGE;

    private static final double MARGIN = 1;

    private final People people;
    private final List<Body> robots = new ArrayList<>();
    private double[] x = {};
    private double[] y = {};
    /** Where they were when the lists were made. */
    private double[] listedX = {};

    private double[] listedY = {};
    private int[][] candidates = {};
    private int bystanders;
    private boolean outdated = true;

    Crowd(People people) {
        this.people = people;
    }

    void add(Body robot) {
        robots.add(robot);
    }

    List<Point> robots() {
        List<Point> positions = new ArrayList<>(robots.size());
        for (Body robot : robots) {
            positions.add(robot.position());
        }
        return positions;
    }

    /** Take everybody who stands in the car of a lift along with it. */
    void carry(Box from, Box to) {
        double east = to.x0() - from.x0();
        double north = to.y0() - from.y0();
        for (Body robot : robots) {
            if (holds(from, robot.position())) {
                robot.carry(east, north);
            }
        }
        for (Person person : people.all()) {
            if (holds(from, person.position())) {
                person.carry(east, north);
            }
        }
    }

    /** Tell whether somebody is in an area, or so many metres beside it. */
    boolean isWithin(Box area, double metres) {
        return Stream.concat(robots.stream().map(Body::position), people.positions().stream())
                .anyMatch(at -> area.distance(at.x(), at.y()) <= metres);
    }

    boolean hasRobot(Box area) {
        return robots.stream().anyMatch(robot -> holds(area, robot.position()));
    }

    private static boolean holds(Box area, Point at) {
        return area.contains(at.x(), at.y());
    }

    /** Take where all are now. */
    void look() {
        bystanders = people.count();
        if (x.length != bystanders + robots.size()) {
            x = new double[bystanders + robots.size()];
            y = new double[x.length];
            listedX = new double[x.length];
            listedY = new double[x.length];
            outdated = true;
        }
        for (int i = 0; i < bystanders; i++) {
            set(i, people.position(i));
        }
        for (int i = 0; i < robots.size(); i++) {
            set(bystanders + i, robots.get(i).position());
        }
    }

    /** Take where a robot has come to. */
    void moved(int robot) {
        set(bystanders + robot, robots.get(robot).position());
    }

    /** Find those other than a robot itself who are within {@link Sight#RANGE} of it: people first. */
    void around(int robot, List<Point> near) {
        near.clear();
        if (outdated) {
            list();
        }
        int self = bystanders + robot;
        for (int other : candidates[robot]) {
            if (isWithin(self, other, RANGE)) {
                near.add(
                        other < bystanders
                                ? people.position(other)
                                : robots.get(other - bystanders).position());
            }
        }
    }

    private void list() {
        candidates = new int[robots.size()][];
        int[] found = new int[x.length];
        for (int robot = 0; robot < candidates.length; robot++) {
            int self = bystanders + robot;
            int count = 0;
            for (int other = 0; other < x.length; other++) {
                if (other != self && isWithin(self, other, RANGE + MARGIN)) {
                    found[count++] = other;
                }
            }
            candidates[robot] = Arrays.copyOf(found, count);
        }
        System.arraycopy(x, 0, listedX, 0, x.length);
        System.arraycopy(y, 0, listedY, 0, y.length);
        outdated = false;
    }

    private boolean isWithin(int one, int other, double metres) {
        double dx = x[other] - x[one];
        double dy = y[other] - y[one];
        return dx * dx + dy * dy <= metres * metres;
    }

    private void set(int index, Point at) {
        x[index] = at.x();
        y[index] = at.y();
        double dx = x[index] - listedX[index];
        double dy = y[index] - listedY[index];
        // Two that come towards each other take the margin together.
        outdated |= dx * dx + dy * dy > MARGIN * MARGIN / 4;
    }
}
