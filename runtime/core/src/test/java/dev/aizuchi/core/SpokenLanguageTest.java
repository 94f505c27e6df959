package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpokenLanguageTest {
    private final SpokenLanguage language = new SpokenLanguage();

    @Test
    void english_is_spoken_to_who_speaks_it_and_japanese_to_who_speaks_that_next() {
        assertThat(language.current()).isEqualTo("ja");
        language.heard("Where is the restroom?");
        assertThat(language.current()).isEqualTo("en");
        language.heard("OK");
        assertThat(language.current()).isEqualTo("en");
        language.heard("トイレはどこですか");
        assertThat(language.current()).isEqualTo("ja");
    }

    @Test
    void latin_letters_that_are_japanese_too_change_nothing() {
        language.heard("AED");
        language.heard("OK");
        language.heard("MRIの予約です");
        language.heard("");
        assertThat(language.current()).isEqualTo("ja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoom", "Suica", "Sunrise Trading", "JR East", "Room B", "N95 mask"})
    void a_name_is_no_english_sentence(String name) {
        language.heard(name);
        assertThat(language.current()).isEqualTo("ja");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello!",
                "Help",
                "Excuse me",
                "My name is John Smith.",
                "I’m here for Mr. Sato",
                "Room B, please"
            })
    void a_whole_sentence_is_english(String sentence) {
        language.heard(sentence);
        assertThat(language.current()).isEqualTo("en");
    }

    @Test
    void what_was_asked_for_lasts_until_the_other_is() {
        language.speak("en");
        language.heard("薬局はどこですか");
        assertThat(language.current()).isEqualTo("en");
        language.speak("ja");
        assertThat(language.current()).isEqualTo("ja");
    }
}
