package dev.aizuchi.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestAgentTest {
    private static final Skill SKILL = () -> SkillSpec.named("go")
            .needs(Navigate.class)
            .on(
                    "食堂へ行って",
                    turn -> Reply.say("行きます。")
                            .then(new Navigate(new Place("食堂")))
                            .thenSay("着きました。"));

    private final TestAgent agent = TestAgent.with(SKILL);

    @Test
    void follows_an_order_to_its_end() {
        agent.hears("食堂へ行って")
                .understands("go")
                .says("行きます")
                .commands(new Navigate(new Place("食堂")))
                .completes("navigate")
                .says("着きました");
    }

    @Test
    void stops_in_mid_course() {
        agent.hears("食堂へ行って")
                .commands("navigate")
                .waits(Duration.ofSeconds(2))
                .hears("止まって")
                .stops("word")
                .fails("navigate", "stopped")
                .commandsNothingFor(Duration.ofSeconds(5));
    }

    @Test
    void fails_when_an_expected_sentence_does_not_come() {
        agent.hears("食堂へ行って");
        assertThatThrownBy(() -> agent.says("まったく別の文"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected say: まったく別の文")
                .hasMessageContaining("着きました");
    }
}
