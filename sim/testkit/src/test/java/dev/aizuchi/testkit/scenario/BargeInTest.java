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
import dev.aizuchi.testkit.LearntOnce;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody speaks while the robot does. */
class BargeInTest {
    private static final String LONG = "食堂は廊下をまっすぐ行って、突き当たりを右に曲がったところにございます。";
    private static final Skill GUIDE = () -> SkillSpec.named("guide")
            .needs(Navigate.class)
            .on("way", List.of("食堂はどこですか"), turn -> Reply.say(LONG))
            .on("lead", List.of("連れて行ってください"), turn -> Reply.say("食堂へご案内します。").then(new Navigate(new Place("食堂"))))
            .on("tell", List.of("時間を教えてください"), turn -> Reply.say("十時です。"));
    private static final LearntOnce EXACT = new LearntOnce(BargeInTest::exact);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            時間を教えてください | [{ cut: まっすぐ }, { understood: tell }, { say: 十時です }]            | a wish takes the turn
            うん                | [{ nothing: cut }, { nothing: understood }]                          | a listener's sound does not
            へえ                | [{ nothing: cut }, { nothing: not-understood }]                      | nor does another
            止まって             | [{ cut: まっすぐ }, { stopped: word }]                                | a stop word acts
            ちょっと止まって      | [{ cut: まっすぐ }, { stopped: word }]                                | wherever it stands
            """)
    void what_is_said_while_the_robot_speaks_is_heard_as_by_its_ears(String line, String expected, String why) {
        assertThat(run("""
                turns:
                  - { user: 食堂はどこですか, expect: [{ say: まっすぐ }] }
                  - { during: まっすぐ, user: %s, within: PT8S, expect: %s }
                """.formatted(line, expected))).as(why).isEmpty();
    }

    @Test
    void the_robot_is_cut_where_it_was_and_not_before_the_point() {
        String turns = """
                turns:
                  - { user: 食堂はどこですか, expect: [{ say: まっすぐ }] }
                  - { during: %s, user: 時間を教えてください, expect: [{ cut: %s }] }
                """;
        assertThat(run(turns.formatted("突き当たり", "突き当たり"))).isEmpty();
        assertThat(run(turns.formatted("食堂は", "突き当たり")))
                .hasValueSatisfying(text -> assertThat(text).contains("expected cut: 突き当たり", "cut, after 「食堂は"));
    }

    @Test
    void what_was_announced_is_done_although_a_listener_makes_a_sound() {
        assertThat(run("""
                turns:
                  - { user: 連れて行ってください, expect: [{ say: ご案内します }] }
                  - { during: 食堂, user: うん, expect: [{ completed: navigate }, { nothing: cut }], within: PT60S }
                """)).isEmpty();
    }

    @Test
    void who_does_not_interrupt_waits_until_the_robot_has_spoken() {
        assertThat(run("""
                turns:
                  - { user: 食堂はどこですか, expect: [{ say: まっすぐ }] }
                  - { user: 時間を教えてください, expect: [{ say: 十時 }] }
                  - { during: '', user: 食堂はどこですか, expect: [{ cut: '' }, { say: まっすぐ }] }
                never: [{ cut: 食堂 }]
                """)).isEmpty();
    }

    @Test
    void other_things_happen_at_a_point_of_a_sentence_too() {
        assertThat(run("""
                turns:
                  - { user: 食堂はどこですか, expect: [{ say: まっすぐ }] }
                  - { during: まっすぐ, stop: button, expect: [{ cut: まっすぐ }, { stopped: button }] }
                """)).isEmpty();
    }

    @Test
    void a_point_that_is_never_reached_is_told() {
        assertThat(run("""
                turns:
                  - { user: 時間を教えてください, expect: [{ say: 十時 }] }
                  - { during: まっすぐ, user: うん }
                """))
                .hasValueSatisfying(
                        text -> assertThat(text)
                                .contains(
                                        "test.yaml:4: turn 1: the robot did not get as far as 「まっすぐ」 in a sentence within 60 s"));
    }

    /** What took no time in another scenario takes its time here: the window opens once it has been said. */
    @Test
    void a_slow_speaker_takes_longer_and_is_waited_for() {
        assertThat(run("""
                turns:
                  - { user: 食堂はどこですか, rate: 0.5, within: PT1S, expect: [{ say: まっすぐ }] }
                  - { during: '', user: うん }
                """)).isEmpty();
    }

    private static Optional<String> run(String yaml) {
        Scenario scenario =
                ScenarioReader.read("name: test\n" + yaml, "test.yaml").get(0);
        return Scenarios.run(scenario, List.of(GUIDE), EXACT);
    }

    private static Interpreter exact(List<Intent> intents) {
        return text -> intents.stream()
                .filter(intent -> intent.phrases().contains(text))
                .map(intent -> new Match(intent.name(), text, Map.of(), 1))
                .toList();
    }
}
