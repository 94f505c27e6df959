package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BusBenchTest {
    private static final int ROUNDS = 20;

    /** Hands each message to who listens, on the thread that sends. */
    private static final class Wire implements Bus {
        private final Map<String, List<Consumer<Datum.Fields>>> listeners = new ConcurrentHashMap<>();
        int said;

        private List<Consumer<Datum.Fields>> of(String topic) {
            return listeners.computeIfAbsent(topic, name -> new CopyOnWriteArrayList<>());
        }

        @Override
        public void publish(Endpoint topic, Datum.Fields message) {
            said += topic.name().equals("/bench/said") ? 1 : 0;
            of(topic.name()).forEach(listener -> listener.accept(message));
        }

        @Override
        public Subscription subscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
            of(topic.name()).add(listener);
            return () -> of(topic.name()).remove(listener);
        }

        @Override
        public CompletionStage<Answer> call(Endpoint service, Datum.Fields request, Duration timeout) {
            throw new IllegalStateException("nothing is called");
        }

        @Override
        public Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback) {
            throw new IllegalStateException("no goal is set");
        }

        @Override
        public void onLink(Consumer<Boolean> listener) {}

        @Override
        public Optional<Datum.Fields> pattern(String type, Part part) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @Test
    void measures_each_way_and_leaves_nobody_listening() throws InterruptedException {
        Wire wire = new Wire();
        ObjectNode report = Json.MAPPER.createObjectNode();
        try (BusBench bench = new BusBench(wire, ROUNDS)) {
            bench.against(wire, report);
        }
        for (String figure : List.of("publish_ms", "one_way_ms", "round_trip_ms")) {
            assertThat(report.path(figure).path("p99").asDouble(-1))
                    .as(figure)
                    .isGreaterThanOrEqualTo(report.path(figure).path("p50").asDouble());
        }
        assertThat(report.path("round_trip_ms").path("p50").asDouble())
                .isGreaterThanOrEqualTo(report.path("one_way_ms").path("p50").asDouble());
        assertThat(report.path("messages_per_s").asLong()).isPositive();
        assertThat(report.path("lost").asInt(-1)).isZero();
        assertThat(wire.said).isGreaterThan(5 * ROUNDS);
        assertThat(wire.listeners.values()).allMatch(List::isEmpty);
    }
}
