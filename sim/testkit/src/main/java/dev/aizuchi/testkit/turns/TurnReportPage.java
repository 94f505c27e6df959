package dev.aizuchi.testkit.turns;

import static dev.aizuchi.testkit.evaluation.Html.number;
import static dev.aizuchi.testkit.evaluation.Html.percent;

import dev.aizuchi.testkit.evaluation.Html;
import dev.aizuchi.testkit.evaluation.Percentiles;
import dev.aizuchi.testkit.turns.TurnReport.Figures;
import dev.aizuchi.testkit.turns.TurnReport.Row;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Write a report as one HTML page that needs nothing else. */
public final class TurnReportPage {
    private TurnReportPage() {}

    /**
     * Write the page.
     *
     * @param title what was measured, such as the folder and the settings
     */
    public static String of(TurnReport report, String title) {
        return Html.page(title, "turn-report.html")
                .replace("{{judgement}}", both(report.judgementMs(), "%.1f"))
                .replace("{{figures}}", figures(report))
                .replace("{{rows}}", rows(report));
    }

    private static String figures(TurnReport report) {
        return Stream.concat(Stream.of(report.all()), report.byVoice().stream())
                .map(TurnReportPage::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Figures figures) {
        return Html.row(
                figures.voice(),
                String.valueOf(figures.turns()),
                String.valueOf(figures.pauses()),
                String.valueOf(figures.cutIns()),
                String.valueOf(figures.missed()),
                both(figures.delayMs(), "%.0f"),
                String.valueOf(figures.interruptions()),
                String.valueOf(figures.ignored()),
                both(figures.silenceMs(), "%.0f"),
                String.valueOf(figures.sounds()),
                String.valueOf(figures.yielded()),
                number("%.0f", figures.holdMs().p50()),
                String.valueOf(figures.ownTurns()),
                percent(figures.precision()) + " / " + percent(figures.recall()));
    }

    private static String both(Percentiles values, String format) {
        return number(format, values.p50()) + " / " + number(format, values.p95());
    }

    /** The worst first, since these are what one looks for. */
    private static String rows(TurnReport report) {
        return report.rows().stream()
                .sorted(Comparator.comparing(Row::cutIns)
                        .thenComparing(row -> row.delays().stream()
                                .mapToDouble(delay -> delay)
                                .sum())
                        .reversed())
                .map(row -> Html.row(
                        String.valueOf(row.dialogue().file().getFileName()),
                        row.dialogue().voice(),
                        row.dialogue().marks().stream()
                                .filter(mark -> !mark.text().isEmpty())
                                .map(mark -> (mark.kind().isRobot() ? "R: " : "") + mark.text())
                                .collect(Collectors.joining(" · ")),
                        String.valueOf(row.cutIns()),
                        row.delays().stream()
                                .map(delay -> number("%.0f", delay))
                                .collect(Collectors.joining(", ")),
                        row.deeds().stream()
                                .map(deed ->
                                        deed.atMs() + " " + deed.act().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
    }
}
