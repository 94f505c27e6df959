package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void what_was_asked_for_lasts_until_the_other_is() {
        language.speak("en");
        language.heard("薬局はどこですか");
        assertThat(language.current()).isEqualTo("en");
        language.speak("ja");
        assertThat(language.current()).isEqualTo("ja");
    }
}
