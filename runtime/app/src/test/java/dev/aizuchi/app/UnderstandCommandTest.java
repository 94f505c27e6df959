package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.testkit.evaluation.Circumstances;
import org.junit.jupiter.api.Test;

class UnderstandCommandTest {
    private final Domains domains = new Domains(new Plugins().skills(), null, null);
    private final Circumstances circumstances = new Circumstances();

    @Test
    void answers_with_what_was_done_and_said() {
        ObjectNode answer = answer("お水を持ってきてください", "care", "");
        assertThat(answer.path("behaviour").asText()).isEqualTo("do_action");
        assertThat(answer.path("action").asText()).isEqualTo("bring_water");
        assertThat(answer.path("say").asText()).isNotEmpty();
        assertThat(answer.path("ms").isNumber()).isTrue();
    }

    @Test
    void a_yes_to_what_the_robot_had_offered_does_it() {
        assertThat(answer("はい、お願いします", "care", "お水をお持ちしましょうか。").path("action").asText())
                .isEqualTo("bring_water");
        assertThat(answer("結構です", "care", "お水をお持ちしましょうか。").path("behaviour").asText())
                .isEqualTo("answer");
    }

    @Test
    void what_a_television_says_is_not_for_the_robot() {
        ObjectNode answer = answer("お水を持ってきて", "care", "（テレビからドラマの台詞が流れている）");
        assertThat(answer.path("behaviour").asText()).isEqualTo("ignore_not_addressed");
        assertThat(answer.has("action")).isFalse();
    }

    @Test
    void the_robots_name_is_heard_above_the_talk_of_others() {
        ObjectNode answer = answer("ロボットさん、お水を持ってきて", "care", "（スタッフ同士が話している）");
        assertThat(answer.path("action").asText()).isEqualTo("bring_water");
    }

    @Test
    void a_warning_stops_a_robot_on_its_way() {
        assertThat(answer("危ない！", "care", "（ロボットが廊下を移動中）").path("behaviour").asText())
                .isEqualTo("stop_immediately");
    }

    @Test
    void a_scene_and_words_are_told_apart() {
        Circumstances.Told context = circumstances.of("（夜、廊下が暗い）お手伝いしましょうか。");
        assertThat(context.lastSaid()).isEqualTo("お手伝いしましょうか。");
        assertThat(context.others()).isFalse();
        assertThat(context.moving()).isFalse();
        assertThat(circumstances.of("（電話で家族と話しながら）").others()).isTrue();
        assertThat(circumstances.of("（ロボットが前進している）").moving()).isTrue();
        assertThat(circumstances.of("（スタッフが電話中、ロボットに向かって）").others()).isFalse();
    }

    private ObjectNode answer(String utterance, String domain, String context) {
        ObjectNode question = Json.MAPPER
                .createObjectNode()
                .put("utterance", utterance)
                .put("domain", domain)
                .put("context", context);
        return UnderstandCommand.answer(question, domains, circumstances);
    }
}
