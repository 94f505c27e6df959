package dev.aizuchi.japanese.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hold numbers and what they count to how they are said. */
final class NumberSpeechTest {
    private final NumberSpeech speech = new NumberSpeech();
    private final Counters counters = new Counters();

    @ParameterizedTest
    @CsvSource({
        "0,ぜろ",
        "305,さんびゃくご",
        "600,ろっぴゃく",
        "8000,はっせん",
        "10000000,いっせんまん",
        "3600,さんぜんろっぴゃく",
        "1000000000000,いっちょう",
        "11000,いちまんせん",
        "3.14,さんてんいちよん",
        "0.5,れいてんご",
        "1.5,いってんご",
        "-7,まいなすなな"
    })
    void says_a_number(BigDecimal number, String said) {
        assertThat(speech.of(number)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "3,時,さんじ",
        "4,時,よじ",
        "7,時,しちじ",
        "9,時,くじ",
        "14,時,じゅうよじ",
        "19,時,じゅうくじ",
        "1,分,いっぷん",
        "3,分,さんぷん",
        "4,分,よんぷん",
        "6,分,ろっぷん",
        "8,分,はっぷん",
        "10,分,じゅっぷん",
        "45,分,よんじゅうごふん",
        "1,日,ついたち",
        "20,日,はつか",
        "24,日,にじゅうよっか",
        "31,日,さんじゅういちにち",
        "4,月,しがつ",
        "2024,年,にせんにじゅうよねん",
        "1,人,ひとり",
        "14,人,じゅうよにん",
        "3,本,さんぼん",
        "6,本,ろっぽん",
        "300,本,さんびゃっぽん",
        "1000,本,せんぼん",
        "3,階,さんがい",
        "3,軒,さんげん",
        "3,足,さんぞく",
        "8,個,はっこ",
        "20,歳,はたち",
        "1,歳,いっさい",
        "3,羽,さんば",
        "1,キロ,いちきろ",
        "6,キロ,ろっきろ",
        "10,キロ,じゅっきろ",
        "1,センチ,いっせんち",
        "10,ページ,じゅっぺーじ",
        "100,匹,ひゃっぴき"
    })
    void says_what_is_counted(BigDecimal number, String counter, String said) {
        assertThat(speech.of(number, Objects.requireNonNull(counters.named(counter))))
                .isEqualTo(said);
    }
}
