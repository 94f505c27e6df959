package dev.aizuchi.sim;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** Finds ways over a grid with A*; prefers the middle of passages. Ties fall alike in every run. */
final class Planner {
    /** Metres from the robot's middle to what stands in the way: its radius of 0.25 m and a margin. */
    static final double CLEARANCE = 0.33;

    /** The same for a spot on which the robot is to stand, wherever in its cell of the grid that lies. */
    static final double SPOT_CLEARANCE = 0.41;

    /** The same for a person, who can turn their shoulders. */
    static final double PERSON_CLEARANCE = 0.25;

    /** Metres between the middles of two bodies that pass. */
    static final double PASSING = 0.6;

    private static final double CELL = 0.1;
    private static final double COMFORT = 0.6;
    private static final double SQUEEZE_COST = 4;
    private static final double POLITE = 1.2;
    /** How far around its start a body that stands too close to something may move off from it. */
    private static final double ESCAPE = 0.7;

    private record Open(double cost, int cell) implements Comparable<Open> {
        @Override
        public int compareTo(Open other) {
            int byCost = Double.compare(cost, other.cost);
            return byCost != 0 ? byCost : Integer.compare(cell, other.cell);
        }
    }

    private final int columns;
    private final int rows;
    private final double[] clearance;

    Planner(double width, double height) {
        columns = (int) Math.ceil(width / CELL);
        rows = (int) Math.ceil(height / CELL);
        clearance = new double[columns * rows];
    }

    /** Take in what stands in the way from now on. */
    void survey(List<Box> obstacles) {
        Arrays.fill(clearance, COMFORT);
        obstacles.forEach(this::survey);
    }

    /** Only the cells around it are nearer to it than comfort asks for. */
    private void survey(Box obstacle) {
        int firstRow = row(obstacle.y0() - COMFORT);
        int lastRow = row(obstacle.y1() + COMFORT);
        int firstColumn = column(obstacle.x0() - COMFORT);
        int lastColumn = column(obstacle.x1() + COMFORT);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int cell = row * columns + column;
                double distance = obstacle.distance((column + 0.5) * CELL, (row + 0.5) * CELL);
                clearance[cell] = Math.min(clearance[cell], distance);
            }
        }
    }

    /**
     * Find a way by cell middles; empty when there is none.
     *
     * @param tolerance metres from the target at which the way may end; it ends on the target if that is reached
     * @param clear metres to keep from what stands in the way
     * @param avoided where others stand, who are given {@link #PASSING}
     */
    List<Point> path(Point from, Point to, double tolerance, double clear, List<Point> avoided) {
        double[] costs = new double[clearance.length];
        Arrays.fill(costs, Double.MAX_VALUE);
        int[] previous = new int[clearance.length];
        boolean[] done = new boolean[clearance.length];
        PriorityQueue<Open> open = new PriorityQueue<>();
        int start = cell(from);
        int goal = cell(to);
        costs[start] = 0;
        previous[start] = start;
        open.add(new Open(0, start));
        while (!open.isEmpty()) {
            int cell = open.remove().cell();
            if (cell == goal || middle(cell).distance(to) < tolerance) {
                return trace(previous, cell, cell == goal ? to : middle(cell));
            }
            if (!done[cell]) {
                done[cell] = true;
                for (int near : neighbours(cell)) {
                    double cost = costs[cell] + step(cell, near, avoided);
                    if (!done[near] && cost < costs[near] && isFree(near, from, clear, avoided)) {
                        costs[near] = cost;
                        previous[near] = cell;
                        open.add(new Open(cost + middle(near).distance(to), near));
                    }
                }
            }
        }
        return List.of();
    }

    private List<Point> trace(int[] previous, int last, Point end) {
        Deque<Point> points = new ArrayDeque<>();
        points.addFirst(end);
        for (int cell = last; previous[cell] != cell; cell = previous[cell]) {
            if (cell != last) {
                points.addFirst(middle(cell));
            }
        }
        return List.copyOf(points);
    }

    private boolean isFree(int cell, Point from, double clear, List<Point> avoided) {
        Point middle = middle(cell);
        boolean escaping = middle.distance(from) < ESCAPE;
        double wanted = escaping ? Math.min(clear, clearance[cell(from)]) : clear;
        if (clearance[cell] < wanted) {
            return false;
        }
        for (Point body : avoided) {
            double passing = escaping ? Math.min(PASSING, body.distance(from) - CELL) : PASSING;
            if (middle.distance(body) < passing) {
                return false;
            }
        }
        return true;
    }

    /** Count metres, and more of them where it is narrow or close to somebody. */
    private double step(int from, int to, List<Point> avoided) {
        Point middle = middle(to);
        double narrow = (COMFORT - clearance[to]) / COMFORT;
        for (Point body : avoided) {
            narrow += Math.max(0, POLITE - middle.distance(body)) / POLITE;
        }
        return middle(from).distance(middle) * (1 + SQUEEZE_COST * narrow);
    }

    private int[] neighbours(int cell) {
        int column = cell % columns;
        int row = cell / columns;
        int[] found = new int[8];
        int count = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                if (x != column || y != row) {
                    found[count++] = y * columns + x;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int cell(Point point) {
        return row(point.y()) * columns + column(point.x());
    }

    private int column(double x) {
        return Math.min(columns - 1, Math.max(0, (int) (x / CELL)));
    }

    private int row(double y) {
        return Math.min(rows - 1, Math.max(0, (int) (y / CELL)));
    }

    private Point middle(int cell) {
        int row = cell / columns;
        return new Point((cell % columns + 0.5) * CELL, (row + 0.5) * CELL);
    }
}
