package dev.aizuchi.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts =
            new Texts(Map.of("called", "{nurse}を呼びました。", "role.nurse", "看護師", "going", "{item}をお持ちします。"));

    @Test
    void a_hole_that_no_value_is_for_takes_how_the_role_is_called() {
        assertThat(texts.say("called")).isEqualTo("看護師を呼びました。");
        assertThat(texts.say("called", Map.of("nurse", "山本"))).isEqualTo("山本を呼びました。");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.say("going"))
                .withMessageContaining("{item}");
    }

    @Test
    void some_sentences_in_other_words_leave_the_rest_as_it_is() {
        Texts others = texts.with(Map.of("role.nurse", "当直の者"));
        assertThat(others.say("called")).isEqualTo("当直の者を呼びました。");
        assertThat(others.say("going", Map.of("item", "お茶"))).isEqualTo("お茶をお持ちします。");
        assertThat(texts.say("called")).isEqualTo("看護師を呼びました。");
    }

    @Test
    void what_a_language_lacks_is_said_in_japanese() {
        Texts both =
                texts.translated("en", new Texts(Map.of("called", "I have called {nurse}.", "role.nurse", "a nurse")));
        assertThat(both.in("en").say("called")).isEqualTo("I have called a nurse.");
        assertThat(both.in("en").say("going", Map.of("item", "茶"))).isEqualTo("茶をお持ちします。");
        assertThat(both.in("ja").say("called")).isEqualTo("看護師を呼びました。");
    }
}
