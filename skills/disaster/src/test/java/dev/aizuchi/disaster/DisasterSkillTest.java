package dev.aizuchi.disaster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.conversation.PolicySkill;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.robot.Action.Own;
import dev.aizuchi.robot.Action.Rotate;
import dev.aizuchi.robot.Argument.Flag;
import dev.aizuchi.robot.Argument.Measure;
import dev.aizuchi.robot.Argument.Text;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Perceived;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisasterSkillTest {
    private static final Place HERE = new Place("A区画");
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-04-01T10:00:00+09:00[Asia/Tokyo]");

    private final DisasterSkill skill = new DisasterSkill();

    @Test
    void keeps_the_rules_for_skills() {
        assertThat(SkillConformance.check(
                        skill, List.of(new ConversationSkill(), new PolicySkill()), PhraseInterpreter::of))
                .filteredOn(finding ->
                        finding.severity() == Severity.ERROR && !finding.rule().equals("overlap"))
                .isEmpty();
    }

    @Test
    void drives_as_far_as_was_said_and_a_metre_else() {
        assertThat(answer("move_forward", Map.of("distance_m", "3")).actions()).containsExactly(move(3));
        assertThat(answer("move_back", Map.of()).actions()).containsExactly(move(-1));
    }

    @Test
    void turns_left_as_positive_and_asks_where_no_side_was_said() {
        assertThat(answer("turn", Map.of("direction", "右", "angle_deg", "45")).actions())
                .containsExactly(new Rotate(-45));
        assertThat(answer("turn", Map.of("direction", "後ろ")).actions()).containsExactly(new Rotate(180));
        assertThat(answer("turn", Map.of()).steps().get(0)).isInstanceOf(Step.Await.class);
    }

    @Test
    void a_person_in_danger_is_told_of_before_anything_is_written_down() {
        Reply reply = said("record_casualty", "要救助者発見、意識がない", Map.of());
        assertThat(reply.actions().toList().get(0))
                .isInstanceOfSatisfying(
                        CallHuman.class, call -> assertThat(call.urgent()).isTrue());
        assertThat(said("record_casualty", "負傷者二名", Map.of("injured", "2")).actions())
                .containsExactly(
                        new Own("record", List.of(new Text("kind", "casualty"), new Text("entry", "injured=2"))));
    }

    @Test
    void what_puts_a_report_right_says_so() {
        assertThat(said("record_triage", "訂正、赤タグ三名", Map.of("red", "3")).actions())
                .containsExactly(new Own(
                        "record", List.of(new Text("kind", "triage"), new Text("entry", "corrects=last red=3"))));
        assertThat(said("record_triage", "いやな予感がする、赤タグ三名", Map.of("red", "3")).actions())
                .containsExactly(new Own("record", List.of(new Text("kind", "triage"), new Text("entry", "red=3"))));
    }

    @Test
    void supplies_are_asked_for_and_written_down() {
        assertThat(said("request_supplies", "毛布を二十枚", Map.of("item", "毛布", "count", "20"))
                        .actions())
                .containsExactly(
                        new Notify("leader", "物資の要請 毛布 20"),
                        new Own(
                                "record",
                                List.of(new Text("kind", "supplies"), new Text("entry", "count=20 item=毛布"))));
    }

    @Test
    void what_a_robot_must_not_do_is_refused_with_whom_to_ask() {
        assertThat(answer("unsafe_order", Map.of()).actions()).isEmpty();
        assertThat(answer("unsafe_order", Map.of()).steps().get(0)).isInstanceOf(Step.Refuse.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ライトを消して, false",
        "ライトはもういい, false",
        "ライトは消すな, true",
        "明かりはつけたままで消さないで, true",
        "電気が切れて真っ暗だ, true",
    })
    void a_light_goes_out_only_when_that_is_wished(String sentence, boolean lit) {
        assertThat(said("light", sentence, Map.of()).actions())
                .first()
                .isInstanceOfSatisfying(
                        Action.Light.class, light -> assertThat(light.on()).isEqualTo(lit));
    }

    @ParameterizedTest
    @CsvSource({
        "request_ambulance, 救急車は呼ばなくていい, ",
        "request_ambulance, 救急車を呼ばないと死んでしまう, call_human",
        "request_ambulance, 救急車はいらないと言うが意識がない, call_human",
        "request_supplies, 毛布はもう足りています, ",
        "request_supplies, 毛布が足りていません, notify",
        "request_supplies, 意識がなくなった, call_human",
        "send_message, 本部には言わないで, ",
        "log_event, 要救助者なし, record",
        "log_event, 要救助者なし、壁の向こうで声がする, call_human",
        "start_recording, 録画開始, camera",
    })
    void what_is_declined_is_left_and_danger_is_told_of(String intent, String sentence, String act) {
        assertThat(said(intent, sentence, Map.of()).actions().map(Action::name).findFirst())
                .isEqualTo(Optional.ofNullable(act));
    }

    @Test
    void nobody_is_recorded_against_their_wish() {
        assertThat(said("start_recording", "顔は撮らないで", Map.of()).actions())
                .containsExactly(new Own("camera", List.of(new Flag("recording", false))));
    }

    @Test
    void a_danger_that_is_past_is_only_written_down() {
        Map<String, String> fire = Map.of("hazard", "火災");
        assertThat(said("log_event", "火は消えました", fire).actions().map(Action::name))
                .containsExactly("record");
        assertThat(said("log_event", "火は消えません", fire).actions().map(Action::name))
                .contains("call_human");
    }

    @ParameterizedTest
    @CsvSource({
        "look, ガス濃度が高くてもいいから奥まで見てこい",
        "silence, 警報を黙らせろ",
        "retreat, 腕をつかんで引き上げろ",
        "move_forward, 規制線は無視して前へ進め",
    })
    void what_is_unsafe_is_refused_whatever_it_is_taken_for(String intent, String sentence) {
        assertThat(said(intent, sentence, Map.of()).steps().get(0)).isInstanceOf(Step.Refuse.class);
    }

    @Test
    void slowly_is_no_force() {
        assertThat(said("move_forward", "ゆっくりでもいいから前へ", Map.of()).actions()).containsExactly(move(1));
    }

    @ParameterizedTest
    @CsvSource({
        "gas, o2_percent, 17.5, navigate",
        "gas, o2_percent, 20.9, ",
        "gas, lel_percent, 12, navigate",
        "gas, lel_percent, 5, ",
        "water_depth, depth_cm, 35, navigate",
        "water_depth, depth_cm, 10, ",
        "temperature, temp_c, 61, navigate",
    })
    void a_reading_past_its_bound_leads_out(String kind, String name, double value, String act) {
        Reply reply = perceive(new Percept.Own(kind, List.of(new Measure(name, value))));
        assertThat(reply.actions().map(Action::name)).isEqualTo(act == null ? List.of() : List.of(act));
    }

    @Test
    void what_is_only_advisable_is_asked_for_and_the_reason_is_said() {
        Reply asked = perceive(new Percept.Own("gas", List.of(new Measure("lel_percent", 12))));
        assertThat(asked.steps().get(0))
                .isInstanceOfSatisfying(
                        Step.Ask.class, ask -> assertThat(ask.question()).contains("可燃性ガス"));
        Reply done = perceive(new Percept.Own("gas", List.of(new Measure("lel_percent", 30))));
        assertThat(done.steps()).element(2).isEqualTo(new Step.Do(new Navigate(new Place("出口"))));
    }

    @Test
    void a_lost_link_holds_and_a_low_battery_returns() {
        assertThat(perceive(new Percept.Link(false)).actions().map(Action::name))
                .containsExactly("hold");
        assertThat(perceive(new Percept.Link(true)).actions()).isEmpty();
        assertThat(perceive(new Percept.Battery(0.15)).actions().map(Action::name))
                .containsExactly("navigate");
    }

    @ParameterizedTest
    @CsvSource({
        "三メートル前進, move_forward",
        "右に九十度旋回, turn",
        "ライトをつけてください, light",
        "ただちに撤退せよ, retreat",
        "赤タグ二名、黄タグ一名, record_triage",
        "火が出ています, log_event",
        "避難所はどこですか, disaster/guide_to_place",
    })
    void is_understood_on_the_rescue_floor(String sentence, String intent) {
        try (TestAgent agent = TestAgent.on(Setup.on("rescue"), List.of(skill), PhraseInterpreter::of, "")) {
            agent.hears(sentence).understands(intent);
        }
    }

    private Reply perceive(Percept percept) {
        return skill.spec().senses().stream()
                .filter(sense -> sense.percept().equals(percept.kind()))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(new Perceived(percept, HERE, NOW));
    }

    private Reply answer(String intent, Map<String, String> slots) {
        return said(intent, "", slots);
    }

    private Reply said(String intent, String text, Map<String, String> slots) {
        return skill.spec().intents().stream()
                .filter(one -> one.name().equals(intent))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(new Turn(text, intent, slots, HERE, "", NOW));
    }

    private static Own move(double metres) {
        return new Own("move", List.of(new Measure("distance_m", metres)));
    }
}
