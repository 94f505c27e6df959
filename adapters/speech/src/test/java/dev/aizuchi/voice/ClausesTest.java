package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClausesTest {

    @Test
    void splits_after_the_ends_of_sentences() {
        assertThat(Clauses.sentences("はい、ただいま。よろしいですか？ どうぞ")).containsExactly("はい、ただいま。", "よろしいですか？", "どうぞ");
    }

    @Test
    void splits_a_long_sentence_at_its_commas_alone() {
        assertThat(Clauses.upTo(8, "はい、お水をお持ちします。承知しました。")).containsExactly("はい、", "お水をお持ちしま", "す。", "承知しました。");
    }

    @Test
    void finds_nothing_in_blanks() {
        assertThat(Clauses.sentences(" \n ")).isEmpty();
    }
}
