package dev.aizuchi.testkit.evaluation;

import static dev.aizuchi.testkit.evaluation.Html.escaped;
import static dev.aizuchi.testkit.evaluation.Html.number;
import static dev.aizuchi.testkit.evaluation.Html.percent;

import dev.aizuchi.testkit.evaluation.SuiteReport.Share;
import dev.aizuchi.testkit.noise.HeardSentence;
import dev.aizuchi.testkit.scenario.Played;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Write the report of a suite as one HTML page that needs nothing else. */
public final class SuiteReportPage {
    /** Upper ends of the histogram's classes, in seconds. */
    private static final double[] BOUNDS = {0, 0.2, 0.5, 1, 2, 5, 10};
    /** Scenarios named beside a sentence. */
    private static final int SHOWN = 3;

    private SuiteReportPage() {}

    /**
     * Write the page.
     *
     * @param changes what is otherwise than in the run that it is compared with, a line each
     */
    public static String of(SuiteReport report, String title, List<String> changes) {
        return Html.page(title, "suite-report.html")
                .replace("{{figures}}", figures(report))
                .replace("{{simulated}}", clock(report.simulated()))
                .replace("{{changes}}", items(changes))
                .replace(
                        "{{wrong}}",
                        report.wrong().stream().map(SuiteReportPage::failure).collect(Collectors.joining("\n")))
                .replace("{{reactions}}", reactions(report))
                .replace("{{heard}}", heard(report.heard()))
                .replace("{{said}}", said(report))
                .replace(
                        "{{rows}}",
                        report.played().stream().map(SuiteReportPage::row).collect(Collectors.joining("\n")));
    }

    private static String figures(SuiteReport report) {
        return Stream.concat(
                        Stream.of(figures("all", report.right())),
                        report.byTag().entrySet().stream().map(tag -> figures(tag.getKey(), tag.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String figures(String tag, Share share) {
        return Html.row(
                tag,
                String.valueOf(share.of()),
                String.valueOf(share.right()),
                percent(share.value()),
                percent(share.low()) + " – " + percent(share.high()));
    }

    private static String items(List<String> changes) {
        return changes.isEmpty()
                ? "<li>none</li>"
                : changes.stream()
                        .map(change -> "<li>" + escaped(change) + "</li>")
                        .collect(Collectors.joining("\n"));
    }

    private static String failure(Played one) {
        String moments = one.course().moments().stream()
                .map(moment -> "<tr data-at=\"" + number("%.2f", moment.at().toMillis() / 1e3) + "\"><td>"
                        + clock(moment.at()) + "</td><td>" + escaped(moment.text()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return "<details><summary>" + escaped(one.scenario().name()) + ", seed " + one.seed() + "</summary>\n<pre>"
                + escaped(one.complaint().orElse("")) + "</pre>\n"
                + FloorMap.of(one.course().track()) + "<table class=\"rows\">\n" + moments + "\n</table></details>";
    }

    /** Draw how many answers came how soon; most come in the same tick, for recogniser and voice take no time here. */
    private static String reactions(SuiteReport report) {
        List<Double> seconds = report.reactions();
        return IntStream.rangeClosed(0, BOUNDS.length)
                .mapToObj(i -> {
                    double from = i == 0 ? 0 : BOUNDS[i - 1];
                    double to = i == BOUNDS.length ? Double.POSITIVE_INFINITY : BOUNDS[i];
                    long count = seconds.stream()
                            .filter(one -> (i == 0 || one > from) && one <= to)
                            .count();
                    String name = i == BOUNDS.length ? "more" : number("to %.1f s", to);
                    return "<tr><td>" + name + "</td><td>" + count + "</td><td><meter min=\"0\" max=\""
                            + Math.max(1, seconds.size()) + "\" value=\"" + count + "\"></meter></td></tr>";
                })
                .collect(Collectors.joining("\n"));
    }

    private static String said(SuiteReport report) {
        return report.said().entrySet().stream()
                .map(each -> Html.row(
                        each.getKey(),
                        String.valueOf(each.getValue().size()),
                        each.getValue().stream()
                                .distinct()
                                .sorted()
                                .limit(SHOWN)
                                .collect(Collectors.joining("; "))))
                .collect(Collectors.joining("\n"));
    }

    private static String heard(List<HeardSentence> heard) {
        return heard.stream()
                .filter(each -> !each.isExact())
                .map(each ->
                        Html.row(each.said(), each.heard(), each.in().toString(), number("%.2f", each.confidence())))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Played one) {
        return Html.row(
                one.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                one.scenario().name(),
                String.join(", ", one.scenario().tags()),
                one.scenario().source(),
                String.valueOf(one.seed()),
                clock(one.simulated()),
                number("%.0f", one.took().toNanos() / 1e6));
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%04.1f", time.toMinutes(), time.toMillis() % 60_000 / 1e3);
    }
}
