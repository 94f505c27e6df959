package dev.aizuchi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TracesTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static FakeCollector collected() throws IOException {
        FakeCollector collector = new FakeCollector();
        Traces traces = Traces.send(collector.uri(), "0.1.0", () -> Happenings.START, fault -> {});
        Happenings.all().forEach(traces);
        traces.close(LONGEST);
        return collector;
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }

    private static Span named(List<Span> spans, String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .collect(Collectors.joining());
    }

    @Test
    void each_turn_is_a_trace_and_each_stage_a_span_in_it() throws IOException {
        try (FakeCollector collector = collected()) {
            List<Span> spans = collector.spans();
            assertThat(spans.stream().map(Span::getTraceId).distinct()).hasSize(2);
            List<Span> roots = spans.stream()
                    .filter(span -> span.getName().equals("invoke_agent aizuchi"))
                    .toList();
            assertThat(roots).hasSize(2).allMatch(root -> root.getParentSpanId().isEmpty());
            Span first = roots.stream()
                    .filter(root -> root.getStartTimeUnixNano() == nanos(Happenings.at(50)))
                    .findFirst()
                    .orElseThrow();
            List<Span> of = spans.stream()
                    .filter(span -> span.getParentSpanId().equals(first.getSpanId()))
                    .toList();
            assertThat(of)
                    .extracting(Span::getName)
                    .containsExactlyInAnyOrder("hear", "understand", "answer", "execute_tool navigate");
            Span hear = named(of, "hear");
            assertThat(hear.getEndTimeUnixNano() - hear.getStartTimeUnixNano()).isEqualTo(250_000_000);
            Span answer = named(of, "answer");
            assertThat(answer.getEndTimeUnixNano() - answer.getStartTimeUnixNano())
                    .isEqualTo(600_000_000);
            assertThat(attribute(named(of, "understand"), "aizuchi.intent")).isEqualTo("guide");
        }
    }

    @Test
    void an_act_is_a_tool_call_by_the_conventions_and_tells_why_it_failed() throws IOException {
        try (FakeCollector collector = collected()) {
            Span act = named(collector.spans(), "execute_tool navigate");
            assertThat(attribute(act, "gen_ai.operation.name")).isEqualTo("execute_tool");
            assertThat(attribute(act, "gen_ai.tool.name")).isEqualTo("navigate");
            assertThat(attribute(act, "gen_ai.tool.call.id")).isEqualTo("c1");
            assertThat(attribute(act, "error.type")).isEqualTo("stopped");
            assertThat(act.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
            Span root = named(collector.spans(), "invoke_agent aizuchi");
            assertThat(attribute(root, "gen_ai.operation.name")).isEqualTo("invoke_agent");
            assertThat(attribute(root, "gen_ai.conversation.id")).hasSize(36);
        }
    }

    @Test
    void refusals_stops_and_faults_stand_in_their_turn() throws IOException {
        try (FakeCollector collector = collected()) {
            assertThat(collector.spans().stream()
                            .flatMap(span -> span.getEventsList().stream())
                            .map(Span.Event::getName))
                    .containsExactlyInAnyOrder("said", "refused", "stopped", "said", "faulted");
        }
    }

    @Test
    void no_word_of_anybody_is_sent() throws IOException {
        try (FakeCollector collector = collected()) {
            assertThat(collector.received()).isNotEmpty();
            collector
                    .received()
                    .forEach(request -> assertThat(new String(request.toByteArray(), StandardCharsets.UTF_8))
                            .contains("navigate")
                            .doesNotContain("田中")
                            .doesNotContain("ベッド"));
        }
    }

    @Test
    void a_collector_that_is_not_there_is_told_once() throws Exception {
        BlockingQueue<String> faults = new LinkedBlockingQueue<>();
        URI nowhere;
        try (FakeCollector gone = new FakeCollector()) {
            nowhere = gone.uri();
        }
        Traces traces = Traces.send(nowhere, "0.1.0", () -> Happenings.START, faults::add);
        Happenings.all().forEach(traces);
        traces.close(LONGEST);
        assertThat(faults.poll(20, TimeUnit.SECONDS))
                .contains(nowhere.toString())
                .contains("start a collector");
        assertThat(faults).isEmpty();
    }

    @Test
    void a_turn_is_over_when_it_is_quiet_and_nothing_is_under_way() {
        TurnSpans spans = new TurnSpans(TracerProvider.noop().get("test"), "c");
        Happenings.all().subList(0, 7).forEach(spans::take);
        spans.sweep(Happenings.at(60_000));
        assertThat(spans.open()).as("an act is under way").isOne();
        Happenings.all().subList(7, 15).forEach(spans::take);
        spans.sweep(Happenings.at(14_000));
        assertThat(spans.open()).isEqualTo(2);
        spans.sweep(Happenings.at(14_100));
        assertThat(spans.open()).isOne();
        spans.sweep(Happenings.at(14_700));
        assertThat(spans.open()).isZero();
    }
}
