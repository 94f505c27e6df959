package dev.aizuchi.mqtt.vda5050;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two threads do at the same time, one after the other in each order that may be. */
class VehicleTest {
    private static final VdaSettings SETTINGS = VdaSettings.of(
            URI.create("tcp://127.0.0.1:1883"),
            "Aizuchi",
            "1",
            "2.1",
            List.of(new VdaSettings.Spot("食堂", "n-2", 10, 0, 0, "floor-1")));

    private final List<String> topics = new ArrayList<>();
    private final Vehicle vehicle =
            new Vehicle(SETTINGS, InstantSource.system(), (topic, payload) -> topics.add(topic), percept -> {});

    @BeforeEach
    void standReady() {
        vehicle.connected(true);
        vehicle.told("""
                {"orderId": "", "lastNodeId": "n-1", "nodeStates": [], "edgeStates": [], "driving": false,
                 "operatingMode": "AUTOMATIC", "safetyState": {"eStop": "NONE"}}""".getBytes(StandardCharsets.UTF_8));
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
        vehicle.factsheet("""
                {"protocolLimits": {"timing": {"minOrderInterval": 2}}, "protocolFeatures": {}}""".getBytes(StandardCharsets.UTF_8));
        assertThat(begin(vehicle.stops())).isNotDone();
        long begun = System.nanoTime();
        vehicle.tick(begun + Duration.ofSeconds(1).toNanos());
        assertThat(topics).containsExactly("order");
        vehicle.tick(begun + Duration.ofMillis(2_100).toNanos());
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

    private CompletableFuture<Outcome> begin(long stopsBefore) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Command command = new Command("a", new Action.Navigate(new Place("食堂")), Duration.ofMinutes(1));
        vehicle.begin(command, done -> {}, outcome, stopsBefore);
        return outcome;
    }
}
