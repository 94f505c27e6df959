package dev.aizuchi.testkit.evaluation;

import static dev.aizuchi.testkit.evaluation.Html.number;
import static dev.aizuchi.testkit.evaluation.Html.percent;

import dev.aizuchi.testkit.evaluation.SpeechReport.Figures;
import dev.aizuchi.testkit.evaluation.SpeechReport.Row;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Write a report as one HTML page that needs nothing else. */
public final class SpeechReportPage {
    private SpeechReportPage() {}

    /**
     * Write the page.
     *
     * @param title what was measured, such as the folder and the recogniser
     */
    public static String of(SpeechReport report, String title) {
        return Html.page(title, "speech-report.html")
                .replace("{{figures}}", figures(report))
                .replace("{{unread}}", String.valueOf(report.unread()))
                .replace("{{memory}}", memory(report))
                .replace("{{rows}}", rows(report));
    }

    private static String figures(SpeechReport report) {
        return Stream.concat(Stream.of(report.all()), report.groups().stream())
                .map(SpeechReportPage::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Figures figures) {
        return Html.row(
                figures.by(),
                figures.value(),
                String.valueOf(figures.recordings()),
                percent(figures.kana().rate()),
                percent(figures.surface().rate()),
                String.valueOf(figures.exact()),
                number("%.3f", figures.realTimeFactor()),
                number("%.0f", figures.finalMillis().p50()) + " / "
                        + number("%.0f", figures.finalMillis().p95()),
                number("%.0f", figures.firstPartialMillis().p50()));
    }

    /** The worst first, since these are what one looks for. */
    private static String rows(SpeechReport report) {
        return report.rows().stream()
                .sorted(Comparator.comparing(Row::isRead)
                        .thenComparing(row -> -row.kana().wrong()))
                .map(row -> Html.row(
                        String.valueOf(row.recording().file().getFileName()),
                        row.recording().tags().values().stream().collect(Collectors.joining(", ")),
                        row.recording().text(),
                        row.isRead() ? row.text() : row.error(),
                        row.isRead() ? percent(row.kana().rate()) : "unread",
                        number("%.2f", row.confidence())))
                .collect(Collectors.joining("\n"));
    }

    private static String memory(SpeechReport report) {
        return report.memoryMegabytes().isPresent()
                ? number("%.0f MB", report.memoryMegabytes().getAsDouble())
                : "unknown on this system";
    }
}
