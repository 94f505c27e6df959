package dev.aizuchi.testkit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.language.Interpretation.Objection;
import dev.aizuchi.language.Interpretation.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SurenessReportTest {
    @Test
    void a_near_second_that_is_right_counts_as_such_and_a_sure_first_as_right() {
        SurenessReport report = new SurenessReport(
                List.of(row("tea", "water", 0.62, "tea", 0.6), row("tea", "tea", 0.97, "water", 0.1)));
        assertThat(report.lines())
                .contains(
                        "       0.05            1                    0            1         0",
                        "       0.50            2    50.0 %",
                        "       0.90            1   100.0 %");
    }

    @Test
    void what_a_rule_speaks_against_is_not_counted() {
        Candidate against = new Candidate("water", "", 0.99, 0, 0, 0, Set.of(Objection.CONTRARY));
        SurenessReport.Row row = SurenessReport.Row.of(
                expected("tea"),
                new Interpretation("", Verdict.UNDERSTOOD, List.of(), List.of(against, candidate("tea", 0.9)), 1));
        assertThat(new SurenessReport(List.of(row)).lines()).contains("       0.90            1   100.0 %");
    }

    private static SurenessReport.Row row(String right, String first, double one, String second, double other) {
        return new SurenessReport.Row(expected(right), List.of(candidate(first, one), candidate(second, other)));
    }

    private static Candidate candidate(String intent, double score) {
        return new Candidate(intent, "", score, 0, 0, 0, Set.of());
    }

    private static ExpectedConduct expected(String action) {
        return new ExpectedConduct("1", "care", "plain", "お茶", "", Set.of(), Set.of(action), Map.of());
    }
}
