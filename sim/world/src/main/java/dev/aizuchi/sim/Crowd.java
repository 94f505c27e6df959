package dev.aizuchi.sim;

import java.util.ArrayList;
import java.util.List;

/** Where everybody stands, people and robots, for whoever must not touch them; guarded by the world's lock. */
final class Crowd {
    /** So many are seldom near. */
    private static final int USUAL = 12;

    private final People people;
    private final List<Body> robots = new ArrayList<>();
    private double[] x = {};
    private double[] y = {};
    private int bystanders;

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

    /** Take where all are now. */
    void look() {
        List<Point> standing = people.positions();
        bystanders = standing.size();
        if (x.length != bystanders + robots.size()) {
            x = new double[bystanders + robots.size()];
            y = new double[x.length];
        }
        for (int i = 0; i < bystanders; i++) {
            set(i, standing.get(i));
        }
        for (int i = 0; i < robots.size(); i++) {
            set(bystanders + i, robots.get(i).position());
        }
    }

    /** Take where a robot has come to. */
    void moved(int robot) {
        set(bystanders + robot, robots.get(robot).position());
    }

    /** Find those other than a robot itself who are within metres of it: people first. */
    List<Point> around(int robot, double metres) {
        int self = bystanders + robot;
        double most = metres * metres;
        List<Point> near = List.of();
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - x[self];
            double dy = y[i] - y[self];
            if (dx * dx + dy * dy <= most && i != self) {
                near = near.isEmpty() ? new ArrayList<>(USUAL) : near;
                near.add(
                        i < bystanders
                                ? people.position(i)
                                : robots.get(i - bystanders).position());
            }
        }
        return near;
    }

    private void set(int index, Point at) {
        x[index] = at.x();
        y[index] = at.y();
    }
}
