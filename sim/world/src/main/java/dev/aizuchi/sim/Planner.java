package dev.aizuchi.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds ways with A*; prefers the middle of passages. Ties fall alike in every run. Guarded by the world's lock.
 *
 * <p>What is left to go is known from the way over the empty floor: nothing is searched but where others are in the
 * way, and past them it leads downhill.
 */
final class Planner {
    /** Metres from the robot's middle to what stands in the way: its radius of 0.25 m and a margin. */
    static final double CLEARANCE = 0.33;

    /** The same for a spot on which the robot is to stand, wherever in its cell of the grid that lies. */
    static final double SPOT_CLEARANCE = 0.41;

    /** The same for a person, who can turn their shoulders. */
    static final double PERSON_CLEARANCE = 0.25;

    /** Metres between the middles of two bodies that pass. */
    static final double PASSING = 0.6;

    private static final double POLITE = 1.2;
    /** How far around its start a body that stands too close to something may move off from it. */
    private static final double ESCAPE = 0.7;

    private Terrain terrain;
    private final Grid grid;
    private final Neighbours neighbours;
    private final Frontier open = new Frontier();
    private final Marks marks;
    private final double[] costs;
    private final int[] previous;
    /** What a metre into a cell counts more for others nearby. */
    private final double[] crowded;

    Planner(Terrain terrain) {
        this.terrain = terrain;
        grid = terrain.grid();
        neighbours = new Neighbours(grid);
        marks = new Marks(grid.size());
        costs = new double[grid.size()];
        previous = new int[grid.size()];
        crowded = new double[grid.size()];
    }

    /** Go by another terrain of the same floor from now on. */
    void survey(Terrain changed) {
        terrain = changed;
    }

    /**
     * Find a way by cell middles; empty when there is none.
     *
     * @param tolerance metres from the target at which the way may end; it ends on the target if that is reached
     * @param clear metres to keep from what stands in the way
     * @param avoided where others stand, who are given {@link #PASSING}
     */
    List<Point> path(Point from, Point to, double tolerance, double clear, List<Point> avoided) {
        double[] ahead = terrain.costsTo(to, tolerance, clear);
        marks.begin();
        open.clear();
        for (Point other : avoided) {
            avoid(other, from);
        }
        int start = grid.at(from);
        int goal = grid.at(to);
        if (tolerance == 0 && start != goal && factor(goal) == Double.POSITIVE_INFINITY) {
            // Somebody stands there: no use in looking everywhere for a way.
            return List.of();
        }
        reach(start, start, 0);
        open.add(0, start);
        while (!open.isEmpty()) {
            int cell = open.remove();
            if (cell == goal || grid.distance(cell, to.x(), to.y()) < tolerance) {
                return trace(cell, List.of(cell == goal ? to : grid.middle(cell)));
            }
            if (ahead[cell] < Double.POSITIVE_INFINITY && isPast(cell, ahead)) {
                return trace(cell, downhill(cell, ahead, to));
            }
            if (!marks.has(Marks.DONE, cell)) {
                marks.set(Marks.DONE, cell);
                expand(cell, from, to, Math.min(clear, terrain.clearance(start)), ahead);
            }
        }
        return List.of();
    }

    /** Give room to another: none may come within {@link #PASSING} but who stands closer already. */
    private void avoid(Point other, Point from) {
        double closest = Math.min(PASSING, other.distance(from) - grid.cell());
        int lastRow = grid.row(other.y() + POLITE);
        int firstColumn = grid.column(other.x() - POLITE);
        int lastColumn = grid.column(other.x() + POLITE);
        for (int row = grid.row(other.y() - POLITE); row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int cell = row * grid.columns() + column;
                double distance = grid.distance(cell, other.x(), other.y());
                if (distance < POLITE) {
                    boolean escaping = distance < PASSING && grid.distance(cell, from.x(), from.y()) < ESCAPE;
                    double before = marks.has(Marks.CROWDED, cell) ? crowded[cell] : 0;
                    double more = Terrain.SQUEEZE_COST * (POLITE - distance) / POLITE;
                    crowded[cell] =
                            distance < (escaping ? closest : PASSING) ? Double.POSITIVE_INFINITY : before + more;
                    marks.set(Marks.CROWDED, cell);
                }
            }
        }
    }

    /** Tell whether the way downhill from a cell stays clear of the others. */
    private boolean isPast(int from, double[] ahead) {
        int last = from;
        while (!marks.has(Marks.CROWDED | Marks.BACK, last) && ahead[last] > 0) {
            last = below(last, ahead);
        }
        if (!marks.has(Marks.CROWDED | Marks.BACK, last)) {
            return true;
        }
        for (int cell = from; cell != last; cell = below(cell, ahead)) {
            marks.set(Marks.BACK, cell);
        }
        return false;
    }

    /** Follow the costs that are left down to where they end. */
    private List<Point> downhill(int from, double[] ahead, Point to) {
        List<Point> points = new ArrayList<>();
        int cell = from;
        while (ahead[cell] > 0) {
            points.add(grid.middle(cell));
            cell = below(cell, ahead);
        }
        points.add(cell == grid.at(to) ? to : grid.middle(cell));
        return points;
    }

    private void reach(int cell, int by, double cost) {
        marks.set(Marks.REACHED, cell);
        previous[cell] = by;
        costs[cell] = cost;
    }

    private int below(int cell, double[] ahead) {
        int count = neighbours.of(cell);
        int best = cell;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            int near = neighbours.cell(i);
            double cost = ahead[near] + neighbours.metres(i) * terrain.factor(near);
            if (ahead[near] < ahead[cell] && cost < least) {
                least = cost;
                best = near;
            }
        }
        return best;
    }

    private void expand(int cell, Point from, Point to, double escape, double[] ahead) {
        int count = neighbours.of(cell);
        for (int i = 0; i < count; i++) {
            int near = neighbours.cell(i);
            boolean leads = ahead[near] < Double.POSITIVE_INFINITY;
            if (marks.has(Marks.DONE, near) || !(leads || isEscape(near, from, escape))) {
                continue;
            }
            double cost = costs[cell] + neighbours.metres(i) * factor(near);
            if (cost < (marks.has(Marks.REACHED, near) ? costs[near] : Double.POSITIVE_INFINITY)) {
                reach(near, cell, cost);
                open.add(cost + (leads ? ahead[near] : grid.distance(near, to.x(), to.y())), near);
            }
        }
    }

    /** Tell whether a body that stands too close to something may move off over a cell. */
    private boolean isEscape(int cell, Point from, double escape) {
        return terrain.clearance(cell) >= escape && grid.distance(cell, from.x(), from.y()) < ESCAPE;
    }

    /** Count a metre into a cell, and more where it is narrow or close to somebody. */
    private double factor(int cell) {
        double factor = terrain.factor(cell);
        return marks.has(Marks.CROWDED, cell) ? factor + crowded[cell] : factor;
    }

    /** Give the way that led to a cell, without its start, and what comes behind. */
    private List<Point> trace(int last, List<Point> behind) {
        Deque<Point> points = new ArrayDeque<>(behind);
        for (int cell = last; previous[cell] != cell; cell = previous[cell]) {
            if (cell != last) {
                points.addFirst(grid.middle(cell));
            }
        }
        return List.copyOf(points);
    }
}
