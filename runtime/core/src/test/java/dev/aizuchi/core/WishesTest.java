package dev.aizuchi.core;

import static dev.aizuchi.core.Told.lastUnderstood;
import static dev.aizuchi.core.Told.said;
import static dev.aizuchi.core.Told.understood;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wished for: several things at once, and what the robot had offered. */
class WishesTest {
    private static final Place ROOM = new Place("食堂");
    private static final Slot<?> TIME = Slot.time("time");

    private final FakeRobot robot = new FakeRobot();
    private final ManualLanes lanes = new ManualLanes();
    private final List<DialogueEvent> events = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "電気を消してカーテンも閉めて, light_off+close_curtain",
        "電気を消して、それからカーテンを閉めて, light_off+close_curtain",
        "お水とあと毛布をお願い, bring_water+bring_blanket",
        "お水と毛布をお願いします, bring_water+bring_blanket",
        "お水をください。あと電気を消して, bring_water+light_off",
        "毛布を持ってきて、カーテンを閉めて、電気を消して, bring_blanket+close_curtain+light_off",
        "膝が痛くて、看護師さん呼んで, pain+call_nurse",
        "寒いから毛布を持ってきて, bring_blanket",
        "喉が渇いたのでお水をください, bring_water",
        "お水を汲んで持ってきて, bring_water",
        "電気を消して, light_off",
        "電気消してカーテン閉めて, light_off+close_curtain",
        "お水はいらないから毛布を持ってきて, bring_blanket",
        "明日の朝お水を持ってきてほしいんだけど, bring_water",
        "看護師さんと話したいので呼んで, call_nurse",
        "電気じゃなくてカーテンを閉めて, close_curtain",
        "3時に食堂に行きたい, guide",
    })
    void takes_several_wishes_only_where_there_are_several(String utterance, String intents) {
        hear(agent(""), utterance);
        assertThat(understood(events)).isEqualTo(intents);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "お水をお持ちしましょうか。, はい, bring_water",
        "お水をお持ちしましょうか。, お願いします, bring_water",
        "お水はいかがですか。, いただきます, bring_water",
        "電気を消しましょうか。, うん, light_off",
        "電気を消してもよろしいですか。, はい、お願いします, light_off",
        "カーテンを閉めますか。, はい, close_curtain",
        "看護師をお呼びしましょうか。, お願い, call_nurse",
        "お水をお持ちしましょうか。, 結構です, cancel_offer",
        "お水はいかがですか。, いりません, cancel_offer",
        "お水をお持ちしましょうか。, それより毛布を持ってきて, bring_blanket",
        "電気を消しましょうか。, 消すなよ, cancel_offer",
        "電気を消しましょうか。, 消さんでええよ, cancel_offer",
        "電気を消しましょうか。, つけたままでお願い, cancel_offer",
        "電気を消しましょうか。, 消してええよ, light_off",
    })
    void a_yes_to_an_offer_is_the_wish_that_it_names(String said, String utterance, String intents) {
        hear(agent(said), utterance);
        assertThat(understood(events)).isEqualTo(intents);
    }

    @ParameterizedTest
    @CsvSource({"毛布は持ってこないでくださいね", "毛布持ってこんといて", "毛布を持ってくるなよ"})
    void what_is_forbidden_is_left_and_acknowledged(String utterance) {
        hear(agent(""), utterance);
        assertThat(understood(events)).isEqualTo("cancel_offer");
        assertThat(said(events)).containsExactly(Agent.sentences().say("declined"));
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void a_bare_value_answers_the_question_in_which_something_was_offered() {
        hear(agent("何時に食堂へご案内しましょうか。"), "3時");
        assertGuidedAtThree();
    }

    @Test
    void a_value_answers_the_question_for_it_that_the_robot_had_asked() {
        Agent agent = agent("何時になさいますか。");
        hear(agent, "ええと、3時くらいで");
        assertGuidedAtThree();
    }

    @Test
    void a_wish_is_no_answer_to_the_question_for_a_value() {
        hear(agent("何時になさいますか。"), "胸が苦しい");
        assertThat(understood(events)).isEqualTo("pain");
    }

    @Test
    void what_the_robot_merely_told_awaits_no_answer() {
        hear(agent("お水です。"), "はい");
        assertThat(understood(events)).isEmpty();
    }

    @Test
    void asks_which_half_of_the_day_is_meant_and_takes_the_answer() {
        Agent agent = agent("");
        hear(agent, "8時に食堂に行きたい");
        assertThat(events).anySatisfy(event -> assertThat(event).isInstanceOf(DialogueEvent.Asked.class));
        hear(agent, "午後です");
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                DialogueEvent.Understood.class,
                                one -> assertThat(one.slots()).containsEntry("time", "20:00")));
    }

    @Test
    void the_second_motion_waits_for_the_first() {
        hear(agent(""), "お水をください。それから毛布を持ってきて");
        assertThat(robot.performed).hasSize(1);
        robot.complete();
        lanes.run();
        lanes.advance(java.time.Duration.ofSeconds(1));
        lanes.run();
        assertThat(robot.performed).hasSize(2);
    }

    @Test
    void what_others_say_to_each_other_is_theirs_unless_it_is_an_emergency() {
        Agent agent = agent("");
        agent.perceive(new Percept.Speaker("staff", "staff"));
        hear(agent, "電気を消して");
        assertThat(understood(events)).isEmpty();
        agent.perceive(new Percept.Speaker("staff", "staff"));
        hear(agent, "胸が苦しい");
        assertThat(understood(events)).isEqualTo("pain");
    }

    @Test
    void a_yes_and_english_that_others_say_to_each_other_are_theirs() {
        Agent agent = agent("お水をお持ちしましょうか。");
        lanes.run();
        agent.perceive(new Percept.Speaker("staff", "staff"));
        hear(agent, "はい、お願いします");
        assertThat(understood(events)).isEmpty();
        agent.perceive(new Percept.Speaker("guest", "staff"));
        hear(agent, "Where is the restroom?");
        hear(agent, "ぬぬぬ");
        assertThat(said(events)).noneMatch(text -> text.contains("sorry"));
    }

    @Test
    void a_loudspeaker_has_no_emergencies_and_the_robot_hears_its_name() {
        Agent agent = agent("");
        agent.perceive(new Percept.Speaker("device", "other"));
        hear(agent, "胸が苦しい");
        assertThat(understood(events)).isEmpty();
        agent.perceive(new Percept.Speaker("staff", "staff"));
        hear(agent, "ロボット、電気を消して");
        assertThat(understood(events)).isEqualTo("light_off");
    }

    private void hear(Agent agent, String text) {
        agent.hear(text);
        lanes.run();
    }

    private Agent agent(String lastSaid) {
        Reply say = Reply.say("はい。");
        Reply move = Reply.perform(new Action.Navigate(ROOM));
        Reply call = Reply.perform(new Action.CallHuman("看護師", ROOM, "痛み", true));
        Skill skill = () -> SkillSpec.named("test")
                .needs(Action.Navigate.class, Action.CallHuman.class)
                .on("light_off", List.of("電気を消して", "明かりを消してください", "暗くして"), turn -> say)
                .on("close_curtain", List.of("カーテンを閉めて", "カーテンを引いてください"), turn -> say)
                .on("bring_water", List.of("お水をください", "水を持ってきて", "喉が渇いた", "お水"), turn -> move)
                .on("bring_blanket", List.of("毛布を持ってきて", "毛布をください", "毛布"), turn -> move)
                .on("warmer", List.of("寒い", "寒いです", "温度を上げて"), turn -> say)
                .on("pain", List.of("膝が痛い", "腰が痛い", "胸が苦しい"), turn -> call)
                .on("call_nurse", List.of("看護師さんを呼んで", "看護師さんに来てほしい"), turn -> say)
                .on("cancel_offer", List.of("いりません、結構です", "やっぱりやめておきます"), turn -> say)
                .on("guide", List.of("食堂に行きたい", "食堂へ案内してください"), turn -> say, TIME);
        return Agent.builder(robot, Site.at(ROOM))
                .lanes(lanes)
                .skills(List.of(skill))
                .lastSaid(lastSaid)
                .observer(events::add)
                .start(PhraseInterpreter::of);
    }

    private void assertGuidedAtThree() {
        assertThat(understood(events)).isEqualTo("guide");
        assertThat(lastUnderstood(events).slots()).containsEntry("time", "15:00");
    }
}
