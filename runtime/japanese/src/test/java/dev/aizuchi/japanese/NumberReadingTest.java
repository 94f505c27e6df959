package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hold numbers to how they are said. */
final class NumberReadingTest {
    private final NumberReading reading = new NumberReading();

    @ParameterizedTest
    @CsvSource({
        "0,ゼロ",
        "305,さんびゃくご",
        "600,ろっぴゃく",
        "8000,はっせん",
        "10000000,いっせんまん",
        "3600,さんぜんろっぴゃく",
        "1000000000000,いっちょう",
        "11000,いちまんせん"
    })
    void says_a_number(long number, String said) {
        assertThat(reading.of(number)).isEqualTo(said);
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
        "2,分,にふん",
        "3,分,さんぷん",
        "4,分,よんぷん",
        "5,分,ごふん",
        "6,分,ろっぷん",
        "8,分,はっぷん",
        "10,分,じゅっぷん",
        "30,分,さんじゅっぷん",
        "45,分,よんじゅうごふん",
        "1,日,ついたち",
        "20,日,はつか",
        "24,日,にじゅうよっか",
        "31,日,さんじゅういちにち",
        "4,月,しがつ",
        "9,月,くがつ",
        "2024,年,にせんにじゅうよねん",
        "1,人,ひとり",
        "2,人,ふたり",
        "4,人,よにん",
        "3,本,さんぼん",
        "6,本,ろっぽん",
        "300,本,さんびゃっぽん",
        "3,階,さんがい",
        "8,個,はっこ",
        "1,つ,ひとつ",
        "20,歳,はたち",
        "1,歳,いっさい",
        "5,羽,ご羽"
    })
    void says_what_is_counted(long number, String counter, String said) {
        assertThat(reading.of(number, counter)).isEqualTo(said);
    }

    @Test
    void says_time_and_date_within_a_sentence() {
        assertThat(reading.inSentence("4月20日、午前9時10分です")).isEqualTo("しがつはつか、午前くじじゅっぷんです");
        assertThat(reading.inSentence("101号室へ。")).isEqualTo("ひゃくいちごうしつへ。");
        assertThat(reading.inSentence("水")).isEqualTo("水");
    }
}
