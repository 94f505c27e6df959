package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.testkit.evaluation.Utterances.Utterance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hold which intents utterances were taken for, and the figures that follow from it.
 *
 * @param rows one an utterance
 * @param learningSeconds how long the examples took to learn
 */
public record IntentReport(List<Row> rows, double learningSeconds) {
    private static final int BINS = 10;
    private static final String NO_INTENT = "–";

    /** Copies the rows. */
    public IntentReport {
        rows = List.copyOf(rows);
    }

    /**
     * Tell what one utterance was taken for.
     *
     * @param found empty when no intent was near enough
     * @param likeliest the intent that came nearest, whether or not it was near enough; empty when none came near
     * @param nearest the example that decided
     * @param score from 0 to 1; 0 when none was found
     * @param belongs the probability that the utterance belongs to any of the intents, found or not
     */
    public record Row(
            Utterance utterance,
            Optional<String> found,
            Optional<String> likeliest,
            String nearest,
            double score,
            double belongs,
            double millis) {
        /** Tell whether the intent is the right one, or none was found where there is none. */
        public boolean isRight() {
            return utterance.intent().equals(found);
        }
    }

    /** Tell how often one intent was taken for another. */
    public record Confusion(String said, String found, long times) {}

    /** Give the share of utterances that were taken rightly, those without an intent included. */
    public double accuracy() {
        return share(rows.stream(), Row::isRight);
    }

    /** Give the accuracy among utterances that have an intent; NaN when none has. */
    public double accuracyInDomain() {
        return share(inDomain(), Row::isRight);
    }

    /** Give the accuracy among utterances that have an intent if the likeliest were always taken. */
    public double accuracyOfLikeliest() {
        return share(inDomain(), row -> row.likeliest().equals(row.utterance().intent()));
    }

    /** Give the mean over intents of the harmonic mean of precision and recall. */
    public double macroF1() {
        return intents().stream().mapToDouble(this::f1).average().orElse(Double.NaN);
    }

    /**
     * Give the probability that an utterance with an intent is more surely taken for one that has any than one without;
     * NaN unless there are both.
     *
     * <p>Area under the ROC curve by ranks (Mann and Whitney 1947); equal scores count half.
     */
    public double outOfDomainAuroc() {
        double[] in = inDomain().mapToDouble(Row::belongs).sorted().toArray();
        double[] out = rows.stream()
                .filter(row -> row.utterance().intent().isEmpty())
                .mapToDouble(Row::belongs)
                .toArray();
        double wins = 0;
        for (double score : out) {
            int notAbove = count(in, score, true);
            int below = count(in, score, false);
            wins += in.length - notAbove + (notAbove - below) / 2.0;
        }
        return wins / ((double) in.length * out.length);
    }

    /** Give the expected calibration error: how far scores are from the share of right answers, in ten bins. */
    public double calibrationError() {
        Map<Integer, List<Row>> bins = rows.stream()
                .filter(row -> row.found().isPresent())
                .collect(Collectors.groupingBy(row -> Math.min(BINS - 1, (int) (row.score() * BINS))));
        long all = bins.values().stream().mapToLong(List::size).sum();
        return bins.values().stream()
                .mapToDouble(bin -> Math.abs(share(bin.stream(), Row::isRight)
                                - bin.stream().mapToDouble(Row::score).average().orElse(0))
                        * bin.size()
                        / all)
                .sum();
    }

    /** Give what was confused, the most frequent first. */
    public List<Confusion> confusions() {
        return rows.stream()
                .filter(row -> !row.isRight())
                .collect(Collectors.groupingBy(
                        row -> List.of(name(row.utterance().intent()), name(row.found())), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry ->
                        new Confusion(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .sorted(Comparator.comparingLong(Confusion::times)
                        .reversed()
                        .thenComparing(Confusion::said)
                        .thenComparing(Confusion::found))
                .toList();
    }

    /** Give the milliseconds of one interpretation. */
    public Percentiles millis() {
        return Percentiles.of(rows.stream().mapToDouble(Row::millis));
    }

    private Stream<Row> inDomain() {
        return rows.stream().filter(row -> row.utterance().intent().isPresent());
    }

    private TreeSet<String> intents() {
        return inDomain()
                .map(row -> row.utterance().intent().orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double f1(String intent) {
        Optional<String> name = Optional.of(intent);
        long said = count(row -> row.utterance().intent().equals(name));
        long found = count(row -> row.found().equals(name));
        long right = count(row -> row.found().equals(name) && row.isRight());
        return 2.0 * right / (said + found);
    }

    private long count(Predicate<Row> which) {
        return rows.stream().filter(which).count();
    }

    private static String name(Optional<String> intent) {
        return intent.map(Function.identity()).orElse(NO_INTENT);
    }

    private static double share(Stream<Row> of, Predicate<Row> which) {
        return of.mapToInt(row -> which.test(row) ? 1 : 0).average().orElse(Double.NaN);
    }

    private static int count(double[] sorted, double bound, boolean inclusive) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted[middle] < bound || (inclusive && sorted[middle] == bound)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
