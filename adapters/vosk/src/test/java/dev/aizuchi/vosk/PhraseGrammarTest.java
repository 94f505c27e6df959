package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhraseGrammarTest {
    private static final WordSplitter SPLITTER =
            new WordSplitter(Set.of("は", "はい", "お願い", "します", "水", "を", "101号室", "で")::contains);

    private static PhraseGrammar grammar(String... phrases) {
        return PhraseGrammar.of(List.of(phrases), SPLITTER);
    }

    @Test
    void writes_phrases_in_the_words_of_the_model() {
        assertThat(grammar("水を", "お願いします").toJson()).isEqualTo("[\"水 を\",\"お願い します\",\"[unk]\"]");
    }

    @Test
    void leaves_out_what_nobody_speaks() {
        assertThat(grammar("はい、お願いします。", "「水」…を！").sentences()).containsExactly("はい お願い します", "水 を");
    }

    @Test
    void reads_wide_digits_as_plain_ones() {
        assertThat(grammar("１０１号室で").sentences()).containsExactly("101号室 で");
    }

    @Test
    void names_the_phrases_that_the_model_cannot_hear() {
        PhraseGrammar grammar = grammar("水を", "お茶を", "{item}を");
        assertThat(grammar.sentences()).containsExactly("水 を");
        assertThat(grammar.leftOut()).containsExactly("お茶を", "{item}を");
    }

    @Test
    void is_silent_on_phrases_of_another_language() {
        PhraseGrammar japanese = grammar("水を", "お茶を", "Good morning", "OK", "请讲中文", "한국어");
        assertThat(japanese.sentences()).containsExactly("水 を");
        assertThat(japanese.leftOut()).containsExactly("お茶を");

        PhraseGrammar english = PhraseGrammar.of(
                List.of("お茶を", "good morning", "good evening"), new WordSplitter(Set.of("good", "morning")::contains));
        assertThat(english.sentences()).containsExactly("good morning");
        assertThat(english.leftOut()).containsExactly("good evening");
    }

    @Test
    void takes_a_phrase_once() {
        assertThat(grammar("水を", "水を。", "水を").sentences()).containsExactly("水 を");
    }

    @Test
    void is_empty_when_no_phrase_is_left() {
        assertThat(grammar("お茶", "…").isEmpty()).isTrue();
    }

    @Test
    void leaves_room_for_what_is_no_phrase_unless_nothing_else_can_be_said() {
        assertThat(grammar("水を").toJson()).isEqualTo("[\"水 を\",\"[unk]\"]");
        assertThat(grammar("水を").toJsonOfNothingElse()).isEqualTo("[\"水 を\"]");
    }
}
