package dev.aizuchi.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayedJsonTest {
    @TempDir
    private Path folder;

    private List<Scenario> scenarios = List.of();

    @BeforeEach
    void write() {
        scenarios = Lent.scenarios(folder, "a", "fails");
    }

    @Test
    void what_came_of_a_run_is_read_as_it_was() {
        for (Scenario scenario : scenarios) {
            Played played = new Scripted("one").play(scenario, Long.MAX_VALUE);
            assertThat(PlayedJson.read(PlayedJson.of(played, false), scenario)).isEqualTo(played);
        }
    }

    @Test
    void in_brief_only_what_went_wrong_comes_with_what_happened() {
        Scripted player = new Scripted("one");
        assertThat(PlayedJson.read(PlayedJson.of(player.play(scenarios.get(0), 1), true), scenarios.get(0))
                        .course()
                        .moments())
                .isEmpty();
        assertThat(PlayedJson.read(PlayedJson.of(player.play(scenarios.get(1), 1), true), scenarios.get(1))
                        .course()
                        .moments())
                .hasSize(1);
    }

    @Test
    void anything_else_is_an_answer_of_a_machine_that_cannot_play() {
        for (String hostile :
                List.of("", "null", "[]", "{}", "{\"played\":null}", "{\"played\":{\"seed\":\"x\"}}", "<")) {
            assertThatThrownBy(() -> PlayedJson.read(hostile, scenarios.get(0)))
                    .as(hostile)
                    .isInstanceOf(ClusterException.class);
        }
        assertThatThrownBy(() -> PlayedJson.read(PlayedJson.broken("no model"), scenarios.get(0)))
                .hasMessage("no model");
    }
}
