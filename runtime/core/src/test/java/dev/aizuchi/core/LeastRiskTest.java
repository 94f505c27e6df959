package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeastRiskTest {
    private static final Morphology MORPHOLOGY = new Morphology();

    @Test
    void a_word_that_the_careful_one_guessed_comes_from_the_quick_one() {
        assertThat(text("玄:0.3 炭:0.2 の:1 鍵:0.9 を:1 閉めて:0.9", "玄関:0.98 の:1 鍵:1 を:1 閉め:1 て:1"))
                .isEqualTo("玄関の鍵を閉めて");
    }

    @Test
    void the_two_correct_each_other_within_a_sentence() {
        assertThat(text("心痛:0.2 の:0.9 窓を:0.9 半分:0.9 開けて:0.9", "寝室:0.95 の:1 窓:1 を:1 八本:0.3 開け:1 て:1"))
                .isEqualTo("寝室の窓を半分開けて");
    }

    @Test
    void an_alternative_that_sounds_like_the_careful_text_beats_a_likelier_one() {
        assertThat(text(
                        "朝:0.4 の:0.9 薬:0.8 を:1 飲みました:0.9",
                        "その:0.9 薬:1 を:1 飲み:1 まし:1 た:1",
                        "朝:0.3 の:1 薬:1 を:1 飲み:1 まし:1 た:1"))
                .isEqualTo("朝の薬を飲みました");
    }

    @Test
    void a_denial_that_the_careful_one_heard_is_kept() {
        assertThat(text("薬:0.9 は:1 飲んで:0.9 いません:0.9", "薬:1 は:1 飲ん:1 で:1 い:1 ます:0.6"))
                .isEqualTo("薬は飲んでいません");
    }

    @Test
    void who_heard_something_else_has_no_vote() {
        assertThat(text("今日:0.7 の:0.9 お昼:0.6 は:0.9 魚:0.6 が:0.9 いい:0.9 です:0.9", "太陽:0.95 を:1 なにも:1 し:1 た:1"))
                .isEqualTo("今日のお昼は魚がいいです");
    }

    @Test
    void two_that_agree_are_surer_than_each_and_two_that_do_not_are_less_sure() {
        String careful = "水:0.7 を:0.9 ください:0.6";
        double agreed = choice(careful, "水:0.8 を:0.8 ください:0.8").confidence();
        double apart = choice(careful, "三つ:0.8 で:0.8 百:0.8 円:0.8").confidence();
        assertThat(agreed).isGreaterThan(0.9);
        assertThat(apart).isLessThan(0.75);
    }

    @Test
    void what_sounds_alike_is_spelled_by_who_is_surer_of_it() {
        assertThat(text("席:0.1 が:0.9 出ます:0.9", "咳:0.98 が:1 出:1 ます:1")).isEqualTo("咳が出ます");
        assertThat(text("自信:0.9 が:0.9 ある:0.9", "地震:0.4 が:1 ある:1", "自信:0.3 が:1 ある:1"))
                .isEqualTo("自信がある");
    }

    @Test
    void figures_are_the_number_that_is_said() {
        LeastRisk.Choice choice = choice("10:0.6 時半:0.9 に:0.9", "十:1 時半:1 に:1");
        assertThat(choice.spoken().text()).isEqualTo("十時半に");
        assertThat(choice.confidence()).isGreaterThan(0.95);
        assertThat(text("12345678901234567890:0.5 です:0.5", "はい:0.5")).endsWith("です");
    }

    @Test
    void a_voice_without_morae_breaks_nothing() {
        assertThat(text("。:0.5", "はい:0.9")).isIn("はい", "。");
        assertThat(text("はい:0.9", "。:0.5")).isEqualTo("はい");
    }

    private static String text(String careful, String... quick) {
        return choice(careful, quick).spoken().text();
    }

    private static LeastRisk.Choice choice(String careful, String... quick) {
        return LeastRisk.of(
                spoken(careful), Stream.of(quick).map(LeastRiskTest::spoken).toList(), LeastRisk.Weights.USUAL);
    }

    private static Spoken spoken(String words) {
        List<Word> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            String[] parts = word.split(":", -1);
            all.add(new Word(parts[0], Double.parseDouble(parts[1]), Duration.ZERO, Duration.ZERO));
            text.append(parts[0]);
        }
        return Spoken.of(new Hypothesis(text.toString(), 0.5, all), MORPHOLOGY);
    }
}
