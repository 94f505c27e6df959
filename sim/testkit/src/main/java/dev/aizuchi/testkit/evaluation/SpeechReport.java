package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.testkit.evaluation.Recordings.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hold what an evaluation found.
 *
 * @param rows one a recording, in the order of the transcripts
 * @param memoryMegabytes resident memory of the process at the end; empty where it cannot be known
 */
public record SpeechReport(List<Row> rows, OptionalDouble memoryMegabytes) {
    private static final int MOST_VALUES = 40;

    /** Copies the rows. */
    public SpeechReport {
        rows = List.copyOf(rows);
    }

    /**
     * Tell how one recording went.
     *
     * @param text what was heard; empty for nothing
     * @param reading the same in hiragana
     * @param surface errors in what is written
     * @param kana errors in what is said: homophones are right
     * @param soundMillis length of the recording
     * @param workMillis the recogniser's whole work
     * @param finalMillis from the last frame to the final text
     * @param firstPartialMillis how far into the sound the first words came; NaN when none came before the end
     * @param error why the file could not be read; empty when it was
     */
    public record Row(
            Recording recording,
            String text,
            String reading,
            double confidence,
            ErrorRate surface,
            ErrorRate kana,
            double soundMillis,
            double workMillis,
            double finalMillis,
            double firstPartialMillis,
            String error) {

        static Row unread(Recording recording, String error) {
            return new Row(recording, "", "", 0, ErrorRate.NONE, ErrorRate.NONE, 0, 0, 0, Double.NaN, error);
        }

        /** Tell whether the file could be read. */
        public boolean isRead() {
            return error.isEmpty();
        }
    }

    /**
     * Sum up some recordings.
     *
     * @param by the column by which they were chosen; {@code all} for all
     * @param value its value
     * @param exact how many were heard without a wrong sound
     * @param realTimeFactor work over sound
     * @param finalMillis from the last frame to the final text
     * @param firstPartialMillis how far into the sound the first words came, of those recordings where they did
     */
    public record Figures(
            String by,
            String value,
            int recordings,
            ErrorRate surface,
            ErrorRate kana,
            int exact,
            double realTimeFactor,
            Percentiles finalMillis,
            Percentiles firstPartialMillis) {}

    /** Give the figures of all recordings that could be read. */
    public Figures all() {
        return figures("all", "", read().toList());
    }

    /**
     * Give the figures by each column and value of the transcripts, in the order in which they appear; a column of more
     * than {@value #MOST_VALUES} values tells recordings apart rather than grouping them.
     */
    public List<Figures> groups() {
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        read().forEach(row -> row.recording()
                .tags()
                .forEach((by, value) -> groups.computeIfAbsent(List.of(by, value), tag -> new ArrayList<>())
                        .add(row)));
        Map<String, Long> values =
                groups.keySet().stream().collect(Collectors.groupingBy(tag -> tag.get(0), Collectors.counting()));
        return groups.entrySet().stream()
                .filter(group -> values.getOrDefault(group.getKey().get(0), 0L) <= MOST_VALUES)
                .map(group -> figures(group.getKey().get(0), group.getKey().get(1), group.getValue()))
                .toList();
    }

    /** Count the files that could not be read. */
    public long unread() {
        return rows.size() - read().count();
    }

    private Stream<Row> read() {
        return rows.stream().filter(Row::isRead);
    }

    private static Figures figures(String by, String value, List<Row> rows) {
        return new Figures(
                by,
                value,
                rows.size(),
                rows.stream().map(Row::surface).reduce(ErrorRate.NONE, ErrorRate::plus),
                rows.stream().map(Row::kana).reduce(ErrorRate.NONE, ErrorRate::plus),
                (int) rows.stream().filter(row -> row.kana().wrong() == 0).count(),
                sum(rows, Row::workMillis) / sum(rows, Row::soundMillis),
                Percentiles.of(rows.stream().mapToDouble(Row::finalMillis)),
                Percentiles.of(rows.stream().mapToDouble(Row::firstPartialMillis)));
    }

    private static double sum(List<Row> rows, ToDoubleFunction<Row> of) {
        return rows.stream().mapToDouble(of).sum();
    }
}
