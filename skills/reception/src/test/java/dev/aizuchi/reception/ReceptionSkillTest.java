package dev.aizuchi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.conversation.PolicySkill;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.conformance.Finding.Severity;
import dev.aizuchi.testkit.conformance.SkillConformance;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReceptionSkillTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-04-01T10:00:00+09:00[Asia/Tokyo]");

    private final ReceptionSkill skill = new ReceptionSkill();

    @Test
    void keeps_the_rules_for_skills() {
        assertThat(SkillConformance.check(
                        skill, List.of(new ConversationSkill(), new PolicySkill()), PhraseInterpreter::of))
                .filteredOn(finding ->
                        finding.severity() == Severity.ERROR && !finding.rule().equals("overlap"))
                .isEmpty();
    }

    @Test
    void asks_for_the_name_then_for_the_host_and_announces_without_a_title() {
        assertThat(question(checkIn(Map.of(), ""))).contains("お名前");
        assertThat(question(checkIn(Map.of("visitor", "鈴木"), ""))).contains("お訪ね");
        Reply announced = checkIn(Map.of("visitor", "鈴木", "host", "田村さん"), "");
        assertThat(announced.steps().get(0)).isEqualTo(new Step.Say("承りました。田村にお取り次ぎいたします。", false));
        assertThat(announced.actions()).containsExactly(new Notify("receptionist", "鈴木様が田村健（内線2102）をお訪ねです"));
    }

    @Test
    void two_of_a_name_are_asked_about_and_the_department_settles_it() {
        Map<String, String> slots = Map.of("visitor", "鈴木", "host", "佐藤さん");
        assertThat(question(checkIn(slots, ""))).isEqualTo("佐藤は2名おります。営業部の佐藤一郎、総務部の佐藤恵のうち、どの者でしょうか。");
        assertThat(checkIn(slots, "総務部の佐藤さん").actions()).singleElement().isInstanceOf(Notify.class);
    }

    @Test
    void a_name_is_found_by_its_sound_and_an_unknown_one_brings_a_person() {
        assertThat(Directory.beside(ReceptionSkill.class).find("たかはしさん", ""))
                .extracting(Directory.Entry::name)
                .containsExactly("高橋 誠");
        assertThat(checkIn(Map.of("visitor", "鈴木", "host", "山本さん"), "").actions())
                .singleElement()
                .isInstanceOf(CallHuman.class);
    }

    @Test
    void leads_only_after_a_yes() {
        try (TestAgent agent = TestAgent.on(Setup.on("reception"), List.of(skill), PhraseInterpreter::of, "")) {
            agent.hears("売店はどこですか").asks("ご案内いたしましょうか");
            agent.hears("はい、お願いします").commands("navigate").completes("navigate").says("こちらが売店です");
        }
    }

    @Test
    void a_collapse_brings_people_at_once() {
        try (TestAgent agent = TestAgent.on(Setup.on("reception"), List.of(skill), PhraseInterpreter::of, "")) {
            agent.hears("人が倒れています").understands("emergency").commands("call_human");
        }
    }

    @Test
    void every_sentence_to_a_visitor_has_its_english() {
        Map<String, String> texts = skill.texts().byKey();
        assertThat(texts.keySet())
                .filteredOn(key -> !key.contains("/") && !key.startsWith("reason.") && !key.startsWith("language."))
                .filteredOn(key -> !key.equals("number.shown"))
                .allSatisfy(key -> assertThat(texts.getOrDefault("en/" + key, ""))
                        .as(key)
                        .isNotBlank()
                        .matches("\\p{ASCII}*"));
    }

    @Test
    void a_host_is_found_by_the_name_in_latin_letters() {
        Directory directory = Directory.beside(ReceptionSkill.class);
        assertThat(directory.find("Mr. Tamura", "")).hasSize(1);
        assertThat(directory.find("misaki tanaka", "")).hasSize(1);
        assertThat(directory.find("Mrs. Sato", "")).hasSize(2);
    }

    private static String question(Reply reply) {
        return ((Step.Await) reply.steps().get(0)).question();
    }

    private Reply checkIn(Map<String, String> slots, String text) {
        return skill.spec().intents().stream()
                .filter(intent -> intent.name().equals("check_in"))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(new Turn(text, "check_in", slots, new Place("受付"), "", NOW));
    }
}
