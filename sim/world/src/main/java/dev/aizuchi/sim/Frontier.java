package dev.aizuchi.sim;

import java.util.Arrays;

/**
 * Hold the open cells of a search, the cheapest first and of equal ones the first cell; a binary heap without boxes.
 */
final class Frontier {
    private double[] costs = new double[256];
    private int[] cells = new int[256];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(double cost, int cell) {
        if (size == cells.length) {
            costs = Arrays.copyOf(costs, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!isBefore(cost, cell, parent)) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        costs[at] = cost;
        cells[at] = cell;
    }

    /** Give what the first cell costs. */
    double cost() {
        return costs[0];
    }

    /** Take the first cell out. */
    int remove() {
        int first = cells[0];
        size--;
        double cost = costs[size];
        int cell = cells[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(costs[child + 1], cells[child + 1], child)) {
                child++;
            }
            if (isBefore(cost, cell, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        costs[at] = cost;
        cells[at] = cell;
        return first;
    }

    private boolean isBefore(double cost, int cell, int other) {
        return cost < costs[other] || (cost == costs[other] && cell < cells[other]);
    }

    private void move(int from, int to) {
        costs[to] = costs[from];
        cells[to] = cells[from];
    }
}
