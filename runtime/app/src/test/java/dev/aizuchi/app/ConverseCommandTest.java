package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class ConverseCommandTest {
    private static final Domains DOMAINS = new Domains(new Plugins().skills(), null, null);

    @Test
    void a_dialogue_gives_one_entry_a_turn() throws JsonProcessingException {
        JsonNode turns = converse("""
                {"domain":"care","turns":[{"user":"お水を持ってきて"},{"outcome":"failed"},{"user":"電気を消して"},{"wait_s":3}]}
                """);
        assertThat(turns).hasSize(4);
        assertThat(turns.get(0).path("action").asText()).isEqualTo("bring_water");
        assertThat(turns.get(0).path("state").asText()).isEqualTo("acting");
        assertThat(turns.get(1).path("say").asText()).contains("申し訳ありません");
        assertThat(turns.get(2).path("action").asText()).isEqualTo("light_off");
    }

    @Test
    void a_fall_is_reported() throws JsonProcessingException {
        JsonNode turns = converse("""
                {"domain":"care","turns":[{"percept":{"kind":"fall","person":"佐藤"}},{"wait_s":12}]}
                """);
        assertThat(turns.findValuesAsText("behaviour")).contains("alert_human");
    }

    @Test
    void gas_makes_the_rescue_robot_leave_with_its_reason() throws JsonProcessingException {
        JsonNode turns = converse("""
                {"domain":"disaster","turns":[{"percept":{"kind":"gas","lel_percent":30}}]}
                """);
        assertThat(turns.get(0).path("behaviour").asText()).isEqualTo("do_action");
        assertThat(turns.get(0).path("say").asText()).contains("可燃性ガス");
    }

    @Test
    void a_turn_that_is_none_is_told() {
        assertThatThrownBy(() -> converse("{\"turns\":[{\"user\":\"はい\"},{\"wait_s\":-1}]}"))
                .isInstanceOf(JsonLines.BadLineException.class)
                .hasMessageContaining("turn 2");
        assertThatThrownBy(() -> converse("{\"id\":1}")).hasMessageContaining("turns");
    }

    private static JsonNode converse(String dialogue) throws JsonProcessingException {
        ObjectNode answer = ConverseCommand.answer(Json.MAPPER.readTree(dialogue), DOMAINS);
        return answer.get("turns");
    }
}
