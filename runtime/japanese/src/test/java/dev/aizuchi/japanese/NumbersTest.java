package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aizuchi.japanese.number.Kansuji;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold numbers to both ways of writing. */
final class NumbersTest {
    private final Numbers numbers = new Numbers(new Morphology());

    @ParameterizedTest
    @CsvSource({
        "二十三,23",
        "二〇二四,2024",
        "三百五,305",
        "一万二千,12000",
        "ゼロ,0",
        "十,10",
        "百万,1000000",
        "一億二千三百万,123000000",
        "2万,20000",
        "〇,0",
        "千一,1001",
        "45,45",
        "九千九百九十九兆,9999000000000000"
    })
    void reads_a_number(String written, long value) {
        assertThat(Numbers.parse(written)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "水", "三匹", "九九九九九九九九九九九九九九九九九九", "百万億兆億兆億兆億兆億兆億兆億兆億兆億兆億兆億兆億兆億兆"})
    void reads_nothing_else(String written) {
        assertThat(Numbers.parse(written)).isEmpty();
    }

    @Test
    void kanji_and_back_is_the_same() {
        LongStream.concat(LongStream.range(0, 12_000), LongStream.of(99_999, 100_001, 12_345_678_901_234L))
                .forEach(value -> assertThat(Numbers.parse(Kansuji.of(value))).hasValue(value));
        assertThatIllegalArgumentException().isThrownBy(() -> Kansuji.of(-1));
    }

    @ParameterizedTest
    @CsvSource({
        "二十三号室,23号室",
        "三時半に起こして,3時半に起こして",
        "二〇二四年三月五日,2024年3月5日",
        "三つください,3つください",
        "一万二千円,12000円",
        "三十五度二分,35度2分",
        "三階の二〇一号室,3階の201号室",
        "〇九〇一二三四五六七八,09012345678",
        "二、三人,2、3人",
        "一時に来て,1時に来て",
        "十五分後,15分後",
        "十分後に,10分後に",
        "二十分間,20分間"
    })
    void writes_numbers_in_digits(String text, String digits) {
        assertThat(numbers.toDigits(text)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一緒に行こう", "三日月がきれい", "一番いい", "七夕の夜", "もう十分です", "四国の三重県", "五十嵐さん", "八百屋", "数十人", "万が一", "もう一度", "第二会議室",
                "二度と来ない"
            })
    void leaves_words_that_only_hold_a_numeral(String text) {
        assertThat(numbers.toDigits(text)).isEqualTo(text);
    }
}
