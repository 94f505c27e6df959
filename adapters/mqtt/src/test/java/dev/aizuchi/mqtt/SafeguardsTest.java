package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.mqtt.Wire.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;

class SafeguardsTest {
    private static final long MS = 1_000_000;

    @Test
    void the_dead_man_counts_from_the_last_sign_of_the_runtime_that_moves_the_robot() {
        DeadMan deadMan = new DeadMan(Duration.ofMillis(200));
        deadMan.obey("a", 1_000 * MS);
        assertThat(deadMan.isDue(1_200 * MS)).isFalse();
        assertThat(deadMan.isDue(1_201 * MS)).isTrue();
        deadMan.beat("a", 1_150 * MS);
        assertThat(deadMan.isDue(1_201 * MS)).isFalse();
        deadMan.beat("another", 1_300 * MS);
        assertThat(deadMan.isDue(1_351 * MS)).isTrue();
    }

    @Test
    void the_link_goes_after_silence_and_comes_with_the_next_sign() {
        Link link = new Link(Duration.ofMillis(300));
        assertThat(link.wentSilent(5_000 * MS)).isFalse();
        assertThat(link.heard(5_000 * MS)).isTrue();
        assertThat(link.heard(5_100 * MS)).isFalse();
        assertThat(link.wentSilent(5_400 * MS)).isFalse();
        assertThat(link.wentSilent(5_401 * MS)).isTrue();
        assertThat(link.wentSilent(5_500 * MS)).isFalse();
        assertThat(link.isUp()).isFalse();
        assertThat(link.heard(6_000 * MS)).isTrue();
        assertThat(link.lost()).isTrue();
        assertThat(link.lost()).isFalse();
    }

    @Test
    void a_stop_counts_once_and_a_resume_that_it_overtook_does_not() {
        StopLatch latch = new StopLatch();
        assertThat(latch.counts(new Signal("a", 1))).isTrue();
        assertThat(latch.isNewStop(new Signal("a", 5))).isTrue();
        assertThat(latch.isNewStop(new Signal("a", 5))).isFalse();
        assertThat(latch.counts(new Signal("a", 4))).isFalse();
        assertThat(latch.counts(new Signal("a", 6))).isTrue();
        assertThat(latch.isNewStop(new Signal("b", 1))).isTrue();
    }

    @Test
    void the_backlog_drops_the_oldest_and_keeps_what_is_not_taken() {
        Backlog backlog = new Backlog(2);
        for (String text : List.of("1", "2", "3")) {
            backlog.add(new Backlog.Entry(Topic.PERCEPT, new MqttMessage(text.getBytes(StandardCharsets.UTF_8))));
        }
        List<String> sent = new ArrayList<>();
        backlog.drain(entry -> sent.isEmpty() && sent.add(entry.message().toString()));
        assertThat(sent).containsExactly("2");
        assertThat(backlog.size()).isEqualTo(1);
    }
}
