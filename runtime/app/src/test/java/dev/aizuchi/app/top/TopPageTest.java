package dev.aizuchi.app.top;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.app.top.TopPage.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopPageTest {
    private static final String METRICS = """
            # HELP aizuchi_turn The number of the last utterance
            # TYPE aizuchi_turn gauge
            aizuchi_turn 42.0
            aizuchi_battery_ratio 0.75
            aizuchi_stopped 0.0
            aizuchi_link_up 1.0
            aizuchi_state_age_seconds NaN
            aizuchi_speed_meters_per_second 0.25
            aizuchi_stops_total{cause="word"} 2.0
            aizuchi_stops_total{cause="key"} 0.0
            aizuchi_act_seconds_count{action="navigate",outcome="completed"} 3
            aizuchi_hearing_seconds_bucket{le="0.1"} 0
            aizuchi_hearing_seconds_bucket{le="0.2"} 5
            aizuchi_hearing_seconds_bucket{le="0.4"} 10
            aizuchi_hearing_seconds_bucket{le="+Inf"} 10
            aizuchi_last_turn_seconds{stage="hearing"} 0.31
            process_cpu_usage 0.034
            jvm_memory_used_bytes{area="heap",id="Eden"} 1.0E7
            jvm_memory_used_bytes{area="heap",id="Old"} 3.0E7
            """;

    private static final List<String> JOURNAL = List.of(
            "{\"event\":\"heard\",\"turn\":1,\"at\":\"2026-04-01T01:00:02Z\",\"took_ms\":300}",
            "{\"event\":\"understood\",\"turn\":1,\"at\":\"2026-04-01T01:00:02.010Z\",\"took_ms\":8}",
            "{\"event\":\"commanded\",\"turn\":1,\"at\":\"2026-04-01T01:00:02.1Z\",\"command_id\":\"c\",\"action\":\"navigate\"}",
            "{\"event\":\"said\",\"turn\":1,\"at\":\"2026-04-01T01:00:02.2Z\"}",
            "{\"event\":\"stopped\",\"turn\":1,\"at\":\"2026-04-01T01:00:03Z\",\"cause\":\"word\"}",
            "{\"event\":\"failed\",\"turn\":1,\"at\":\"2026-04-01T01:00:03Z\",\"command_id\":\"c\",\"reason\":\"STOPPED\"}",
            "{\"event\":\"perceived\",\"turn\":1,\"at\":\"2026-04-01T01:00:04Z\",\"percept\":\"battery\",\"charge\":0.15}");

    @TempDir
    private Path folder;

    private static List<String> page(Samples samples) {
        return TopPage.lines(samples).stream()
                .map(line -> line.urgency() + " " + line.name() + ": " + line.text())
                .toList();
    }

    @Test
    void shows_the_metrics_of_a_robot() {
        assertThat(page(Samples.parse(METRICS)))
                .containsExactly(
                        "CALM state: moving",
                        "CALM robot: battery 75 % · 0.25 m/s · 42 utterances",
                        "CALM last turn: hearing 310 ms",
                        "CALM p50 / p95: hearing 200 / 380 ms",
                        "LOOK stops: word 2",
                        "CALM acts: navigate completed 3",
                        "CALM runtime: processor 3 % · heap 40 MB");
    }

    @Test
    void what_stands_comes_first_and_alarms() {
        for (String alarm : List.of(
                "aizuchi_emergency_stop 1", "aizuchi_stopped 1", "aizuchi_link_up 0", "aizuchi_state_age_seconds 9")) {
            assertThat(TopPage.lines(Samples.parse(alarm)).get(0).urgency())
                    .as(alarm)
                    .isEqualTo(Urgency.ALARM);
        }
        assertThat(TopPage.lines(Samples.parse("")).get(0).text()).isEqualTo("ready");
    }

    @Test
    void says_what_is_no_metrics() {
        assertThatThrownBy(() -> Samples.parse("<html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<html>");
    }

    @Test
    void reads_labels_with_any_text() {
        Samples samples = Samples.parse("a{x=\"one, {two}\",y=\"say \\\"hi\\\"\"} 1.5e3 1700000000000\n");
        assertThat(samples.sums("a", "y", "x").keySet()).containsExactly("say \"hi\" one, {two}");
    }

    @Test
    void counts_a_journal_into_the_same_page() {
        JournalSamples counted = new JournalSamples();
        JOURNAL.forEach(counted::line);
        counted.line("{\"event\":\"comp");
        assertThat(page(counted.samples()))
                .containsExactly(
                        "ALARM state: STOPPED, latched: a person must say 再開",
                        "LOOK robot: battery 15 % · 1 utterances",
                        "CALM last turn: hearing 300 ms · understanding 8 ms · answer 500 ms",
                        "LOOK stops: word 1",
                        "CALM acts: navigate stopped 1",
                        "CALM events: commanded 1 · failed 1 · heard 1 · perceived 1 · said 1 · stopped 1 · understood 1");
        counted.line("{\"event\":\"resumed\",\"turn\":2}");
        assertThat(page(counted.samples()).get(0)).isEqualTo("CALM state: ready");
    }

    @Test
    void follows_a_journal_over_torn_lines_and_rotations() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Files.writeString(file, "one\ntwo\nthr");
        JournalTail tail = new JournalTail(folder);
        List<String> read = new ArrayList<>();
        tail.read(read::add);
        assertThat(read).containsExactly("one", "two");
        Files.writeString(file, "ee\n", StandardOpenOption.APPEND);
        tail.read(read::add);
        tail.read(read::add);
        assertThat(read).containsExactly("one", "two", "three");
        Files.writeString(file, "new\n");
        tail.read(read::add);
        assertThat(read.stream().collect(Collectors.joining(" "))).isEqualTo("one two three new");
    }
}
