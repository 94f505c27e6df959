package dev.aizuchi.mqtt.vda5050;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two threads do at the same time, one after the other in each order that may be. */
class VehicleTest {
    private static final List<VdaSettings.Road> ROADS = List.of(
            new VdaSettings.Road("n-1", "n-5", 0, false),
            new VdaSettings.Road("n-5", "n-6", 0, false),
            new VdaSettings.Road("n-6", "n-2", 0, false));
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> topics = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final Vehicle vehicle = vehicle(0);

    private Vehicle vehicle(int ahead) {
        VdaSettings settings = new VdaSettings(
                URI.create("tcp://127.0.0.1:1883"),
                "Aizuchi",
                "1",
                "2.1",
                "uagv",
                List.of(new VdaSettings.Spot("食堂", "n-2", 10, 0, 0, "floor-1")),
                ahead == 0 ? List.of() : ROADS,
                ahead,
                HOUR,
                Duration.ofMinutes(10),
                0.1,
                null,
                null,
                null,
                null,
                null);
        Vehicle made = new Vehicle(settings, InstantSource.system(), this::sent, percept -> {});
        made.connected(true);
        made.told(state("", 0, "n-1", 0, "", ""));
        return made;
    }

    private void sent(String topic, byte[] payload) {
        assertThat(MessageSchemas.faults(Dialect.V2_1, topic, payload)).isEmpty();
        topics.add(topic);
        if (topic.equals("order")) {
            orders.add(new String(payload, StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void forgetTheStart() {
        topics.clear();
    }

    @Test
    void an_order_is_not_sent_again_after_a_stop_that_its_thread_has_not_heard_of_yet() {
        CompletableFuture<Outcome> drive = begin(vehicle.stops());
        vehicle.stop();
        vehicle.tick(System.nanoTime());
        assertThat(topics).startsWith("order", "instantActions").containsOnlyOnce("order");
        vehicle.stopped();
        assertThat(drive).isCompletedWithValue(new Failed(Reason.STOPPED, "stopped"));
    }

    @Test
    void an_order_that_was_given_before_a_stop_is_not_sent_after_its_release() {
        long before = vehicle.stops();
        vehicle.stop();
        vehicle.stopped();
        vehicle.resume(vehicle.stops());
        assertThat(begin(before)).isCompletedWithValue(new Failed(Reason.STOPPED, "a stop is latched"));
        assertThat(topics).doesNotContain("order");
    }

    @Test
    void an_order_is_sent_again_no_sooner_than_the_factsheet_allows() {
        vehicle.factsheet(Factsheets.of(Dialect.V2_1, Map.of(), 2));
        long before = System.nanoTime();
        assertThat(begin(vehicle.stops())).isNotDone();
        long after = System.nanoTime();
        vehicle.tick(before + Duration.ofSeconds(1).toNanos());
        assertThat(topics).containsExactly("order");
        vehicle.tick(after + Duration.ofSeconds(2).toNanos());
        assertThat(topics).containsExactly("order", "order");
    }

    @Test
    void a_resume_that_was_given_before_a_stop_releases_nothing() {
        vehicle.stop();
        long before = vehicle.stops();
        vehicle.stop();
        vehicle.stopped();
        vehicle.resume(before);
        assertThat(vehicle.state().stopped()).isTrue();
    }

    @Test
    void an_update_begins_at_the_last_released_node_and_tells_the_rest_as_outlook() {
        Vehicle led = vehicle(1);
        CompletableFuture<Outcome> drive = begin(led, 0);
        assertThat(route(orders.remove(0))).isEqualTo("0: n-1/0 n-5/2 (n-6/4 n-2/6)");
        led.told(state("a", 0, "n-1", 0, "n-5", ""));
        led.tick(System.nanoTime());
        assertThat(orders).as("it has not come nearer").isEmpty();
        led.told(state("a", 0, "n-5", 2, "n-6", ""));
        led.tick(System.nanoTime());
        assertThat(route(orders.remove(0))).isEqualTo("1: n-5/2 n-6/4 (n-2/6)");
        led.tick(System.nanoTime());
        assertThat(route(orders.remove(0))).as("again, for it may be lost").isEqualTo("1: n-5/2 n-6/4 (n-2/6)");
        led.told(state("a", 1, "n-5", 2, "n-6", ""));
        led.tick(System.nanoTime());
        assertThat(orders).isEmpty();
        led.told(state("a", 1, "n-6", 4, "n-2", ""));
        led.tick(System.nanoTime());
        assertThat(route(orders.remove(0))).isEqualTo("2: n-6/4 n-2/6 ()");
        led.told(state("a", 2, "n-2", 6, "", ""));
        assertThat(drive).isCompletedWithValue(new Outcome.Completed());
    }

    @Test
    void a_vehicle_that_asks_for_more_is_released_one_node_further_and_no_more() {
        Vehicle led = vehicle(1);
        assertThat(begin(led, 0)).isNotDone();
        led.told(state("a", 0, "n-1", 0, "n-5", ", \"newBaseRequest\": true"));
        led.tick(System.nanoTime());
        led.told(state("a", 1, "n-1", 0, "n-5", ", \"newBaseRequest\": true"));
        led.tick(System.nanoTime());
        assertThat(orders).hasSize(2);
        assertThat(route(orders.get(1))).isEqualTo("1: n-5/2 n-6/4 (n-2/6)");
    }

    @Test
    void after_a_stop_a_cancel_or_a_lost_link_no_update_is_sent() {
        for (Consumer<Vehicle> end : List.<Consumer<Vehicle>>of(
                Vehicle::stop, ended -> ended.cancel("a"), ended -> ended.connected(false))) {
            Vehicle led = vehicle(1);
            assertThat(begin(led, 0)).isNotDone();
            led.told(state("a", 0, "n-1", 0, "n-5", ""));
            orders.clear();
            end.accept(led);
            led.told(state("a", 0, "n-5", 2, "n-6", ""));
            led.tick(System.nanoTime());
            assertThat(orders).isEmpty();
        }
    }

    @Test
    void a_vehicle_that_never_takes_an_update_is_given_up_and_cancelled() {
        Vehicle led = vehicle(1);
        CompletableFuture<Outcome> drive = begin(led, 0);
        led.told(state("a", 0, "n-5", 2, "n-6", ""));
        led.tick(System.nanoTime());
        topics.clear();
        led.tick(System.nanoTime() + Duration.ofMinutes(11).toNanos());
        assertThat(drive)
                .isCompletedWithValue(
                        new Failed(Reason.UNREACHABLE, "the vehicle does not take the next part of its way"));
        assertThat(topics).contains("instantActions").doesNotContain("order");
    }

    @Test
    void a_vehicle_that_gives_up_before_the_last_released_node_waits_for_no_more() {
        Vehicle led = vehicle(1);
        CompletableFuture<Outcome> drive = begin(led, 0);
        led.told(state("a", 0, "n-1", 0, "", ""));
        assertThat(drive)
                .isCompletedWithValue(new Failed(Reason.FAULT, "the vehicle has given the order up at node n-1"));
    }

    /** Tell a state; {@code left} is the node that it is on its way to, or none. */
    private static byte[] state(String order, int update, String node, int sequence, String left, String more) {
        String nodes = left.isEmpty() ? "" : """
                {"nodeId": "%s", "sequenceId": %d, "released": true}""".formatted(left, sequence + 2);
        byte[] state = """
                {"headerId": 0, "timestamp": "2026-04-01T09:00:00.000Z", "version": "2.1.0",
                 "manufacturer": "Aizuchi", "serialNumber": "1",
                 "orderId": "%s", "orderUpdateId": %d, "lastNodeId": "%s", "lastNodeSequenceId": %d,
                 "nodeStates": [%s], "edgeStates": [], "actionStates": [], "errors": [], "driving": false,
                 "batteryState": {"batteryCharge": 80, "charging": false},
                 "operatingMode": "AUTOMATIC", "safetyState": {"eStop": "NONE", "fieldViolation": false}%s}""".formatted(order, update, node, sequence, nodes, more).getBytes(StandardCharsets.UTF_8);
        assertThat(MessageSchemas.faults(Dialect.V2_1, "state", state)).isEmpty();
        return state;
    }

    /** Write an order's nodes as {@code update: node/sequence … (those that are not released)}. */
    private static String route(String order) {
        try {
            JsonNode json = new ObjectMapper().readTree(order);
            List<String> base = new ArrayList<>();
            List<String> horizon = new ArrayList<>();
            json.path("nodes")
                    .forEach(node -> (node.path("released").asBoolean() ? base : horizon)
                            .add(node.path("nodeId").asText() + "/"
                                    + node.path("sequenceId").asInt()));
            return json.path("orderUpdateId").asInt() + ": " + String.join(" ", base) + " (" + String.join(" ", horizon)
                    + ")";
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<Outcome> begin(long stopsBefore) {
        return begin(vehicle, stopsBefore);
    }

    private static CompletableFuture<Outcome> begin(Vehicle vehicle, long stopsBefore) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Command command = new Command("a", new Action.Navigate(new Place("食堂")), HOUR);
        vehicle.begin(command, done -> {}, outcome, stopsBefore);
        return outcome;
    }
}
