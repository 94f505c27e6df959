package dev.aizuchi.japanese.accent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.reading.SpeechReader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccentReaderTest {
    private static final Morphology MORPHOLOGY = new Morphology();
    private static final AccentReader READER = new AccentReader(new SpeechReader(MORPHOLOGY), MORPHOLOGY);

    /** Write the fall of the pitch as ’ and a pause as 、. */
    private static String spell(String text) {
        return READER.read(text).stream()
                .map(phrase -> {
                    var morae = phrase.morae();
                    String high = String.join("", morae.subList(0, phrase.nucleus()));
                    String low = String.join("", morae.subList(phrase.nucleus(), morae.size()));
                    String fall = phrase.nucleus() == 0 ? "" : "’";
                    return high + fall + low + (phrase.question() ? "？" : phrase.pause() ? "、" : "");
                })
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "箸を持つ, ハ’シオ モ’ツ",
        "雨が降ります, ア’メガ フリマ’ス",
        "先生はどこですか, センセ’ーワ ド’コデスカ",
        "東京へ行きたい, トーキョーエ イキタ’イ",
        "手伝いましょう, テツダイマショ’ー",
        "三階へ行かないでください, サンガイエ イカナ’イデ クダサ’イ",
        "千九百八十円です, セ’ン キュ’ーヒャク ハチジュ’ーエンデス",
        "お茶を三本, オチャオ サ’ンボン",
        "何時ですか, ナ’ンジデスカ"
    })
    void words_become_phrases_with_their_fall(String text, String spoken) {
        assertThat(spell(text).replace("ヲ", "オ")).isEqualTo(spoken);
    }

    @Test
    void pauses_and_questions_stand_at_their_phrases() {
        assertThat(spell("はい、雨ですか？")).isEqualTo("ハ’イ、 ア’メデスカ？");
    }

    @Test
    void nothing_to_say_has_no_phrase() {
        assertThat(READER.read("「」…")).isEmpty();
    }

    @Test
    void given_sounds_are_one_phrase_with_the_fall_inside_it() {
        assertThat(AccentReader.phrase("アイズチ", 9))
                .hasValueSatisfying(phrase -> assertThat(phrase.nucleus()).isEqualTo(4));
        assertThat(AccentReader.phrase("abc", 0)).isEmpty();
    }
}
