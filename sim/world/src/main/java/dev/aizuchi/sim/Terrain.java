package dev.aizuchi.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much room there is around each cell of a floor, and what it costs to come from there to wherever somebody wanted
 * to; immutable but for what it remembers, and callable from any thread.
 */
final class Terrain {
    /** From so much room on, in metres, more makes no difference. */
    static final double COMFORT = 0.6;

    static final double SQUEEZE_COST = 4;

    /** Enough for the places of a floor and the homes of its people; each takes some 100 kB. */
    private static final int MOST_KNOWN = 500;

    private static final double CELL = 0.1;
    private static final double HALF_DIAGONAL = CELL * Math.sqrt(2) / 2;

    private final Grid grid;
    private final double[] clearance;
    private final double[] factor;
    private final Map<Goal, double[]> known = new ConcurrentHashMap<>();

    /** Where a way ends, and who goes it. */
    private record Goal(Point to, double tolerance, double clear) {}

    /** Survey a floor. */
    Terrain(double width, double height, List<Box> obstacles) {
        grid = Grid.over(width, height, CELL);
        clearance = new double[grid.size()];
        factor = new double[grid.size()];
        Arrays.fill(clearance, COMFORT);
        obstacles.forEach(this::survey);
        for (int cell = 0; cell < factor.length; cell++) {
            factor[cell] = 1 + SQUEEZE_COST * (COMFORT - clearance[cell]) / COMFORT;
        }
    }

    /** Only the cells around it are nearer to it than comfort asks for. */
    private void survey(Box obstacle) {
        int lastRow = grid.row(obstacle.y1() + COMFORT);
        int firstColumn = grid.column(obstacle.x0() - COMFORT);
        int lastColumn = grid.column(obstacle.x1() + COMFORT);
        for (int row = grid.row(obstacle.y0() - COMFORT); row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int cell = row * grid.columns() + column;
                double distance = obstacle.distance((column + 0.5) * CELL, (row + 0.5) * CELL);
                clearance[cell] = Math.min(clearance[cell], distance);
            }
        }
    }

    Grid grid() {
        return grid;
    }

    /** Measure from the middle of a cell to the nearest thing in the way, in metres up to {@link #COMFORT}. */
    double clearance(int cell) {
        return clearance[cell];
    }

    /** Tell by what a metre into a cell counts more for its being narrow. */
    double factor(int cell) {
        return factor[cell];
    }

    /** Tell whether there is surely so much room around a point; where there may not be, measure. */
    boolean isClear(Point point, double radius) {
        return clearance[grid.at(point)] - HALF_DIAGONAL >= radius;
    }

    /**
     * Give what it costs from each cell to a goal where nobody is about; infinite where there is no way.
     *
     * @param tolerance metres from the goal at which the way may end
     * @param clear metres to keep from what stands in the way
     */
    double[] costsTo(Point to, double tolerance, double clear) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(new Goal(to, tolerance, clear), this::costs);
    }

    /** By Dijkstra, from the goal outwards. */
    private double[] costs(Goal goal) {
        double[] costs = new double[clearance.length];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Frontier open = new Frontier();
        int end = grid.at(goal.to);
        for (int cell = 0; cell < costs.length; cell++) {
            boolean ends = cell == end || grid.distance(cell, goal.to.x(), goal.to.y()) < goal.tolerance;
            if (ends && clearance[cell] >= goal.clear) {
                costs[cell] = 0;
                open.add(0, cell);
            }
        }
        Neighbours neighbours = new Neighbours(grid);
        while (!open.isEmpty()) {
            double cost = open.cost();
            int cell = open.remove();
            if (cost > costs[cell]) {
                continue;
            }
            int count = neighbours.of(cell);
            for (int i = 0; i < count; i++) {
                int near = neighbours.cell(i);
                double from = cost + neighbours.metres(i) * factor[cell];
                if (from < costs[near] && clearance[near] >= goal.clear) {
                    costs[near] = from;
                    open.add(from, near);
                }
            }
        }
        return costs;
    }
}
