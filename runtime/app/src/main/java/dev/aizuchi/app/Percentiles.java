package dev.aizuchi.app;

import java.util.ArrayList;
import java.util.List;

/** Summarise measured milliseconds by nearest-rank percentiles. */
record Percentiles(int n, double p50, double p95, double p99) {

    static Percentiles of(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return new Percentiles(sorted.size(), rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
    }

    private static double rank(List<Double> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
        return Math.round(sorted.get(Math.max(0, index)) * 10) / 10.0;
    }
}
