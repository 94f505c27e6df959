package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SpeakingConfigTest {
    private static AgentConfig.Speaking speaking(String text) {
        String file = "site: { speaker: 101号室 }\nrobot: { use: mqtt }\nspeaking: " + text + "\n";
        return Objects.requireNonNull(
                ConfigFile.of("agent.yaml", file, Path::of).agent().speaking());
    }

    @Test
    void a_robot_that_speaks_itself_needs_no_more_than_to_be_told_so() {
        assertThat(speaking("{ robot: true }").robot()).isTrue();
        assertThat(speaking("{ synthesizer: { use: hmm }, sink: { use: speaker } }")
                        .robot())
                .isFalse();
    }

    @Test
    void half_a_voice_and_two_voices_are_told_with_their_line() {
        assertThatThrownBy(() -> speaking("{ synthesizer: { use: hmm } }"))
                .hasMessageContaining("agent.yaml:3")
                .hasMessageContaining("sink is missing");
        assertThatThrownBy(() -> speaking("{ }")).hasMessageContaining("synthesizer is missing; or write robot: true");
        assertThatThrownBy(() -> speaking("{ robot: true, sink: { use: speaker } }"))
                .hasMessageContaining("robot: true stands alone");
    }
}
