package dev.aizuchi.testkit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.testkit.evaluation.IntentReport.Row;
import dev.aizuchi.testkit.evaluation.Utterances.Utterance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentEvaluationTest {
    @TempDir
    private Path folder;

    @Test
    void tables_with_and_without_a_head_line_are_read() throws Exception {
        assertThat(read("お水ください\twater", "いい天気\tood")).containsExactly(said("お水ください", "water"), said("いい天気", ""));
        assertThat(read("id\tintent\ttext", "1\twater\tお水ください")).containsExactly(said("お水ください", "water"));
    }

    @Test
    void json_lines_are_read() throws Exception {
        assertThat(read("{\"utt\":\"お水ください\",\"intent\":\"water\"}", "", "{\"text\":\"いい天気\"}"))
                .containsExactly(said("お水ください", "water"), said("いい天気", ""));
    }

    @Test
    void blocks_of_tokens_are_read() throws Exception {
        assertThat(read(
                        "# id: 1",
                        "# text: 明日の天気",
                        "# intent: weather",
                        "1\t明日\tweather\tB-datetime",
                        "2\tの\tweather\tO",
                        "",
                        "# id = 2",
                        "# intent = alarm",
                        "1\t起こし\talarm\tO",
                        "2\tて\talarm\tO"))
                .containsExactly(said("明日の天気", "weather"), said("起こして", "alarm"));
    }

    @Test
    void what_cannot_be_read_is_named_with_its_line() {
        assertThatThrownBy(() -> read("お水ください\twater", "いい天気")).hasMessageContaining("test.tsv:2");
        assertThatThrownBy(() -> read("{\"text\":\"a\"}", "{")).hasMessageContaining("test.tsv:2");
        assertThatThrownBy(() -> read("{\"word\":\"a\"}")).hasMessageContaining("test.tsv:1: has no \"text\"");
        assertThatThrownBy(() -> Utterances.in(folder.resolve("absent"))).hasMessageContaining("absent");
    }

    @Test
    void figures_follow_from_the_rows() {
        IntentReport report = new IntentReport(
                List.of(
                        row("a", "a", 0.9),
                        row("a", "b", 0.6),
                        row("b", "b", 0.8),
                        row("b", "", 0),
                        row("", "", 0),
                        row("", "a", 0.7)),
                0.5);
        assertThat(report.accuracy()).isEqualTo(0.5);
        assertThat(report.accuracyInDomain()).isEqualTo(0.5);
        // Had the likeliest been taken, b would have been a.
        assertThat(report.accuracyOfLikeliest()).isEqualTo(0.5);
        // a: 1 of 2 found, 1 of 2 right; b: the same.
        assertThat(report.macroF1()).isEqualTo(0.5);
        // Against 0: three wins and a tie; against 0.7: two wins.
        assertThat(report.outOfDomainAuroc()).isEqualTo(5.5 / 8);
        // 0.9 right, 0.8 right, 0.7 and 0.6 wrong.
        assertThat(report.calibrationError()).isCloseTo((0.1 + 0.2 + 0.7 + 0.6) / 4, within(1e-9));
        assertThat(report.confusions())
                .containsExactlyInAnyOrder(
                        new IntentReport.Confusion("a", "b", 1),
                        new IntentReport.Confusion("b", "–", 1),
                        new IntentReport.Confusion("–", "a", 1));
    }

    @Test
    void without_utterances_outside_the_domain_there_is_no_auroc() {
        assertThat(new IntentReport(List.of(row("a", "a", 1)), 0).outOfDomainAuroc())
                .isNaN();
    }

    @Test
    void examples_teach_and_tests_are_interpreted() {
        IntentReport report = new IntentEvaluation(IntentEvaluationTest::byFirstLetter)
                .run(
                        List.of(said("あい", "a"), said("いえ", "i"), said("うえ", "")),
                        List.of(said("あお", "a"), said("うお", "")),
                        row -> {});
        assertThat(report.accuracy()).isEqualTo(1);
        assertThat(report.millis().p50()).isNotNegative();
    }

    @Test
    void in_cross_validation_each_is_tested_once_and_never_learnt_at_that_time() {
        List<Utterance> all =
                IntStream.range(0, 20).mapToObj(i -> said("文" + i, "n" + i)).toList();
        IntentReport report = new IntentEvaluation(IntentEvaluationTest::byText).crossValidate(all, 5, row -> {});
        assertThat(report.rows())
                .extracting(row -> row.utterance().text())
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(report.accuracy()).isZero();
        assertThatThrownBy(() -> new IntentEvaluation(IntentEvaluationTest::byText).crossValidate(all, 21, row -> {}))
                .isInstanceOf(EvaluationException.class);
    }

    @Test
    void the_page_shows_the_errors_and_what_decided_them() {
        IntentReport report = new IntentReport(List.of(row("a", "b", 0.6), row("a", "a", 1)), 0);
        String page = IntentReportPage.of(report, "<運転>");
        assertThat(page)
                .contains("&lt;運転&gt;")
                .contains("<td>a</td><td>b</td><td>1</td>")
                .contains("例b")
                .doesNotContain("{{");
    }

    private List<Utterance> read(String... lines) throws Exception {
        return Utterances.in(Files.write(folder.resolve("test.tsv"), List.of(lines)));
    }

    private static Utterance said(String text, String intent) {
        return new Utterance(text, Optional.of(intent).filter(name -> !name.isEmpty()));
    }

    private static Row row(String intent, String found, double score) {
        Optional<String> taken = said("", found).intent();
        return new Row(said("文", intent), taken, taken.or(() -> Optional.of("a")), "例" + found, score, score, 1);
    }

    private static Interpreter byFirstLetter(List<Interpreter.Intent> intents) {
        return text -> intents.stream()
                .filter(intent -> intent.phrases().get(0).startsWith(text.substring(0, 1)))
                .map(intent ->
                        new Interpreter.Match(intent.name(), intent.phrases().get(0), Map.of(), 1))
                .toList();
    }

    private static Interpreter byText(List<Interpreter.Intent> intents) {
        return text -> intents.stream()
                .filter(intent -> intent.phrases().contains(text))
                .map(intent -> new Interpreter.Match(intent.name(), text, Map.of(), 1))
                .toList();
    }
}
