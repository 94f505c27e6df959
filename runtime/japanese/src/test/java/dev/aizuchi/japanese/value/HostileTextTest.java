package dev.aizuchi.japanese.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aizuchi.japanese.Morphology;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Let nothing that is typed or heard break the finding of values. */
final class HostileTextTest {
    private static final Values VALUES = new Values(new Morphology());
    private static final LocalDateTime REFERENCE = LocalDateTime.parse("2024-02-29T23:59");

    @Property(tries = 1_500)
    void places_are_true_for_any_characters(@ForAll String text) {
        check(text);
    }

    @Property(tries = 1_500)
    void places_are_true_for_what_looks_like_values(@ForAll("mixtures") String text) {
        check(text);
    }

    @Provide
    Arbitrary<String> mixtures() {
        Arbitrary<String> parts = Arbitraries.of(
                "三",
                "十",
                "万",
                "億",
                "〇",
                "半",
                "数",
                "第",
                "の",
                "、",
                "・",
                "点",
                "分の",
                "から",
                "〜",
                "-",
                "/",
                ":",
                ".",
                ",",
                "時",
                "分",
                "日",
                "月",
                "年",
                "度",
                "円",
                "人",
                "後",
                "前",
                "おき",
                "毎週",
                "来月",
                "末",
                "金曜",
                "令和",
                "午後",
                "夜",
                "地下",
                "階",
                "9",
                "99999999999999999999",
                "0",
                "さん",
                "じゅう",
                "いっ",
                "ごご",
                "じ",
                "ぷん",
                "マイナス",
                "1/",
                "㍻",
                "½",
                "①",
                "ﾊﾟ",
                "゙",
                "\u0301",
                "\u200d",
                "\ud83d",
                "\udc00",
                "\u202e",
                "😀",
                "👨‍👩‍👧",
                "𠮷",
                " ",
                "　",
                "\n",
                "\u0000",
                "キロ",
                "二、三",
                "千",
                "今朝",
                "XX",
                "5kg",
                "090");
        return parts.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一", "十", "いち", "に", "さんじ", "三時から", "、", "半", "\u0301", "\ud800", "1/", "〇九〇", "九", "毎週月曜と", "令和", "ｶﾞ",
                "﷽", "数"
            })
    void long_texts_end_soon(String part) {
        String text = part.repeat(5_000 / part.length() + 1);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> check(text));
    }

    private static void check(String text) {
        assertThatCode(() -> {
                    for (List<FoundValue> found : List.of(
                            VALUES.find(text).values(),
                            VALUES.find(text, REFERENCE).values())) {
                        int last = 0;
                        for (FoundValue value : found) {
                            assertThat(value.start()).isGreaterThanOrEqualTo(last);
                            assertThat(value.end()).isGreaterThan(value.start());
                            assertThat(text.substring(value.start(), value.end()))
                                    .isEqualTo(value.surface());
                            assertThat(value.value().wire()).isNotEmpty();
                            last = value.end();
                        }
                    }
                })
                .doesNotThrowAnyException();
    }
}
