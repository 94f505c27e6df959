package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.testkit.noise.HeardSentence;
import dev.aizuchi.testkit.scenario.Played;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hold what came of a suite of scenarios, and the figures that follow.
 *
 * @param played each run, by scenario and seed; a scenario that was not begun is missing
 */
public record SuiteReport(List<Played> played) {
    /** Of a normal distribution, 95 % lie within so many standard deviations. */
    private static final double Z = 1.959964;

    public SuiteReport {
        played = List.copyOf(played);
    }

    /**
     * A share with the interval in which the true one lies with 95 % (Wilson 1927).
     *
     * @param right runs that went as they should
     * @param of runs
     */
    public record Share(int right, int of) {
        /** Give the share; NaN of none. */
        public double value() {
            return of == 0 ? Double.NaN : (double) right / of;
        }

        /** Give the lower end. */
        public double low() {
            return centre() - spread();
        }

        /** Give the upper end. */
        public double high() {
            return centre() + spread();
        }

        private double centre() {
            return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
        }

        private double spread() {
            return Z * Math.sqrt(value() * (1 - value()) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
        }
    }

    /** Give the share of runs that went as they should, known failures among them. */
    public Share right() {
        return share(played);
    }

    /** Give the same by tag, floor among them, in the order of the alphabet. */
    public Map<String, Share> byTag() {
        Map<String, List<Played>> byTag = new TreeMap<>();
        for (Played one : played) {
            byTag.computeIfAbsent("floor:" + one.scenario().floor(), tag -> new ArrayList<>())
                    .add(one);
            one.scenario()
                    .tags()
                    .forEach(tag -> byTag.computeIfAbsent(tag, none -> new ArrayList<>())
                            .add(one));
        }
        Map<String, Share> shares = new TreeMap<>();
        byTag.forEach((tag, runs) -> shares.put(tag, share(runs)));
        return shares;
    }

    /** Give the runs that somebody must look at. */
    public List<Played> wrong() {
        return played.stream().filter(one -> one.verdict().isWrong()).toList();
    }

    /** Give how much time passed on the floors. */
    public Duration simulated() {
        return played.stream().map(Played::simulated).reduce(Duration.ZERO, Duration::plus);
    }

    /** Give how long people waited for what the robot first said or did about what they had said, in seconds. */
    public List<Double> reactions() {
        return played.stream()
                .flatMap(one -> one.course().reactions().stream())
                .map(wait -> wait.toMillis() / 1e3)
                .toList();
    }

    /** Give what was made of each line that was spoken aloud. */
    public List<HeardSentence> heard() {
        return played.stream().flatMap(one -> one.course().heard().stream()).toList();
    }

    /** Give what the robot said, in the order of the signs, and in which scenarios; one for each time. */
    public Map<String, List<String>> said() {
        Map<String, List<String>> said = new TreeMap<>();
        for (Played one : played) {
            one.course()
                    .said()
                    .forEach(text -> said.computeIfAbsent(text, none -> new ArrayList<>())
                            .add(one.scenario().name()));
        }
        return said;
    }

    private static Share share(List<Played> runs) {
        int right = (int) runs.stream().filter(one -> !one.verdict().isWrong()).count();
        return new Share(right, runs.size());
    }
}
