package dev.aizuchi.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkillConformanceTest {
    private static final Place HALL = new Place("廊下");

    @Test
    void a_reply_that_asks_for_what_the_skill_does_not_declare_is_an_error() {
        assertThat(rules(SkillSpec.named("bad").on("電気をつけて", turn -> Reply.perform(new Light(HALL, true)))))
                .contains("undeclared");
    }

    @Test
    void a_claim_before_the_act_is_an_error_in_any_answer_to_a_question() {
        Reply early = Reply.say("電気をつけました。").then(new Light(HALL, true));
        assertThat(rules(SkillSpec.named("bad")
                        .needs(Light.class)
                        .on("電気をつけて", turn -> Reply.ask("つけますか。", early, Reply.say("承知しました。")))))
                .contains("claim");
    }

    @Test
    void a_phrase_that_stops_the_robot_is_an_error() {
        assertThat(rules(SkillSpec.named("bad").on("止まって", turn -> Reply.say("はい。"))))
                .contains("stop-word");
    }

    @Test
    void a_sentence_in_wrong_keigo_is_an_error_and_the_repair_is_told() {
        assertThat(SkillConformance.check(
                        skill(SkillSpec.named("bad").on("資料を見せて", turn -> Reply.say("資料をご覧になられますか。"))),
                        List.of(),
                        PhraseInterpreter::of))
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("politeness");
                    assertThat(finding.message()).contains("ご覧になります");
                });
    }

    @Test
    void an_answer_that_throws_is_told_with_its_phrase() {
        assertThat(SkillConformance.check(
                        skill(SkillSpec.named("bad").on("電気をつけて", turn -> {
                            throw new IllegalStateException("no lamp");
                        })),
                        List.of(),
                        PhraseInterpreter::of))
                .anySatisfy(finding -> assertThat(finding.toString()).contains("throws", "電気をつけて", "no lamp"));
    }

    @Test
    void a_phrase_that_another_skill_has_is_an_error() {
        Skill other = skill(SkillSpec.named("lamp").on("電気をつけて", turn -> Reply.say("はい。")));
        assertThat(SkillConformance.check(
                        skill(SkillSpec.named("bad").on("電気をつけて", turn -> Reply.say("はい。"))),
                        List.of(other),
                        PhraseInterpreter::of))
                .extracting(Finding::rule)
                .contains("twice");
    }

    @Test
    void a_motion_ends_with_a_stop() {
        assertThat(rules(SkillSpec.named("drive")
                        .needs(Navigate.class)
                        .on("廊下へ行って", turn -> Reply.perform(new Navigate(HALL)))))
                .doesNotContain("stop", "undeclared", "overlap");
    }

    @Test
    void a_manifest_that_is_missing_is_told() {
        assertThat(rules(SkillSpec.named("bad").on("電気をつけて", turn -> Reply.say("はい。"))))
                .contains("manifest");
    }

    private static List<String> rules(SkillSpec spec) {
        return SkillConformance.check(skill(spec), List.of(), PhraseInterpreter::of).stream()
                .map(Finding::rule)
                .toList();
    }

    private static Skill skill(SkillSpec spec) {
        return () -> spec;
    }
}
