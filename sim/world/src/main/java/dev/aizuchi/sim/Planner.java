package dev.aizuchi.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds ways with A*; prefers the middle of passages. Ties fall alike in every run. Guarded by the world's lock.
 *
 * <p>What is left to go is estimated by the way over the empty floor, so that hardly more is searched than the way.
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
    // What one search writes, kept for the next: a cell counts as reached only where its mark is that of the search.
    private final double[] costs;
    private final int[] previous;
    private final int[] reached;
    private final int[] done;
    private final Frontier open = new Frontier();
    private int search;
    private double[] othersX = {};
    private double[] othersY = {};
    private double[] closest = {};

    Planner(Terrain terrain) {
        this.terrain = terrain;
        grid = terrain.grid();
        neighbours = new Neighbours(grid);
        costs = new double[grid.size()];
        previous = new int[grid.size()];
        reached = new int[grid.size()];
        done = new int[grid.size()];
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
        search++;
        open.clear();
        avoid(avoided, from);
        int start = grid.at(from);
        int goal = grid.at(to);
        reach(start, start, 0);
        open.add(0, start);
        while (!open.isEmpty()) {
            int cell = open.remove();
            if (cell == goal || grid.distance(cell, to.x(), to.y()) < tolerance) {
                return trace(cell, cell == goal ? to : grid.middle(cell));
            }
            if (done[cell] != search) {
                done[cell] = search;
                expand(cell, from, to, Math.min(clear, terrain.clearance(start)), ahead);
            }
        }
        return List.of();
    }

    /** Take where others stand, and how close to each one may come who is close already. */
    private void avoid(List<Point> avoided, Point from) {
        int count = avoided.size();
        if (othersX.length != count) {
            othersX = new double[count];
            othersY = new double[count];
            closest = new double[count];
        }
        for (int i = 0; i < count; i++) {
            Point other = avoided.get(i);
            othersX[i] = other.x();
            othersY[i] = other.y();
            closest[i] = Math.min(PASSING, other.distance(from) - grid.cell());
        }
    }

    private void reach(int cell, int by, double cost) {
        reached[cell] = search;
        previous[cell] = by;
        costs[cell] = cost;
    }

    private void expand(int cell, Point from, Point to, double escape, double[] ahead) {
        int count = neighbours.of(cell);
        for (int i = 0; i < count; i++) {
            int near = neighbours.cell(i);
            boolean leads = ahead[near] < Double.POSITIVE_INFINITY;
            if (done[near] == search || !(leads || terrain.clearance(near) >= escape)) {
                continue;
            }
            double cost = costs[cell] + step(near, neighbours.metres(i));
            if ((reached[near] != search || cost < costs[near]) && isFree(near, from, leads)) {
                reach(near, cell, cost);
                open.add(cost + (leads ? ahead[near] : grid.distance(near, to.x(), to.y())), near);
            }
        }
    }

    private List<Point> trace(int last, Point end) {
        Deque<Point> points = new ArrayDeque<>();
        points.addFirst(end);
        for (int cell = last; previous[cell] != cell; cell = previous[cell]) {
            if (cell != last) {
                points.addFirst(grid.middle(cell));
            }
        }
        return List.copyOf(points);
    }

    /** Tell whether a cell may be entered; around the start, also by a body that stands too close to something. */
    private boolean isFree(int cell, Point from, boolean leads) {
        boolean escaping = grid.distance(cell, from.x(), from.y()) < ESCAPE;
        if (!escaping && !leads) {
            return false;
        }
        for (int i = 0; i < othersX.length; i++) {
            if (grid.distance(cell, othersX[i], othersY[i]) < (escaping ? closest[i] : PASSING)) {
                return false;
            }
        }
        return true;
    }

    /** Count the metres to a cell, and more of them where it is narrow or close to somebody. */
    private double step(int to, double metres) {
        double factor = terrain.factor(to);
        for (int i = 0; i < othersX.length; i++) {
            double politely = Math.max(0, POLITE - grid.distance(to, othersX[i], othersY[i])) / POLITE;
            factor += Terrain.SQUEEZE_COST * politely;
        }
        return metres * factor;
    }
}
