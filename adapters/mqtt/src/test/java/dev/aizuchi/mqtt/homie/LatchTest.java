package dev.aizuchi.mqtt.homie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatchTest {
    private final List<String> sent = new ArrayList<>();
    private boolean up = true;
    private final Latch latch = new Latch((topic, payload, qos) -> {
        if (up) {
            sent.add(topic + "=" + new String(payload, StandardCharsets.UTF_8));
        }
        return up;
    });
    private final House house = new House(HomieSettings.of(URI.create("tcp://127.0.0.1:1883")), latch, acts -> {});
    private int count;

    @BeforeEach
    void furnish() {
        tell("shade/$state", "ready");
        tell("shade/$description", """
                {"homie": "5.0", "version": 1, "name": "101号室", "nodes": {
                  "curtain": {"properties": {
                    "action": {"datatype": "enum", "format": "open,close,stop", "settable": true}}},
                  "light": {"properties": {"power": {"datatype": "boolean", "settable": true}}}}}""");
    }

    @Test
    void what_was_asked_for_before_a_stop_is_never_set_after_it_even_when_that_is_released_at_once() {
        long before = latch.stops();
        latch.stop();
        latch.resume();
        assertThat(begin("curtain", before)).isCompletedWithValue(new Failed(Reason.STOPPED, "stopped"));
        assertThat(sent).containsExactly("shade/curtain/action/set=stop");
        CompletableFuture<Outcome> fresh = begin("curtain", latch.stops());
        assertThat(fresh).isNotDone();
        assertThat(sent).endsWith("shade/curtain/action/set=open");
    }

    @Test
    void what_is_under_way_is_not_set_again_after_a_stop_but_a_light_is() {
        CompletableFuture<Outcome> open = begin("curtain", latch.stops());
        CompletableFuture<Outcome> on = begin("light", latch.stops());
        sent.clear();
        latch.stop();
        house.tick(System.nanoTime() + Duration.ofSeconds(2).toNanos());
        assertThat(sent).containsExactly("shade/curtain/action/set=stop", "shade/light/power/set=true");
        house.endStopped();
        assertThat(open).isCompletedWithValue(new Failed(Reason.STOPPED, "stopped"));
        assertThat(on).isNotDone();
    }

    @Test
    void a_stop_that_found_no_link_is_said_when_it_is_back() {
        up = false;
        latch.stop();
        latch.resume();
        up = true;
        latch.link(true);
        assertThat(sent).containsExactly("shade/curtain/action/set=stop");
        latch.link(true);
        assertThat(sent).as("once").hasSize(1);
    }

    @Test
    void a_stop_that_went_out_shortly_before_the_link_showed_to_be_lost_is_said_again() {
        latch.stop();
        latch.resume();
        latch.link(false);
        latch.link(true);
        assertThat(sent).containsExactly("shade/curtain/action/set=stop", "shade/curtain/action/set=stop");
    }

    private CompletableFuture<Outcome> begin(String name, long stopsBefore) {
        Action action = new Action.Own(
                name,
                List.of(
                        new Argument.Text("place", "101号室"),
                        new Argument.Flag(name.equals("light") ? "on" : "open", true)));
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        house.begin(new Command("c-" + ++count, action, Duration.ofMinutes(1)), stopsBefore, outcome);
        return outcome;
    }

    private void tell(String topic, String payload) {
        house.told(topic, payload.getBytes(StandardCharsets.UTF_8));
    }
}
