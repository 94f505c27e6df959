package dev.aizuchi.testkit.evaluation;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Take percentiles by nearest rank. */
final class Percentile {
    private Percentile() {}

    /** Give p50, p95 and p99 of the values that are numbers; NaN when none is. */
    static List<Double> usual(DoubleStream values) {
        double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
        return Stream.of(50, 95, 99)
                .map(percent -> sorted.length == 0
                        ? Double.NaN
                        : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)])
                .toList();
    }
}
