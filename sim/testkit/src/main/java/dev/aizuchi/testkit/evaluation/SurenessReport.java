package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpretation.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Hold how sure the interpreter was of what it took utterances for, and how often that was right: by this the engine's
 * thresholds are chosen, when it asks which of two is meant and when a wish is surely that.
 */
public record SurenessReport(List<Row> rows) {
    private static final List<Double> MARGINS = List.of(0.01, 0.02, 0.05, 0.1, 0.2);
    private static final List<Double> SCORES = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99);

    /** Copies the rows. */
    public SurenessReport {
        rows = List.copyOf(rows);
    }

    /**
     * One utterance, and what no rule speaks against.
     *
     * @param likeliest the best first
     */
    public record Row(ExpectedConduct expected, List<Candidate> likeliest) {
        /** Copies the list. */
        public Row {
            likeliest = List.copyOf(likeliest);
        }

        /** Take how an utterance was judged. */
        public static Row of(ExpectedConduct expected, Interpretation judged) {
            return new Row(
                    expected,
                    judged.candidates().stream()
                            .filter(each -> each.objections().isEmpty())
                            .toList());
        }

        private boolean isRight(int place) {
            return place < likeliest.size()
                    && expected.actions().contains(likeliest.get(place).intent());
        }

        private double score() {
            return likeliest.isEmpty() ? 0 : likeliest.get(0).score();
        }

        private double margin() {
            return likeliest.size() < 2
                    ? 1
                    : likeliest.get(0).score() - likeliest.get(1).score();
        }
    }

    /** Give the tables, a line each: what a question for which of two would be worth, and what a score is. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(rows.size() + " utterances with one action");
        lines.add("nearer than   utterances   the first is right   the second   neither");
        for (double margin : MARGINS) {
            List<Row> near = rows.stream().filter(row -> row.margin() < margin).toList();
            long first = count(near, row -> row.isRight(0));
            long second = count(near, row -> !row.isRight(0) && row.isRight(1));
            lines.add(String.format(
                    Locale.ROOT,
                    "%11.2f   %10d   %18d   %10d   %7d",
                    margin,
                    near.size(),
                    first,
                    second,
                    near.size() - first - second));
        }
        lines.add("at least      utterances   right");
        for (double score : SCORES) {
            List<Row> sure = rows.stream().filter(row -> row.score() >= score).toList();
            lines.add(String.format(
                    Locale.ROOT,
                    "%11.2f   %10d   %5.1f %%",
                    score,
                    sure.size(),
                    sure.isEmpty() ? 0 : 100.0 * count(sure, row -> row.isRight(0)) / sure.size()));
        }
        return lines;
    }

    private static long count(List<Row> rows, Predicate<Row> what) {
        return rows.stream().filter(what).count();
    }
}
