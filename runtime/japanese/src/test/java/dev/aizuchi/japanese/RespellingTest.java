package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RespellingTest {
    private final Respelling site = new Respelling(
            List.of("ドアを開けてください", "電気を消して", "音を下げて", "お水をください", "右に曲がって", "エアコンをつけて"),
            words("廊下", "ろうか", "地震", "じしん", "避難所", "ひなんじょ", "田中さん", "たなかさん", "食堂", "しょくどう"));

    @Test
    void takes_the_sentence_that_sounds_the_same() {
        assertThat(site.respell("ドアを空けてください。")).isEqualTo("ドアを開けてください");
        assertThat(site.respell("電気お消して")).isEqualTo("電気を消して");
        assertThat(site.respell("エアコンを着けて")).isEqualTo("エアコンをつけて");
    }

    @Test
    void takes_a_sentence_that_sounds_nearly_the_same_when_it_is_long_enough() {
        assertThat(site.respell("ドアを赤けてください")).isNotEqualTo("ドアを開けてください");
        assertThat(site.respell("ドーアを開けてください")).isEqualTo("ドアを開けてください");
        assertThat(site.respell("おっ水をください")).isEqualTo("お水をください");
    }

    @Test
    void leaves_a_known_sentence_as_it_was_heard() {
        assertThat(site.respell("電気を消して。")).isEqualTo("電気を消して。");
    }

    @Test
    void does_not_turn_a_wish_into_another() {
        assertThat(site.respell("音を上げて")).isEqualTo("音を上げて");
        assertThat(site.respell("左に曲がって")).isEqualTo("左に曲がって");
        assertThat(site.respell("エアコンをつけないで")).isEqualTo("エアコンをつけないで");
        assertThat(site.respell("お水はいりません")).isEqualTo("お水はいりません");
    }

    @Test
    void takes_the_sites_words_within_other_sentences() {
        assertThat(site.respell("ローカライトを消して")).isEqualTo("廊下ライトを消して");
        assertThat(site.respell("大きな自身がありました")).isEqualTo("大きな地震がありました");
        assertThat(site.respell("ヒナンジョはどこですか")).isEqualTo("避難所はどこですか");
    }

    @Test
    void finds_no_word_across_the_middle_of_others() {
        assertThat(site.respell("どこかに置いて")).isEqualTo("どこかに置いて");
        assertThat(site.respell("明日は来るだろうか")).isEqualTo("明日は来るだろうか");
        assertThat(site.respell("黒うかどうか分かりません")).doesNotContain("廊下");
    }

    @Test
    void two_sentences_that_sound_the_same_are_left_alone() {
        Respelling two = new Respelling(List.of("窓を開けて", "窓を空けて"), words());
        assertThat(two.respell("まどをあけて")).isEqualTo("まどをあけて");
    }

    @Test
    void takes_any_text() {
        assertThat(site.respell("")).isEmpty();
        assertThat(site.respell("。、")).isEqualTo("。、");
        assertThat(site.respell("ーーっゃ")).isEqualTo("ーーっゃ");
        assertThat(site.respell("Hello 123")).isEqualTo("Hello 123");
    }

    private static Lexicon words(String... surfacesAndReadings) {
        List<LexiconEntry> entries = new ArrayList<>();
        for (int i = 0; i < surfacesAndReadings.length; i += 2) {
            entries.add(
                    new LexiconEntry(surfacesAndReadings[i], surfacesAndReadings[i + 1], -1, "thing", "", List.of()));
        }
        return new Lexicon(entries);
    }
}
