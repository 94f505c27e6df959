package dev.aizuchi.testkit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.evaluation.DialogueReport.Failure;
import dev.aizuchi.testkit.evaluation.DialogueReport.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueEvaluationTest {
    private static final Slot<Integer> NUMBER = Slot.number("number");

    @TempDir
    private Path folder;

    private int opened;

    @Test
    void a_dialogue_passes_when_all_turns_go_as_expected() throws IOException {
        DialogueReport report = run("""
                # comment
                {"id":"1","domain":"care","kind":"stop","turns":[
                 {"user":"食堂に行って","expect":{"behaviour":"do_action","action":["go","walk"],"state":"acting"}},
                 {"user":"止まって","expect":{"behaviour":"stop_immediately","action":"","state":["stopped","idle"]}},
                 {"user":"何番ですか","expect":{"not_action":["go"],"says":["何番"],"not_says":["食堂"]}},
                 {"user":"3番","expect":{"slots":{"number":[2,3]}}}]}
                """, 1);
        assertThat(report.failed()).isEmpty();
        assertThat(report.passed()).hasToString("1/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"behaviour\":\"clarify\"                | behaviour clarify, came do_action",
                "\"behaviour\":[\"refuse\",\"answer\"]    | behaviour answer or refuse, came do_action",
                "\"action\":\"\"                          | action none, came light_on",
                "\"action\":\"light_on+go\"               | action light_on+go, came light_on",
                "\"not_action\":\"light_on\"              | no action light_on, but it came",
                "\"slots\":{\"place\":\"食堂\"}            | slot place 食堂, came none",
                "\"says\":[\"消し\",\"切り\"]              | to be said 切り or 消し",
                "\"not_says\":[\"つけ\"]                   | not to be said つけ",
                "\"state\":\"asking\"                     | state asking, came idle",
            })
    void each_expectation_is_held(String expected, String breach) throws IOException {
        DialogueReport report = run(one("{\"user\":\"電気をつけて\",\"expect\":{" + expected + "}}"), 1);
        assertThat(report.rows().get(0).failures())
                .flatExtracting(Failure::breaches)
                .containsExactly(breach);
    }

    @Test
    void tells_which_turn_went_otherwise_and_counts_by_kind_and_domain() throws IOException {
        DialogueReport report = run(
                one("{\"user\":\"電気をつけて\"}")
                        + "{\"id\":\"2\",\"domain\":\"care\",\"kind\":\"failed\",\"turns\":[{\"user\":\"食堂に行って\"},"
                        + "{\"outcome\":\"failed\",\"expect\":{\"says\":\"着きました\"}},{\"wait_s\":2}]}",
                1);
        assertThat(report.failed()).hasSize(1);
        Row failed = report.failed().get(0);
        assertThat(failed.failures()).extracting(Failure::turn).containsExactly(2);
        assertThat(failed.toString()).contains("2 (failed)", "turn 2 failed: expected to be said 着きました");
        assertThat(report.passedByKind()).hasToString("{failed=0/1, plain=1/1}");
        assertThat(report.passedByDomain()).hasToString("{=1/1, care=0/1}");
        assertThat(report.summary()).contains("2 dialogues: 1 passed (50.0 %), flakes 0");
    }

    @Test
    void the_first_dialogue_is_the_warm_up_and_only_talk_takes_time() throws IOException {
        String dialogue = one("{\"user\":\"電気をつけて\"},{\"wait_s\":5},{\"percept\":{\"kind\":\"gas\"}}");
        assertThat(run(dialogue, 2).millis().n()).isZero();
        assertThat(run(dialogue + dialogue, 2).millis().n()).isEqualTo(2);
    }

    @Test
    void what_does_not_go_the_same_way_each_time_is_a_flake() throws IOException {
        DialogueReport report = run(one("{\"user\":\"電気をつけて\"}") + one("{\"user\":\"何回目ですか\"}"), 2);
        assertThat(report.flakes())
                .extracting(row -> row.dialogue().turns().size())
                .containsExactly(1);
        assertThat(report.flakes().get(0).dialogue().happens()).containsExactly(new ConversedTurn.Said("何回目ですか"));
        assertThat(run(one("{\"user\":\"何回目ですか\"}"), 1).flakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"1\",\"turn\":[]}                                        | rows.jsonl:1: unknown key turn",
                "{\"id\":\"1\",\"turns\":[]}                                       | rows.jsonl:1: has no list \"turns\"",
                "{\"turns\":[{\"user\":\"はい\"}]}                                  | rows.jsonl:1: has no text id",
                "{\"id\":\"1\",\"turns\":[{\"user\":\"はい\"},{\"say\":\"はい\"}]}   | rows.jsonl:1: turn 2: unknown key say",
                "{\"id\":\"1\",\"turns\":[{\"wait_s\":-1}]}                        | rows.jsonl:1: turn 1: must have one of",
                "{\"id\":\"1\",\"turns\":[{\"user\":\"はい\",\"expect\":{\"say\":1}}]} | turn 1: expect: unknown key say",
                "{\"id\":\"1\",\"turns\":[{\"user\":\"はい\",\"expect\":[]}]}       | turn 1: expect must be an object",
                "{\"id\":\"1\",\"turns\":[{\"user\":\"はい\",\"expect\":{\"state\":\"on\"}}]} | no state is called on",
            })
    void names_the_line_and_the_turn_that_cannot_be_read(String line, String message) {
        assertThatThrownBy(() -> run(line, 1))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining(message);
    }

    private static String one(String turns) {
        return "{\"id\":\"1\",\"turns\":[" + turns + "]}\n";
    }

    private DialogueReport run(String rows, int times) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.jsonl"), rows.replace("\n ", " "));
        return new DialogueEvaluation(dialogue -> TestAgent.with(skill(++opened)))
                .run(ExpectedDialogue.in(file), times);
    }

    private static Skill skill(int opened) {
        return () -> SkillSpec.named("trial")
                .needs(Light.class, Navigate.class)
                .on("light_on", List.of("電気をつけて"), turn -> Reply.say("つけます。").then(new Light(turn.speaker(), true)))
                .on("go", List.of("食堂に行って"), turn -> Reply.say("行きます。").then(new Navigate(new Place("食堂"))))
                .on("count", List.of("何回目ですか"), turn -> Reply.say(opened + "回目です。"))
                .on("number", List.of("何番ですか"), turn -> number(turn.slots()), NUMBER);
    }

    private static Reply number(Map<String, String> slots) {
        return slots.isEmpty() ? Reply.await("何番ですか。", NUMBER) : Reply.say(slots.get("number") + "番です。");
    }
}
