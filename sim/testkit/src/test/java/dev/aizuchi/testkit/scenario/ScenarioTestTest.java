package dev.aizuchi.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.testkit.LearntOnce;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ScenarioTestTest {
    private static final Skill GO = () -> SkillSpec.named("go")
            .needs(Navigate.class)
            .on("go", List.of("行って"), turn -> Reply.say("行きます。").then(new Navigate(new Place("食堂"))));
    private static final List<String> CALLED = new ArrayList<>();

    @ScenarioTest("src/test/scenarios/shown")
    void each_scenario_is_a_test(Rehearsal rehearsal) {
        CALLED.add(rehearsal.scenario().name());
        rehearsal.by(GO);
    }

    @AfterAll
    static void all_were_called_and_no_part_was() {
        assertThat(CALLED)
                .containsExactlyInAnyOrder(
                        "goes to the dining room on 50 percent (row 1)",
                        "goes to the dining room on 90 percent (row 2)",
                        "goes in most runs");
    }

    @Test
    void fails_with_what_happened_instead() {
        Scenario scenario = ScenarioReader.read("name: x\nturns: [{ user: 行って, expect: [{ say: はい }] }]\n", "x.yaml")
                .get(0);
        Rehearsal rehearsal = new Rehearsal(scenario, new LearntOnce(PhraseInterpreter::of));
        assertThatThrownBy(() -> rehearsal.by(GO))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("x.yaml:2: turn 0: expected say: はい", "say 「行きます。」");
    }

    @Test
    void what_happened_is_checked_besides() {
        Scenario scenario = ScenarioReader.read("name: x\nturns: [{ user: 行って }]\n", "x.yaml")
                .get(0);
        Rehearsal rehearsal = new Rehearsal(scenario, new LearntOnce(PhraseInterpreter::of));
        assertThatThrownBy(() -> rehearsal.by(events -> assertThat(events).isEmpty(), GO))
                .isInstanceOf(AssertionError.class);
    }
}
