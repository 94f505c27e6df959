package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordSplitterTest {

    private static List<String> split(String phrase, String... known) {
        return new WordSplitter(Set.of(known)::contains).split(phrase).orElse(List.of("(none)"));
    }

    @Test
    void takes_as_few_words_as_possible() {
        assertThat(split("お水をください", "お", "水", "お水", "を", "くださ", "い", "ください")).containsExactly("お水", "を", "ください");
    }

    @Test
    void does_not_run_into_a_dead_end_after_a_long_word() {
        assertThat(split("行きたいです", "行きたい", "行き", "たいです")).containsExactly("行き", "たいです");
    }

    @Test
    void prefers_real_words_to_single_characters() {
        assertThat(split("トイレまで", "トイレま", "で", "トイレ", "まで")).containsExactly("トイレ", "まで");
    }

    @Test
    void takes_the_longer_word_first_when_all_else_is_equal() {
        assertThat(split("あいうえお", "あいう", "えお", "あい", "うえお")).containsExactly("あいう", "えお");
    }

    @Test
    void gives_nothing_when_a_character_is_in_no_word() {
        assertThat(new WordSplitter(Set.of("水", "を")::contains).split("お水を")).isEmpty();
    }

    @Test
    void gives_no_words_for_no_text() {
        assertThat(split("")).isEmpty();
    }

    @Test
    void does_not_cut_a_character_outside_the_basic_plane() {
        assertThat(split("𠮟る", "𠮟る", "𠮟", "る")).containsExactly("𠮟る");
        assertThat(split("𠮟る", "\uD842", "\uDF9Fる")).containsExactly("(none)");
    }

    @Test
    void splits_a_long_phrase_of_short_words_quickly() {
        assertThat(split("あ".repeat(2_000), "あ", "ああ")).hasSize(1_000);
    }
}
