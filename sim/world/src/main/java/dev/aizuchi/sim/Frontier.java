package dev.aizuchi.sim;

import java.util.Arrays;

/**
 * Hold the open cells of a search, the cheapest first and of equal ones the first cell.
 *
 * <p>A bucket queue (Dial 1969) whose first bucket is a binary heap: a search that never goes back to a lower cost, as
 * A* and Dijkstra's do, appends what comes later without looking at it, and never sorts what it does not get to.
 */
final class Frontier {
    /** A tenth of what a step costs, so that few share a bucket. */
    private static final double WIDTH = 0.01;

    private static final int NONE = -1;

    /** The bucket that is being emptied, as a heap. */
    private double[] costs = new double[64];

    private int[] cells = new int[64];
    private int size;

    /** What lies in later buckets, each a list that is linked by {@code next}. */
    private double[] laterCosts = new double[1024];

    private int[] laterCells = new int[1024];
    private int[] next = new int[1024];
    private int[] first = new int[256];
    private int later;
    private int waiting;
    private int bucket;
    private int lastBucket = NONE;

    Frontier() {
        Arrays.fill(first, NONE);
    }

    void clear() {
        if (bucket < lastBucket) {
            Arrays.fill(first, bucket + 1, lastBucket + 1, NONE);
        }
        size = 0;
        later = 0;
        waiting = 0;
        bucket = 0;
        lastBucket = NONE;
    }

    boolean isEmpty() {
        return size == 0 && waiting == 0;
    }

    /** Take a cell in; {@code cost} is not below 0. */
    void add(double cost, int cell) {
        int into = (int) (cost / WIDTH);
        if (isEmpty()) {
            bucket = Math.max(bucket, into);
        }
        if (into <= bucket) {
            push(cost, cell);
            return;
        }
        if (into >= first.length) {
            int known = first.length;
            first = Arrays.copyOf(first, Math.max(2 * known, into + 1));
            Arrays.fill(first, known, first.length, NONE);
        }
        if (later == laterCells.length) {
            laterCosts = Arrays.copyOf(laterCosts, 2 * later);
            laterCells = Arrays.copyOf(laterCells, 2 * later);
            next = Arrays.copyOf(next, 2 * later);
        }
        laterCosts[later] = cost;
        laterCells[later] = cell;
        next[later] = first[into];
        first[into] = later++;
        waiting++;
        lastBucket = Math.max(lastBucket, into);
    }

    /** Give what the first cell costs. */
    double cost() {
        open();
        return costs[0];
    }

    /** Take the first cell out. */
    int remove() {
        open();
        int taken = cells[0];
        size--;
        sink(costs[size], cells[size]);
        return taken;
    }

    /** Go on to the first bucket in which there is something. */
    private void open() {
        while (size == 0) {
            bucket++;
            for (int entry = first[bucket]; entry != NONE; entry = next[entry]) {
                push(laterCosts[entry], laterCells[entry]);
                waiting--;
            }
            first[bucket] = NONE;
        }
    }

    private void push(double cost, int cell) {
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

    private void sink(double cost, int cell) {
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
    }

    private boolean isBefore(double cost, int cell, int other) {
        return cost < costs[other] || (cost == costs[other] && cell < cells[other]);
    }

    private void move(int from, int to) {
        costs[to] = costs[from];
        cells[to] = cells[from];
    }
}
