package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold normalising to one spelling, and to surviving anything. */
final class NormalizerTest {
    private final Normalizer normalizer = new Normalizer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "あの ー トイレ に 行き たい です|トイレに行きたいです",
                "あのー、トイレに行きたい。|トイレに行きたい",
                "えーと、その、お水を…|お水を",
                "えっと えっと 水|水",
                "うーん…ちょっと…|ちょっと",
                "あのすみません|すみません",
                "んー、あー、水|水",
                "あ、電気つけて|電気つけて",
                "待ってー|待って",
                "ｱｲｳ １２３|アイウ123",
                "Hello  world です|Hello worldです",
                "カ\u3099ス|ガス",
                "お水　ください！！|お水ください",
                "電気。つけて|電気。つけて",
                "タスケテクダサイ。トモダチ、タオレマシタ|たすけてください。ともだち、たおれました",
                "トイレ、イキタイ|トイレ、いきたい"
            })
    void brings_an_utterance_into_one_spelling(String heard, String written) {
        assertThat(normalizer.normalize(heard)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "あの部屋の電気を消して",
                "その部屋",
                "そのうち",
                "ええ、お願いします",
                "うん",
                "まあまあです",
                "じゃあ、水",
                "エレベーター",
                "テレビ",
                "グエン",
                "あのうさぎを見て",
                "まあまあ",
                "ほらあなを見た",
                "こうえん",
                "3,000円",
                "お願いしまーす"
            })
    void leaves_what_means_something(String text) {
        assertThat(normalizer.normalize(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "えーと…", "。", "\u0000\u0007", "\uD800", "\u200B\uFEFF", "うーん"})
    void nothing_said_is_empty(String text) {
        assertThat(normalizer.normalize(text)).isEmpty();
    }

    @Test
    void hostile_text_comes_out_short_and_clean() {
        String zalgo = "水" + "\u0301\u0337\u0489".repeat(300) + "を";
        assertThat(normalizer.normalize(zalgo)).isEqualTo("水を");
        assertThat(normalizer.normalize("\uFDFA".repeat(100_000))).hasSizeLessThanOrEqualTo(500);
        assertThat(normalizer.normalize("えーと、".repeat(30_000) + "水")).hasSizeLessThanOrEqualTo(500);
        assertThat(normalizer.normalize("水\uD83D\uDE00".repeat(100_000))).hasSizeBetween(499, 500);
        assertThat(normalizer.normalize("水\u0000を\u0008ください")).isEqualTo("水をください");
    }

    @Test
    void random_text_never_fails() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(40, 0, 0x3100).forEach(c -> text.append((char) c));
            random.ints(5, 0xD000, 0xFFFF).forEach(c -> text.append((char) c));
            String once = normalizer.normalize(text.toString());
            assertThat(once).hasSizeLessThanOrEqualTo(500).doesNotContainPattern("\\p{Cc}|\\p{Cs}");
        }
    }
}
