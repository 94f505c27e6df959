package dev.aizuchi.japanese.easy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Morphology;
import org.junit.jupiter.api.Test;

final class EasyJapaneseTest {
    private final EasyJapanese easy = new EasyJapanese();

    @Test
    void a_long_reason_becomes_a_sentence_of_its_own() {
        assertThat(easy.rewrite("地震が発生したので、エレベーターは使用できません。").text()).isEqualTo("地震がありました。だから、エレベーターは使えません。");
    }

    @Test
    void the_level_tells_how_much_easier_a_text_became() {
        Easy said = easy.rewrite("至急、高台へ避難してください。");
        assertThat(said.text()).isEqualTo("すぐに、高いところへ逃げてください。");
        assertThat(said.before().everyday()).isLessThan(0.5);
        assertThat(said.after().everyday()).isEqualTo(1);
        assertThat(easy.rewrite("").before()).isEqualTo(new WordLevel(1, 0));
    }

    @Test
    void what_is_easy_already_stays() {
        for (String text : new String[] {"水を飲んでください。", "今日は雨です。", "ここに名前を書いてください。"}) {
            assertThat(easy.rewrite(text).text()).isEqualTo(text);
        }
    }

    @Test
    void readers_get_blanks_between_phrases_and_readings_behind_kanji() {
        Layout layout = new Layout(new Morphology());
        assertThat(layout.spaced("くつをぬいでください。水が出ません。")).isEqualTo("くつを ぬいで ください。水が 出ません。");
        assertThat(layout.withReadings("靴を脱いで、九時に来てください。")).isEqualTo("靴（くつ）を脱（ぬ）いで、九時（くじ）に来（き）てください。");
    }
}
