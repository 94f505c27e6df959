package dev.aizuchi.testkit.evaluation;

import java.util.stream.DoubleStream;

/** Summarise measured values by nearest-rank percentiles; NaN where there are none. */
public record Percentiles(int n, double p50, double p95, double p99) {

    /** Summarise the values that are numbers. */
    public static Percentiles of(DoubleStream values) {
        double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
        return new Percentiles(sorted.length, rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
    }

    private static double rank(double[] sorted, int percent) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
