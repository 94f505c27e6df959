package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.ros2.hri.DialogueNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class Ros4HriConfigTest {
    private static DialogueNode.Settings settings(String ros4hri) {
        return Objects.requireNonNull(config(ros4hri).ros4hri()).settings();
    }

    private static AgentConfig config(String ros4hri) {
        String text = "site: { speaker: 101号室 }\nrobot: { use: mqtt }\nros4hri: " + ros4hri + "\n";
        return ConfigFile.of("agent.yaml", text, Path::of).agent();
    }

    @Test
    void one_line_is_enough() {
        DialogueNode.Settings read = settings("{ bus: { use: rcl } }");
        assertThat(read.node()).isEqualTo("/aizuchi");
        assertThat(read.voice()).isEqualTo("anonymous_speaker");
    }

    @Test
    void what_is_written_is_taken() {
        DialogueNode.Settings read = settings(
                "{ bus: { use: rosbridge }, prefix: /robot1, quiet: PT20S, hears: [anonymous_speaker], voice: own, managed: true }");
        assertThat(read.prefix()).isEqualTo("/robot1");
        assertThat(read.quiet()).isEqualTo(Duration.ofSeconds(20));
        assertThat(read.hears()).containsExactly("anonymous_speaker");
        assertThat(read.managed()).isTrue();
    }

    @Test
    void a_wrong_name_and_a_missing_bus_are_told_with_their_line() {
        assertThatThrownBy(() -> config("{ bus: { use: rcl }, node: aizuchi }"))
                .hasMessageContaining("agent.yaml:3")
                .hasMessageContaining("/aizuchi");
        assertThatThrownBy(() -> config("{ bus: { use: rcl }, vioce: v1 }"))
                .hasMessageContaining("did you mean voice?");
        assertThatThrownBy(() -> config("{ voice: v1 }")).hasMessageContaining("bus is missing");
    }
}
