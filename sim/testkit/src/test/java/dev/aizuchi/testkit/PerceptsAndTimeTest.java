package dev.aizuchi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerceptsAndTimeTest {
    private static final Action CALL = new Action.CallHuman("職員", new Place("101号室"), "転倒", true);
    private static final Skill SKILL = () -> SkillSpec.named("watch")
            .needs(Action.CallHuman.class, Action.Navigate.class)
            .on(
                    "remind",
                    List.of("あとで知らせて"),
                    turn -> Reply.say("承知しました。")
                            .thenLater(turn.now().plusMinutes(2), Reply.say("二回目です。"))
                            .thenLater(turn.now().plusMinutes(1), Reply.say("お時間です。")))
            .on("time", List.of("今何時ですか"), turn -> Reply.say("十時です。"))
            .on(
                    "go",
                    List.of("食堂へ行って"),
                    turn -> Reply.perform(new Action.Navigate(new Place("食堂"))).thenSay("着きました。"))
            .perceives("hum", perceived -> {
                throw new IllegalStateException("broken");
            })
            .perceives(
                    "fall",
                    perceived -> Reply.ask(
                            "大丈夫ですか。",
                            Reply.say("何かあれば呼んでください。"),
                            Reply.perform(CALL),
                            new Reply.Silence(
                                    Duration.ofSeconds(10), Reply.perform(CALL).thenSay("職員を呼びました。"))));

    private final TestAgent agent = TestAgent.with(SKILL);
    private final Percept fall = new Percept.Fall("田中さん");

    @Test
    void a_reminder_comes_at_its_time_and_in_the_order_of_time() {
        agent.hears("あとで知らせて").says("承知しました").waits(Duration.ofSeconds(55));
        assertThat(said()).doesNotContain("お時間です。");
        agent.waits(Duration.ofSeconds(6)).says("お時間です").says("二回目です");
    }

    @Test
    void a_stop_does_not_drop_a_reminder() {
        agent.hears("あとで知らせて").hears("止まって").stops("word").says("お時間です");
    }

    @Test
    void a_fall_without_an_answer_calls_a_person_after_ten_seconds() {
        agent.perceives(fall).asks("大丈夫ですか").commandsNothingFor(Duration.ofSeconds(9));
        agent.commands(CALL).says("職員を呼びました");
    }

    @Test
    void a_yes_ends_the_check() {
        agent.perceives(fall).asks("大丈夫ですか").hears("はい").says("何かあれば");
        agent.commandsNothingFor(Duration.ofSeconds(60));
    }

    @Test
    void neither_a_stop_nor_other_talk_nor_a_second_fall_put_the_call_off() {
        agent.perceives(fall)
                .asks("大丈夫ですか")
                .waits(Duration.ofSeconds(4))
                .hears("今何時ですか")
                .says("十時です")
                .perceives(fall)
                .stoppedBy("key")
                .waits(Duration.ofSeconds(7))
                .commands(CALL);
    }

    @Test
    void a_sense_that_throws_is_told_as_a_fault() {
        agent.perceives(new Percept.Own("hum", List.of()));
        assertThat(agent.events()).anyMatch(DialogueEvent.Faulted.class::isInstance);
        agent.hears("今何時ですか").says("十時です");
    }

    @Test
    void an_act_fails_when_the_test_says_so() {
        agent.holdsOutcomes().hears("食堂へ行って").commands("navigate").waits(Duration.ofMinutes(2));
        assertThat(said()).doesNotContain("着きました。");
        agent.acts(false).fails("navigate", "impossible");
    }

    @Test
    void an_act_is_done_when_the_test_says_so() {
        agent.holdsOutcomes().hears("食堂へ行って").commands("navigate");
        agent.acts(true).completes("navigate").says("着きました");
    }

    private List<String> said() {
        return agent.events().stream()
                .filter(DialogueEvent.Said.class::isInstance)
                .map(event -> ((DialogueEvent.Said) event).text())
                .toList();
    }
}
