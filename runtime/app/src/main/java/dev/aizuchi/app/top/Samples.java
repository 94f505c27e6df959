package dev.aizuchi.app.top;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hold what was measured at a time: values by name and labels. */
public final class Samples {
    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})?\\s+(\\S+)(?:\\s+-?\\d+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    private record Sample(Map<String, String> labels, double value) {}

    private final Map<String, List<Sample>> byName = new HashMap<>();

    /**
     * Read the text format of Prometheus.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Samples parse(String text) {
        Samples samples = new Samples();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    Matcher parts = LINE.matcher(line);
                    if (!parts.matches()) {
                        throw new IllegalArgumentException("this is no line of metrics: " + line);
                    }
                    samples.add(parts.group(1), labels(parts.group(2)), number(parts.group(3)));
                });
        return samples;
    }

    void add(String name, Map<String, String> labels, double value) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(new Sample(labels, value));
    }

    /** Give the value of a name that has no labels or one set of them. */
    OptionalDouble value(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .mapToDouble(Sample::value)
                .filter(Double::isFinite)
                .findFirst();
    }

    /** Add up the values of a name by some of its labels, in the order of their texts. */
    Map<String, Double> sums(String name, String... labels) {
        Map<String, Double> sums = new TreeMap<>();
        for (Sample sample : byName.getOrDefault(name, List.of())) {
            List<String> key = new ArrayList<>();
            for (String label : labels) {
                key.add(sample.labels().getOrDefault(label, ""));
            }
            sums.merge(String.join(" ", key), sample.value(), Double::sum);
        }
        return sums;
    }

    /** Estimate a quantile of a histogram, within its bucket by proportion; empty where nothing was measured. */
    OptionalDouble quantile(String histogram, double q) {
        Map<Double, Double> upTo = new TreeMap<>();
        for (Sample bucket : byName.getOrDefault(histogram + "_bucket", List.of())) {
            upTo.merge(number(bucket.labels().getOrDefault("le", "+Inf")), bucket.value(), Double::sum);
        }
        double all = upTo.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
        double below = 0;
        double countBelow = 0;
        for (Map.Entry<Double, Double> bucket : upTo.entrySet()) {
            double count = bucket.getValue();
            if (count > countBelow && count >= q * all) {
                double share = (q * all - countBelow) / (count - countBelow);
                boolean open = bucket.getKey().isInfinite();
                return OptionalDouble.of(open ? below : below + share * (bucket.getKey() - below));
            }
            below = bucket.getKey();
            countBelow = count;
        }
        return OptionalDouble.empty();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text == null ? "" : text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
