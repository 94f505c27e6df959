package dev.aizuchi.testkit.users;

import static dev.aizuchi.testkit.evaluation.Html.escaped;
import static dev.aizuchi.testkit.evaluation.Html.number;
import static dev.aizuchi.testkit.evaluation.Html.percent;

import dev.aizuchi.testkit.evaluation.Html;
import dev.aizuchi.testkit.evaluation.SuiteReport.Share;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Write the report of many visits as one HTML page that needs nothing else. */
public final class VisitsPage {
    private static final int ENDINGS = 5;

    private VisitsPage() {}

    /** Write the page. */
    public static String of(Visits visits, String title) {
        Stream<Visit> succeeded = visits.byPerson().values().stream()
                .flatMap(part -> part.visits().stream().filter(Visit::success).limit(1));
        return Html.page(title, "users-report.html")
                .replace("{{figures}}", figures(visits))
                .replace("{{failed}}", talks(visits.visits().stream().filter(visit -> !visit.success())))
                .replace("{{succeeded}}", talks(succeeded));
    }

    private static String figures(Visits visits) {
        return Stream.concat(
                        Stream.of(row("all", "", visits)),
                        visits.byPerson().entrySet().stream()
                                .map(part ->
                                        row(part.getKey().name(), part.getKey().wants(), part.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String name, String wants, Visits visits) {
        Share success = visits.success();
        return Html.row(
                name,
                wants,
                String.valueOf(success.of()),
                percent(success.value()),
                percent(success.low()) + " – " + percent(success.high()),
                number("%.1f", visits.turnsToSuccess()),
                visits.endings().entrySet().stream()
                        .limit(ENDINGS)
                        .map(ending -> ending.getValue() + " × " + ending.getKey())
                        .collect(Collectors.joining("; ")));
    }

    private static String talks(Stream<Visit> visits) {
        return visits.map(VisitsPage::talk).collect(Collectors.joining("\n"));
    }

    private static String talk(Visit visit) {
        return "<details><summary>" + escaped(visit.person().name() + ", seed " + visit.seed() + ": " + visit.ending())
                + "</summary>\n<pre>" + escaped(String.join("\n", visit.lines())) + "</pre></details>";
    }
}
