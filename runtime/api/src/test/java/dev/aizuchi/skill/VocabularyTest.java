package dev.aizuchi.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void a_japanese_value_is_a_word_for_itself_and_a_wire_name_is_not() {
        Vocabulary parts = Vocabulary.beside(VocabularyTest.class, "vocabulary.txt", "body_part");
        Vocabulary colours = Vocabulary.beside(VocabularyTest.class, "vocabulary.txt", "colour");

        assertThat(parts.wordsByValue()).containsOnlyKeys("膝", "腰");
        assertThat(parts.wordsByValue().get("膝")).containsExactly("膝", "ひざ", "お膝");
        assertThat(parts.wordsByValue().get("腰")).containsExactly("腰");
        assertThat(colours.wordsByValue().get("red")).containsExactly("赤", "赤タグ");
    }

    @Test
    void a_value_that_stands_twice_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.beside(VocabularyTest.class, "vocabulary.txt", "twice"))
                .withMessageContaining("膝")
                .withMessageContaining("vocabulary.txt");
    }
}
