package dev.aizuchi.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A runner that lets everything pass would be worse than none: most of these fail on purpose. */
class ScenariosTest {
    private static final Skill SKILL = () -> SkillSpec.named("go")
            .needs(Navigate.class)
            .on(
                    "go",
                    List.of("行って"),
                    turn -> Reply.say("行きます。")
                            .then(new Navigate(new Place("食堂")))
                            .thenSay("着きました。"));

    @Test
    void passes_when_all_comes_in_order() {
        assertThat(run("""
                  - user: 行って
                    expect:
                      - understood: go
                      - say: 行きます
                      - commanded: navigate
                        with: { place: 食堂 }
                      - completed: navigate
                      - say: 着きました
                    within: PT60S
                """)).isEmpty();
    }

    @Test
    void fails_when_something_does_not_come_in_time_and_shows_what_came() {
        assertThat(run("""
                  - user: 行って
                    expect: [{ completed: navigate }]
                    within: PT1S
                """))
                .hasValueSatisfying(failure -> assertThat(failure)
                        .contains("turn 0", "expected completed: navigate within 1 s", "say 「行きます。」"));
    }

    @Test
    void fails_when_the_order_is_another() {
        assertThat(run("""
                  - user: 行って
                    expect: [{ completed: navigate }, { say: 行きます }]
                    within: PT60S
                """)).isPresent();
    }

    @Test
    void fails_when_an_argument_is_another() {
        assertThat(run("""
                  - user: 行って
                    expect: [{ commanded: navigate, with: { place: 給湯室 } }]
                """)).isPresent();
    }

    @Test
    void fails_when_what_must_not_happen_happens() {
        assertThat(run("""
                  - user: 行って
                    expect: [{ nothing: commanded }]
                """)).hasValueSatisfying(failure -> assertThat(failure).contains("must not happen"));
    }

    @Test
    void stops_and_refuses_until_resumed() {
        assertThat(run("""
                  - user: 行って
                    expect: [{ commanded: navigate }]
                  - after: PT2S
                    stop: button
                    expect: [{ stopped: button }, { failed: navigate, because: stopped }]
                  - user: 行って
                    expect: [{ refused: navigate, because: stopped }, { nothing: commanded }]
                    within: PT3S
                  - user: 再開
                    expect: [{ resumed: '' }]
                  - user: 行って
                    expect: [{ completed: navigate }]
                    within: PT60S
                """)).isEmpty();
    }

    @Test
    void changes_the_floor_in_mid_course() {
        assertThat(run("""
                  - fault: { battery: 0.05 }
                  - user: 行って
                    expect: [{ refused: navigate, because: battery }]
                """)).isEmpty();
    }

    private static Optional<String> run(String turns) {
        return Scenarios.run(
                ScenarioReader.read("name: test\nturns:\n" + turns, "test.yaml").get(0),
                List.of(SKILL),
                ScenariosTest::exact);
    }

    private static Interpreter exact(List<Intent> intents) {
        return text -> intents.stream()
                .filter(intent -> intent.phrases().contains(text))
                .map(intent -> new Match(intent.name(), text, Map.of(), 1))
                .toList();
    }
}
