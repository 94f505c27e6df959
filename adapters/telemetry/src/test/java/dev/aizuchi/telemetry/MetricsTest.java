package dev.aizuchi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.robot.RobotState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetricsTest {
    private static final RobotState STATE =
            new RobotState(Happenings.START, 1, 2, 0, 0.25, 0.75, false, true, "田中さんの部屋");

    private static Metrics serve(String token) throws IOException {
        Metrics metrics = Metrics.serve(
                new MetricsSettings("127.0.0.1", 0, token), () -> STATE, () -> Happenings.START.plusSeconds(3));
        Happenings.all().forEach(metrics);
        return metrics;
    }

    private static HttpResponse<String> get(Metrics metrics, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void tells_what_happened_in_the_format_of_prometheus() throws Exception {
        try (Metrics metrics = serve("")) {
            HttpResponse<String> response = get(metrics, "/metrics");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type").orElse(""))
                    .startsWith("text/plain; version=0.0.4");
            assertThat(response.body().lines())
                    .contains(
                            "aizuchi_events_total{event=\"heard\"} 2.0",
                            "aizuchi_stops_total{cause=\"other\"} 1.0",
                            "aizuchi_stops_total{cause=\"word\"} 0.0",
                            "aizuchi_refusals_total{action=\"raise_bed\",rule=\"touches_person\"} 1.0",
                            "aizuchi_faults_total{part=\"hearing\"} 1.0",
                            "aizuchi_act_seconds_count{action=\"navigate\",outcome=\"stopped\"} 1",
                            "aizuchi_hearing_seconds_bucket{le=\"0.2\"} 1",
                            "aizuchi_hearing_seconds_bucket{le=\"0.4\"} 2",
                            "aizuchi_answer_seconds_sum 1.3",
                            "aizuchi_last_turn_seconds{stage=\"answer\"} 0.7",
                            "aizuchi_turn 2.0",
                            "aizuchi_link_up 0.0",
                            "aizuchi_battery_ratio 0.75",
                            "aizuchi_stopped 1.0",
                            "aizuchi_emergency_stop 0.0",
                            "aizuchi_speed_meters_per_second 0.25",
                            "aizuchi_state_age_seconds 3.0")
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                    .anyMatch(line -> line.startsWith("process_cpu_usage"));
        }
    }

    @Test
    void no_word_of_anybody_stands_in_a_label() throws Exception {
        try (Metrics metrics = serve("")) {
            assertThat(get(metrics, "/metrics").body())
                    .contains("aizuchi_")
                    .doesNotContain("田中")
                    .doesNotContain("ベッド");
        }
    }

    @Test
    void who_lacks_the_token_is_turned_away() throws Exception {
        try (Metrics metrics = serve("geheim")) {
            assertThat(get(metrics, "/metrics").statusCode()).isEqualTo(401);
            assertThat(get(metrics, "/metrics", "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(401);
            assertThat(get(metrics, "/metrics", "Authorization", "Bearer geheim")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(metrics, "/metrics/more", "Authorization", "Bearer geheim")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void other_machines_are_served_only_with_a_token() {
        assertThatThrownBy(() -> new MetricsSettings("0.0.0.0", 9464, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token-file");
        assertThat(new MetricsSettings("0.0.0.0", 9464, "geheim").token()).isEqualTo("geheim");
        assertThatThrownBy(() -> new MetricsSettings("127.0.0.1", 70_000, "")).hasMessageContaining("70000");
    }

    /** Every name that a query of the board asks for is one that is served. */
    @Test
    void the_board_asks_for_what_there_is() throws Exception {
        JsonNode board = new ObjectMapper().readTree(Files.readString(Path.of("grafana/aizuchi.json")));
        List<String> queries = board.findValuesAsText("expr");
        assertThat(queries).hasSizeGreaterThan(10);
        Set<String> served = new TreeSet<>();
        try (Metrics metrics = serve("")) {
            get(metrics, "/metrics")
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> served.add(line.replaceFirst("[{ ].*", "")));
        }
        Pattern name = Pattern.compile("\\b(?:aizuchi|jvm|process|system)_[a-z_]+");
        for (String query : queries) {
            Matcher names = name.matcher(query);
            assertThat(names.find()).as(query).isTrue();
            do {
                assertThat(served).as(query).contains(names.group());
            } while (names.find());
        }
    }
}
