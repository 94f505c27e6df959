package dev.aizuchi.testkit.evaluation;

import static dev.aizuchi.testkit.evaluation.Html.number;
import static dev.aizuchi.testkit.evaluation.Html.percent;

import dev.aizuchi.testkit.evaluation.IntentReport.Row;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Write a report on intents as one HTML page that needs nothing else. */
public final class IntentReportPage {
    private static final int MOST_CONFUSIONS = 100;

    private IntentReportPage() {}

    /** Write the page; the errors, which one looks for, with what decided them, the surest first. */
    public static String of(IntentReport report, String title) {
        String figures = Html.row(
                String.valueOf(report.rows().size()),
                percent(report.accuracy()),
                percent(report.accuracyInDomain()),
                number("%.3f", report.macroF1()),
                number("%.3f", report.outOfDomainAuroc()),
                number("%.3f", report.calibrationError()),
                number("%.2f", report.millis().p50()) + " / "
                        + number("%.2f", report.millis().p99()),
                number("%.1f", report.learningSeconds()));
        String confusions = report.confusions().stream()
                .limit(MOST_CONFUSIONS)
                .map(confusion -> Html.row(confusion.said(), confusion.found(), String.valueOf(confusion.times())))
                .collect(Collectors.joining("\n"));
        String errors = report.rows().stream()
                .filter(row -> !row.isRight())
                .sorted(Comparator.comparingDouble(Row::score).reversed())
                .map(row -> Html.row(
                        row.utterance().text(),
                        row.utterance().intent().orElse("–"),
                        row.found().orElse("–"),
                        row.nearest(),
                        number("%.2f", row.score())))
                .collect(Collectors.joining("\n"));
        return Html.page(title, "intent-report.html")
                .replace("{{figures}}", figures)
                .replace("{{confusions}}", confusions)
                .replace("{{errors}}", errors);
    }
}
