package dev.aizuchi.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.testkit.LearntOnce;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each key of the language lets pass, and what it does not. */
class LanguageTest {
    private static final Skill GO = () -> SkillSpec.named("go")
            .needs(Navigate.class, CallHuman.class)
            .on(
                    "go",
                    List.of("行って"),
                    turn -> Reply.say("食堂へ行きます。")
                            .then(new Navigate(new Place("食堂")))
                            .thenSay("食堂に着きました。"))
            .on("blunt", List.of("返事して"), turn -> Reply.say("うん、行くよ。"))
            .on("talk", List.of("寒いね"), turn -> Reply.talk("そうですね。"))
            .on(
                    "lie",
                    List.of("嘘をついて"),
                    turn -> Reply.say("お水をお持ちします。")
                            .then(new Navigate(new Place("庭")))
                            .thenSay("お持ちします。"));
    private static final LearntOnce EXACT = new LearntOnce(LanguageTest::exact);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{ say: 行きます, within: PT1S }, { say: 着きました }]                  |
            [{ say: 着きました, within: PT3S }]                                    | expected say: 着きました within 3 s
            [{ say: '', count: 2 }]                                                |
            [{ say: '', count: 1 }]                                                | expected say, 1 times and it came 2 times
            [{ say: '', count: { min: 3 } }]                                       | and it came 2 times
            [{ say: '', count: { min: 1, max: 2 } }]                               |
            [{ commanded: dock, count: 0 }]                                        |
            [{ commanded: navigate, count: 0 }]                                    | this must not happen
            [{ completed: navigate, before: { say: 着きました } }]                  |
            [{ completed: navigate, before: { say: 行きます } }]                    | expected completed: navigate before say: 行きます
            [{ completed: navigate, with: { place: 食堂 } }]                        |
            [{ completed: navigate, with: { place: 給湯室 } }]                      | expected completed: navigate with {place=給湯室}
            [{ say: '', like: 食堂へ行きますね }]                                   |
            [{ say: '', like: 看護師を呼びます }]                                   | expected say like 看護師を呼びます
            [{ say: 行きます, politeness: polite }]                                 |
            [{ say: 行きます, politeness: respectful }]                             | expected say: 行きます at least respectful
            """)
    void holds_events_against_what_is_expected(String expectations, String wrong) {
        Optional<String> failure = run("turns: [{ user: 行って, within: PT40S, expect: " + expectations + " }]");
        if (wrong == null) {
            assertThat(failure).isEmpty();
        } else {
            assertThat(failure).hasValueSatisfying(text -> assertThat(text).contains(wrong));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { robot: { place: 食堂, stopped: false, battery-above: 0.7, carries: [] } }  |
            { robot: { place: 給湯室 } }                                | the robot must be at 給湯室, but is 食堂
            { robot: { stopped: true } }                                | latch must be true, but is false
            { robot: { battery-above: 0.9 } }                           | the charge must be above 0.9, but is 0.79
            { robot: { carries: [水] } }                                | the robot must carry [水], but is []
            { items: { 水: { at: 給湯室 } }, people: { 佐藤: { place: 101号室, fallen: false } } } |
            { items: { 水: { with: 佐藤 } } }                           | 水 must be With[person=佐藤], but is At
            { people: { 佐藤: { fallen: true } } }                      | that 佐藤 has fallen must be true, but is false
            { dark: [102号室], open: [101号室] }                        |
            { lit: [101号室] }                                          | the lamp of 101号室 must be on, but is off
            { shut: [101号室] }                                         | the door of 101号室 must be shut, but is open
            { shown: こんにちは }                                       | the screen must show こんにちは
            """)
    void holds_the_floor_against_how_it_must_be_in_the_end(String end, String wrong) {
        Optional<String> failure =
                run("finally: " + end + "\nturns: [{ user: 行って, within: PT60S, expect: [{ say: 着きました }] }]");
        if (wrong == null) {
            assertThat(failure).isEmpty();
        } else {
            assertThat(failure).hasValueSatisfying(text -> assertThat(text).contains("in the end", wrong));
        }
    }

    @Test
    void nothing_impolite_is_said_unless_it_is_waived() {
        String turns = "turns: [{ user: 返事して, expect: [{ say: 行くよ }] }]";
        assertThat(run(turns))
                .hasValueSatisfying(text ->
                        assertThat(text).contains("polite-speech does not hold at 0.00 s", "「うん、行くよ。」 is plain"));
        assertThat(run("waived: { polite-speech: among friends }\n" + turns)).isEmpty();
        assertThat(run("always: { politeness: respectful }\nturns: [{ user: 行って }]"))
                .hasValueSatisfying(text -> assertThat(text).contains("respectful is asked for"));
    }

    @Test
    void who_stands_in_the_way_of_a_blind_robot_is_seen_by_the_invariant() {
        String turns = """
                turns:
                  - fault: { robot: blind }
                  - user: 行って
                  - after: PT6S
                    happens: { moves: { 佐藤: 廊下 } }
                  - user: やあ
                    within: PT20S
                    expect: [{ completed: navigate }]
                """;
        assertThat(run(turns))
                .hasValueSatisfying(
                        text -> assertThat(text)
                                .containsPattern(
                                        "keep-distance does not hold at \\d+\\.\\d\\d s: 0\\.\\d\\d m from .* at 0\\.\\d\\d m/s"));
    }

    @Test
    void what_must_never_happen_ends_the_scenario() {
        assertThat(run("never: [{ commanded: navigate }]\nturns: [{ user: 行って, expect: [{ say: 着きました }] }]"))
                .hasValueSatisfying(text -> assertThat(text).contains("never commanded: navigate does not hold"));
    }

    @Test
    void what_one_says_to_another_is_not_for_the_robot() {
        assertThat(run("""
                turns:
                  - { user: 行って, by: 佐藤, to: 山本, expect: [{ nothing: commanded }], within: PT3S }
                  - { user: 行って, by: 佐藤, expect: [{ commanded: navigate }] }
                """)).isEmpty();
    }

    @Test
    void two_who_speak_at_once_are_both_heard() {
        assertThat(run("""
                turns:
                  - at-once: [{ by: 佐藤, user: 寒いね }, { by: 鈴木, user: 行って }]
                    expect: [{ say: そうですね }, { commanded: navigate }]
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Without a link nothing is ordered to any avail, and calls wait for it.
                "[{ fault: { link: down } }, { user: 行って, expect: [{ failed: navigate, because: unreachable }] },"
                        + " { repair: { link: down } }, { user: 行って, within: PT60S, expect: [{ completed: navigate }] }]",
                // A robot that is under way is stopped by its dead-man, and goes on only once it is told to.
                "[{ user: 行って, expect: [{ commanded: navigate }] }, { after: PT2S, fault: { link: down },"
                        + " expect: [{ failed: navigate, because: unreachable }] }, { after: PT2S, repair: { link: down } },"
                        + " { user: 行って, expect: [{ refused: navigate, because: stopped }] }]",
                // A state that gets old is none to move by.
                "[{ fault: { robot: frozen_state } }, { after: PT5S, user: 行って,"
                        + " expect: [{ refused: navigate, because: stale-state }] }]",
                "[{ fault: { robot: stuck_wheel } }, { user: 行って, within: PT60S,"
                        + " expect: [{ failed: navigate, because: fault }] }]",
                "[{ fault: { outcomes: lost } }, { user: 行って, within: PT240S,"
                        + " expect: [{ failed: navigate, because: timed_out }] }]",
                "[{ fault: { recogniser: dead }, expect: [{ faulted: hearing }] }, { user: 行って, within: PT3S,"
                        + " expect: [{ nothing: commanded }] }, { repair: { recogniser: dead } },"
                        + " { user: 行って, expect: [{ commanded: navigate }] }]",
                "[{ fault: { recogniser: PT4S } }, { user: 行って, within: PT3S, expect: [{ nothing: commanded }] },"
                        + " { within: PT2S, expect: [{ commanded: navigate }] }, { user: 止まって, within: PT1S,"
                        + " expect: [{ stopped: word }] }]",
                // A state is dated by its receipt, and delays are of the monotonic clock.
                "[{ fault: { clock: PT3H } }, { user: 行って, within: PT60S, expect: [{ completed: navigate }] }]",
                "[{ fault: { estop: true } }, { user: 行って, expect: [{ refused: navigate, because: emergency-stop }] },"
                        + " { repair: { estop: true } }, { user: 再開, expect: [{ resumed: '' }] },"
                        + " { user: 行って, expect: [{ commanded: navigate }] }]",
            })
    void what_breaks_is_met_by_what_the_runtime_does(String turns) {
        assertThat(run("turns: " + turns)).isEmpty();
    }

    @Test
    void a_language_model_without_memory_is_told_and_the_talk_goes_on() {
        assertThat(run("""
                language-model: { writes: [今日は冷えますね。] }
                turns:
                  - user: 寒いね
                    expect: [{ say: 冷えますね }]
                  - fault: { language-model: out-of-memory }
                  - user: 寒いね
                    expect: [{ faulted: generator }, { say: そうですね }]
                  - repair: { language-model: out-of-memory }
                  - user: 寒いね
                    expect: [{ say: 冷えますね }]
                """)).isEmpty();
    }

    @Test
    void a_full_disk_is_told_once_and_the_robot_goes_on() {
        String full = """
                turns:
                  - { fault: { disk: full }, user: 行って, expect: [{ commanded: navigate }, { faulted: journal }] }
                """;
        assertThatThrownBy(() -> run(full)).hasMessageContaining("not user and fault");
        String turns = """
                turns:
                  - fault: { disk: full }
                  - { user: 行って, expect: [{ commanded: navigate }, { faulted: journal, count: 1 }], within: PT4S }
                  - { user: 止まって, expect: [{ stopped: word }, { nothing: faulted }], within: PT4S }
                """;
        assertThat(run(turns)).isEmpty();
        assertThat(run(turns + "  - { repair: { disk: full }, within: PT2S }\n"))
                .isEmpty();
    }

    /** The runner looks by itself: a line that got lost would be told, whatever the scenario expects. */
    @Test
    void what_the_journal_lacks_once_there_is_room_again_is_seen() {
        try (Stage stage = new Stage(Setup.usual(), List.of(GO), EXACT, "", Wiring.usual(), Stage.USUAL_SEED)) {
            stage.outages().diskFull(true);
            stage.hear("行って");
            assertThat(stage.outages().lacksJournal()).isFalse();
            stage.outages().diskFull(false);
            assertThat(stage.outages().lacksJournal()).isTrue();
            stage.advance(Duration.ofSeconds(1));
            assertThat(stage.outages().lacksJournal()).isFalse();
        }
    }

    private static Optional<String> run(String yaml) {
        Scenario scenario =
                ScenarioReader.read("name: test\n" + yaml, "test.yaml").get(0);
        return Scenarios.run(scenario, List.of(GO), EXACT);
    }

    private static Interpreter exact(List<Intent> intents) {
        return text -> intents.stream()
                .filter(intent -> intent.phrases().contains(text))
                .map(intent -> new Match(intent.name(), text, Map.of(), 1))
                .toList();
    }
}
