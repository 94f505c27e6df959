package dev.aizuchi.ros2.rcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Host;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.ros2.Patience;
import dev.aizuchi.ros2.hri.DialogueNode;
import dev.aizuchi.ros2.hri.FakeFloor;
import dev.aizuchi.ros2.hri.StandingRobot;
import dev.aizuchi.speech.Recognition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application of ROS4HRI in rclpy uses the dialogue node in a real ROS 2. */
@Tag("ros2")
class HriPeerTest {
    private final Host bus = RclBus.open(
            new RclSettings("aizuchi", "/", PythonPeer.DOMAIN, RclSettings.Discovery.LOCALHOST, List.of(), List.of()));
    private final FakeFloor floor = new FakeFloor();
    private final BlockingQueue<Percept> percepts = new LinkedBlockingQueue<>();
    private final DialogueNode node = new DialogueNode(
            bus,
            new DialogueNode.Settings(
                    "/aizuchi", "", "anonymous_speaker", "ja-JP", Duration.ofSeconds(60), List.of(), true),
            new StandingRobot(Instant.now(), 0.8),
            InstantSource.system());
    private final PythonPeer peer = PythonPeer.start("hri_peer.py");

    @AfterEach
    void close() {
        peer.close();
        node.close();
        bus.close();
    }

    private void activate() throws IOException {
        node.join(floor, percepts::add, heard -> {});
        assertThat(peer.answer("state")).isEqualTo("unconfigured");
        assertThat(peer.answer("transition 3")).isEqualTo("False");
        assertThat(peer.answer("transition 1")).isEqualTo("True");
        assertThat(peer.answer("transition 3")).isEqualTo("True");
        assertThat(peer.answer("state")).isEqualTo("active");
    }

    @Test
    void says_and_asks_what_an_application_wants() throws IOException {
        activate();
        peer.ask("say ようこそ。お待ちしておりました。");
        Patience.until("it is said", () -> floor.said.contains("ようこそ。お待ちしておりました。"));
        floor.saying.get(0).end(true);
        assertThat(peer.line()).isEqualTo("4 0 ");
        assertThat(peer.answer("cancel 長い話です。")).startsWith("5 ");
        assertThat(peer.answer("say  ")).isEqualTo("rejected");

        peer.ask("ask {\"name\":{\"type\":\"string\"}} お名前をお聞かせください。");
        Patience.until("it is asked", () -> floor.asked.contains("お名前をお聞かせください。"));
        floor.values.get(0).end(Optional.of("髙橋"));
        assertThat(peer.line()).isEqualTo("4 0 {\"name\":\"髙橋\"}");
    }

    @Test
    void tells_an_application_what_is_heard_and_understood_and_hears_who_comes() throws IOException {
        activate();
        assertThat(peer.answer("person p_1")).isEqualTo("told");
        assertThat(Patience.next(percepts)).isEqualTo(new Percept.PersonArrived("p_1"));
        assertThat(peer.answer("left")).isEqualTo("told");
        assertThat(Patience.next(percepts)).isEqualTo(new Percept.PersonLeft("p_1"));

        node.accept(new DialogueEvent.PartialHeard(1, Instant.now(), "お茶を"));
        assertThat(peer.answer("speech")).isEqualTo("お茶を||ja-JP");
        node.accept(new DialogueEvent.Heard(1, Instant.now(), Recognition.ofText("お茶をください"), Duration.ZERO));
        assertThat(peer.answer("speech")).isEqualTo("|お茶をください|ja-JP");
        node.accept(new DialogueEvent.Understood(
                1, Instant.now(), "care", "bring_tea", Map.of("place", "食堂"), 0.9, Duration.ZERO));
        assertThat(peer.answer("intent"))
                .isEqualTo("__intent_bring_object__ {\"object\":\"お茶\",\"goal\":\"食堂\",\"place\":\"食堂\"}");
    }

    @Test
    void is_a_node_with_parameters_and_diagnostics() throws IOException {
        activate();
        assertThat(peer.answer("get locale")).isEqualTo("ja-JP");
        assertThat(peer.answer("set publish_intents off")).isEqualTo("True ");
        assertThat(peer.answer("get publish_intents")).isEqualTo("False");
        assertThat(peer.answer("set locale on")).isEqualTo("False locale cannot be set while the node runs");
        assertThat(peer.answer("diagnostics")).contains("aizuchi: link=0", "aizuchi: battery=0");
    }
}
