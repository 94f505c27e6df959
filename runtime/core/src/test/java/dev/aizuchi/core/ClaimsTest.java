package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final Step PROMISE = new Step.Say("お持ちします。", false);
    private static final Step CLAIM = new Step.Say("お持ちしました。", false);
    private static final Step DRIVE = new Step.Do(new Action.Dock());

    @Test
    void moves_a_claim_behind_the_last_act() {
        assertThat(honest(CLAIM, DRIVE, PROMISE, DRIVE)).containsExactly(DRIVE, PROMISE, DRIVE, CLAIM);
    }

    @Test
    void leaves_promises_and_later_claims_where_they_are() {
        assertThat(honest(PROMISE, DRIVE, CLAIM)).containsExactly(PROMISE, DRIVE, CLAIM);
        assertThat(honest(CLAIM)).containsExactly(CLAIM);
    }

    @Test
    void tells_what_may_be_said_before_it_is_done() {
        assertThat(before("お荷物ですね。運ぶ者を呼びました。お待ちください。")).contains("お荷物ですね。");
        assertThat(before("はい。お電話ですね。呼びました。")).contains("はい。お電話ですね。");
        assertThat(before("呼びました。お待ちください。")).isEmpty();
        assertThat(before("お待ちください。")).as("nothing is claimed after it").isEmpty();
    }

    private static Optional<String> before(String text) {
        return Claims.before(text, sentence -> sentence.endsWith("ました。"));
    }

    private static List<Step> honest(Step... steps) {
        return Claims.afterTheActs(new Reply(List.of(steps)).steps(), text -> text.endsWith("ました。"));
    }
}
