package dev.aizuchi.japanese.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylesTest {
    private static final Tokenizer TOKENIZER = new Tokenizer();

    @ParameterizedTest
    @CsvSource({
        "明日は雨だ。,明日は雨です。",
        "雨じゃなかったよ,雨じゃありませんでしたよ",
        "高くない,高くないです",
        "行かなかった,行きませんでした",
        "食べちゃった,食べてしまいました",
        "待ってて,待っていてください",
        "触るな,触らないでください",
        "行こうか,行きましょうか",
        "行くかも,行くかもしれません",
        "どこ行くの,どこ行くのですか",
        "元気？,元気ですか？",
        "薬を飲まなきゃ,薬を飲まなければなりません",
        "立ちなさい,立ってください",
        "行きます,行きます",
        "お帰りなさい,お帰りなさい",
    })
    void makes_the_end_polite(String plain, String polite) {
        assertThat(new PoliteStyle(TOKENIZER).polite(plain)).isEqualTo(polite);
    }

    @ParameterizedTest
    @CsvSource({
        "行きませんでした,行かなかった",
        "行きましょうか,行こうか",
        "雨ですので,雨なので",
        "雨でしたから,雨だったから",
        "高かったです,高かった",
        "静かではありません,静かではない",
        "雨でございます,雨だ",
        "おいしゅうございます,おいしい",
        "待ってください,待って",
        "雨ですか？,雨か？",
    })
    void makes_a_text_plain(String polite, String plain) {
        assertThat(new PlainStyle(TOKENIZER).plain(polite)).isEqualTo(plain);
    }
}
