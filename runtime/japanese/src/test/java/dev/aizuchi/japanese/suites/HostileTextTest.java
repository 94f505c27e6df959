package dev.aizuchi.japanese.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.easy.EasyJapanese;
import dev.aizuchi.japanese.easy.Layout;
import dev.aizuchi.japanese.keigo.Issue;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import dev.aizuchi.japanese.mask.Masked;
import dev.aizuchi.japanese.mask.Masker;
import dev.aizuchi.japanese.mask.PersonalData;
import dev.aizuchi.japanese.mask.Seal;
import dev.aizuchi.japanese.pragmatics.Answers;
import dev.aizuchi.japanese.pragmatics.Backchannels;
import dev.aizuchi.japanese.pragmatics.Moment;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String[] BITS = {
        "です",
        "ます",
        "れる",
        "られ",
        "なら",
        "て",
        "ください",
        "お",
        "ご",
        "様",
        "さん",
        "は",
        "が",
        "ん",
        "へん",
        "よる",
        "けん",
        "じゃ",
        "やねん",
        "090",
        "-",
        "1234",
        "ぜろ",
        "〇",
        "@",
        ".",
        "年",
        "月",
        "日",
        "丁目",
        "東京都",
        "田中",
        "ー",
        "、",
        "。",
        "？",
        "「",
        "」",
        "\ud83d\ude00",
        "\ud800",
        "\udc00",
        "\u202e",
        "\u0000",
        "\u200b",
        "ﷺ",
        "𠮷",
        "\u3099",
        "A",
        " ",
        "\n",
        "\t",
        "〔氏名1〕",
        "$1",
        "\\",
        "食べ",
        "行か",
        "し"
    };

    private final PolitenessCheck check = new PolitenessCheck();
    private final PlainForms forms = PlainForms.standard();
    private final EasyJapanese simple = new EasyJapanese();
    private final Layout layout = new Layout(new Morphology());
    private final Masker masker = new Masker();
    private final Answers answers = Answers.standard();
    private final Backchannels backchannels = new Backchannels();

    static List<String> longTexts() {
        return List.of(
                "あ".repeat(5_000),
                "ん".repeat(5_000),
                "1".repeat(5_000),
                "0-".repeat(2_500),
                "東京都".repeat(1_700),
                "ー".repeat(5_000),
                "ご".repeat(5_000),
                "さん".repeat(2_500),
                "\ud83d\ude00".repeat(2_500),
                "\ud800".repeat(5_000),
                "شكرا".repeat(1_250),
                "a@".repeat(2_500),
                "ちょっと".repeat(1_250),
                "お客様がおっしゃられました。".repeat(350),
                "田中さんの電話は090-1234-5678です。".repeat(200),
                "行かへんねん".repeat(800));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void takes_five_thousand_characters_in_good_time(String text) {
        assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(PATIENCE, () -> all(text)))
                .doesNotThrowAnyException();
    }

    @Test
    void takes_any_mixture() {
        Random random = new Random(2_007);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            int bits = random.nextInt(30);
            for (int i = 0; i < bits; i++) {
                text.append(BITS[random.nextInt(BITS.length)]);
            }
            all(text.toString());
        }
    }

    private void all(String text) {
        for (Issue issue : check.check(text).issues()) {
            assertThat(text.substring(issue.start(), issue.end())).isEqualTo(issue.surface());
        }
        forms.plain(text);
        String easy = simple.rewrite(text).text();
        assertThat(layout.spaced(easy).replace(" ", "")).isEqualTo(easy.replace(" ", ""));
        layout.withReadings(easy);
        answers.resolve(text, text);
        backchannels.classify(text, Moment.ROBOT_TELLS);
        masksAndRestores(text);
    }

    private void masksAndRestores(String text) {
        Masked masked = masker.mask(text);
        int from = 0;
        for (PersonalData data : masked.found()) {
            assertThat(data.start()).isGreaterThanOrEqualTo(from);
            assertThat(data.end()).isLessThanOrEqualTo(text.length());
            from = data.end();
        }
        Seal seal = new Seal(new byte[Seal.KEY_BYTES], new SecureRandom());
        String restored = seal.unmask(masked.text(), seal.seal(masked)).orElseThrow();
        // Two spellings of one number share a placeholder and come back in the first.
        boolean oneSpelling = masked.secrets().size() == masked.found().size();
        assertThat(!oneSpelling || restored.equals(text)).isTrue();
    }
}
