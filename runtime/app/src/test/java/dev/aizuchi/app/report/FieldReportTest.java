package dev.aizuchi.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldReportTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @TempDir
    private Path directory;

    private final List<String> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int id;

    @Test
    void what_was_recorded_stands_in_the_order_of_time_with_totals() throws IOException {
        record("2026-04-01T01:05:00Z", "triage", "black=1 green=4 red=2 yellow=3", "completed");
        record("2026-04-01T01:00:00Z", "casualty", "injured=2 place=A区画", "completed");
        record("2026-04-01T01:10:00Z", "casualty", "injured=1 red=1 trapped=1", "completed");
        record("2026-04-01T01:11:00Z", "hazard", "depth_cm=30 hazard=浸水", "completed");

        JsonNode report = json();

        assertThat(report.path("entries").findValuesAsText("kind"))
                .containsExactly("casualty", "triage", "casualty", "hazard");
        assertThat(report.at("/entries/0/at").asText()).isEqualTo("2026-04-01T10:00:00+09:00");
        assertThat(report.at("/entries/0/values/place").asText()).isEqualTo("A区画");
        assertThat(report.at("/totals/people").toString())
                .isEqualTo("{\"black\":1,\"green\":4,\"injured\":3,\"red\":3,\"trapped\":1,\"yellow\":3}");
        assertThat(report.at("/totals/entries/casualty").asInt()).isEqualTo(2);
        assertThat(problems).isEmpty();
    }

    @Test
    void a_correction_counts_instead_of_what_it_puts_right() throws IOException {
        record("2026-04-01T01:00:00Z", "triage", "red=1", "completed");
        record("2026-04-01T01:01:00Z", "triage", "red=2", "completed");
        record("2026-04-01T01:02:00Z", "casualty", "injured=5", "completed");
        record("2026-04-01T01:03:00Z", "triage", "corrects=last red=3", "completed");
        record("2026-04-01T01:04:00Z", "triage", "corrects=last red=4", "completed");

        JsonNode report = json();

        assertThat(report.path("entries").findValuesAsText("state"))
                .containsExactly("done", "corrected", "done", "corrected", "done");
        assertThat(report.at("/totals/people/red").asInt()).isEqualTo(5);
        assertThat(report.at("/totals/people/injured").asInt()).isEqualTo(5);
    }

    /** The engine cancels what is put right before it is done. */
    @Test
    void a_correction_of_what_was_never_written_down_takes_nothing_else_away() throws IOException {
        record("2026-04-01T01:00:00Z", "triage", "red=1", "completed");
        record("2026-04-01T01:01:00Z", "triage", "red=2", "failed");
        record("2026-04-01T01:02:00Z", "triage", "corrects=last red=3", "completed");
        assertThat(json().at("/totals/people/red").asInt()).isEqualTo(4);
    }

    @Test
    void what_was_not_done_is_shown_and_not_counted() throws IOException {
        record("2026-04-01T01:00:00Z", "triage", "red=1", "failed");
        record("2026-04-01T01:01:00Z", "triage", "red=1", "");
        lines.add("{\"event\":\"refused\",\"at\":\"2026-04-01T01:02:00Z\",\"action\":\"record\","
                + "\"arguments\":{\"kind\":\"triage\",\"entry\":\"red=1\"},\"rule\":\"undeclared\"}");
        JsonNode report = json();
        assertThat(report.path("entries").findValuesAsText("state")).containsExactly("failed", "open", "refused");
        assertThat(report.at("/totals/people/red").asInt()).isZero();
    }

    @Test
    void supplies_are_added_up_by_item() throws IOException {
        understood("request_supplies");
        act("2026-04-01T01:00:00Z", "notify", "\"to\":\"leader\",\"message\":\"物資の要請 毛布 20\"", "completed");
        record("2026-04-01T01:00:01Z", "supplies", "count=20 item=毛布", "completed");
        record("2026-04-01T01:01:00Z", "supplies", "count=5 item=毛布", "completed");
        record("2026-04-01T01:02:00Z", "supplies", "item=水", "completed");
        assertThat(json().at("/totals/supplies").toString()).isEqualTo("{\"毛布\":25,\"水\":0}");
        assertThat(csv()).contains(",毛布,25,").endsWith("合計 物資,,,,,,,,水,,,,,,,,\r\n");
    }

    @Test
    void messages_are_shown_with_their_words_and_it_is_told_when_the_journal_lacks_them() throws IOException {
        understood("send_message");
        act("2026-04-01T01:00:00Z", "notify", "\"to\":\"leader\",\"message\":\"二班への伝言: 撤収\"", "completed");
        assertThat(json().at("/entries/0/words").asText()).isEqualTo("二班への伝言: 撤収");
        assertThat(problems).isEmpty();
        act("2026-04-01T01:01:00Z", "notify", "\"to\":\"leader\"", "completed");
        assertThat(json().path("entries")).hasSize(2);
        assertThat(problems).singleElement().asString().contains("speech-texts: masked");
    }

    @Test
    void a_call_is_shown_only_when_nobody_got_it() throws IOException {
        understood("record_casualty");
        act("2026-04-01T01:00:00Z", "call_human", "\"role\":\"leader\",\"reason\":\"要救助者の報告 trapped=1\"", "failed");
        act("2026-04-01T01:01:00Z", "call_human", "\"role\":\"leader\"", "completed");
        lines.add("{\"event\":\"understood\",\"skill\":\"care\",\"intent\":\"call_nurse\"}");
        act("2026-04-01T01:02:00Z", "call_human", "\"role\":\"nurse\"", "failed");
        assertThat(json().path("entries")).singleElement().satisfies(call -> {
            assertThat(call.path("kind").asText()).isEqualTo("call");
            assertThat(call.path("state").asText()).isEqualTo("failed");
        });
    }

    @Test
    void a_line_that_is_broken_off_is_told_of_and_the_others_are_kept() throws IOException {
        record("2026-04-01T01:00:00Z", "triage", "red=1", "completed");
        String whole = lines.get(0);
        lines.add(whole.substring(0, whole.indexOf("red") + 1));
        lines.add("[1]");
        lines.add(whole.replace("2026-04-01T01:00:00Z", "yesterday"));
        record("2026-04-01T01:01:00Z", "triage", "red=1", "completed");
        lines.add(whole.substring(0, 20));

        JsonNode report = json();

        assertThat(report.at("/totals/people/red").asInt()).isEqualTo(2);
        assertThat(report.path("lines_left_out").asInt()).isEqualTo(4);
        assertThat(problems).hasSize(4);
        assertThat(problems.get(0)).contains("journal.jsonl:3: left out: it is not whole JSON");
        assertThat(problems.get(2)).contains("\"at\" is no time");
    }

    @Test
    void a_gap_that_the_journal_tells_of_is_told_on() throws IOException {
        lines.add("{\"event\":\"journal_gap\",\"lost\":7}");
        json();
        assertThat(problems).singleElement().asString().contains("lacks 7 events");
    }

    @Test
    void the_files_of_a_directory_are_read_from_the_oldest_on() throws IOException {
        record("2026-04-01T01:00:00Z", "triage", "red=1", "completed");
        Files.write(directory.resolve("journal.10.jsonl"), lines.subList(0, 1));
        Files.write(directory.resolve("journal.2.jsonl"), lines.subList(1, 2));
        Files.writeString(directory.resolve("journal.txt"), "no journal");
        lines.clear();
        assertThat(json(directory).path("entries").findValuesAsText("state")).containsExactly("done");
    }

    @Test
    void a_missing_journal_is_an_error() {
        assertThatThrownBy(() -> FieldReport.read(directory.resolve("none.jsonl"), problems::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.jsonl");
        assertThatThrownBy(() -> FieldReport.read(directory, problems::add)).hasMessageContaining("no journal.jsonl");
    }

    @Test
    void the_table_has_japanese_headings_and_ends_with_the_totals() throws IOException {
        record("2026-04-01T01:00:00Z", "casualty", "injured=2 place=A区画", "completed");
        record("2026-04-01T01:01:00Z", "flood_gate", "open=1", "completed");
        assertThat(csv().split("\r\n"))
                .containsExactly(
                        "時刻,種別,場所,負傷者,要救助者,赤,黄,緑,黒,物資,数,危険,出来事,水深(cm),班,内容,その他,状態",
                        "2026-04-01 10:00:00,負傷者,A区画,2,,,,,,,,,,,,,,済",
                        "2026-04-01 10:01:00,flood_gate,,,,,,,,,,,,,,,open=1,済",
                        ",合計,,2,0,0,0,0,0,,,,,,,,,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-1", "@SUM(A1)", "＝cmd", "  =1", "=HYPERLINK(\\\"http://a\\\",\\\"b\\\")"})
    void a_cell_that_a_spreadsheet_would_run_is_neutralised(String words) throws IOException {
        understood("send_message");
        act("2026-04-01T01:00:00Z", "notify", "\"to\":\"leader\",\"message\":\"" + words + "\"", "completed");
        record("2026-04-01T01:01:00Z", "supplies", "item=" + words, "completed");
        String cell = "'" + words.replace("\\\"", "\"");
        String written = cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
        assertThat(csv().split(",|\r\n", -1)).doesNotContain(words);
        assertThat(csv()).contains("," + written + ",");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_in_their_cell() throws IOException {
        understood("send_message");
        act("2026-04-01T01:00:00Z", "notify", "\"message\":\"赤,\\\"二\\\"\\n黄\"", "completed");
        assertThat(csv()).contains(",\"赤,\"\"二\"\"\n黄\",");
    }

    private void record(String at, String kind, String entry, String outcome) {
        String escaped = entry.replace("\\\"", "\"").replace("\"", "\\\"");
        act(at, "record", "\"kind\":\"" + kind + "\",\"entry\":\"" + escaped + "\"", outcome);
    }

    private void act(String at, String action, String arguments, String outcome) {
        String command = "c-" + ++id;
        lines.add("{\"event\":\"commanded\",\"turn\":1,\"at\":\"" + at + "\",\"command_id\":\"" + command
                + "\",\"action\":\"" + action + "\",\"arguments\":{" + arguments + "}}");
        if (!outcome.isEmpty()) {
            lines.add("{\"event\":\"" + outcome + "\",\"turn\":1,\"at\":\"" + at + "\",\"command_id\":\"" + command
                    + "\"}");
        }
    }

    private void understood(String intent) {
        lines.add("{\"event\":\"understood\",\"skill\":\"disaster\",\"intent\":\"" + intent + "\"}");
    }

    private Path journal() throws IOException {
        return Files.write(directory.resolve("journal.jsonl"), lines);
    }

    private JsonNode json() throws IOException {
        return json(journal());
    }

    private JsonNode json(Path journal) throws IOException {
        StringWriter out = new StringWriter();
        FieldReport.read(journal, problems::add).writeJson(out, TOKYO);
        return new ObjectMapper().readTree(out.toString());
    }

    private String csv() throws IOException {
        StringWriter out = new StringWriter();
        FieldReport.read(journal(), problems::add).writeCsv(out, TOKYO);
        return out.toString();
    }
}
