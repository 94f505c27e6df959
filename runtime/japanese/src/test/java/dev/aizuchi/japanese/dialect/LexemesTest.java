package dev.aizuchi.japanese.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LexemesTest {
    private static final Tokenizer TOKENIZER = new Tokenizer();

    private static DataFile data(Region region) {
        return DataFile.read(PlainForms.class, region.wireName() + ".tsv");
    }

    /** A standard word that no dictionary knows as a verb would be found out only when somebody says it. */
    @ParameterizedTest
    @EnumSource(Region.class)
    void every_verb_has_a_standard_verb_in_its_place(Region region) {
        Lexemes lexemes = new Lexemes(TOKENIZER, data(region));
        List<List<String>> verbs = new ArrayList<>();
        for (String section : List.of("godan", "ichidan")) {
            if (data(region).sections().contains(section)) {
                verbs.addAll(data(region).rows(section, 3));
            }
        }

        assertThat(verbs).allSatisfy(verb -> {
            if (verb.get(0).length() > 2) {
                assertThat(lexemes.standard(verb.get(0), 0)).isEqualTo(verb.get(1));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "KYUSHU,さるいて,歩き回って",
        "KYUSHU,きびっとる,結んどる",
        "KYUSHU,せからしかった,うるさかった",
        "TOHOKU,おがったら,育ったら",
        "KANSAI,ほたえんといて,ふざけんといて",
        "TOHOKU,ごしゃいだ,怒った",
        "OKINAWA,まやーが,猫が",
    })
    void puts_the_standard_word_in_the_same_form(Region region, String said, String standard) {
        assertThat(new Lexemes(TOKENIZER, data(region)).standard(said, 0)).isEqualTo(standard);
    }

    @Test
    void leaves_what_only_begins_or_ends_like_a_word() {
        Lexemes chugoku = new Lexemes(TOKENIZER, data(Region.CHUGOKU));

        assertThat(chugoku.standard("めがねがない", 0)).isEqualTo("めがねがない");
        assertThat(chugoku.weight("飲まんでええ")).isZero();
    }
}
