package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KokoroPhonemesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "職員におたずねください。|ɕokɯiɴ ɲi o tazɨnekɯdasai.",
                "コーヒーを、どうぞ！|koːçiː o, doːʣo!",
                "三階の避難所|saŋɡai no çinaɲʥo",
                "こんばんは|kombaɴβa",
                "看護師を呼びました。|kaŋɡoɕi o jobʲimaɕita.",
                "１０１号室|iʨi ʣeɾo iʨiɡoːɕiʦɨ",
                "( ) ☺|''"
            })
    void spells_as_the_voice_was_taught(String text, String spelling) {
        try (var phonemes = new KokoroPhonemes()) {
            assertThat(phonemes.spell(text)).isEqualTo(spelling);
        }
    }
}
