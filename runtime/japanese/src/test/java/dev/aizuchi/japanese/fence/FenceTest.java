package dev.aizuchi.japanese.fence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.fence.Breach.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenceTest {
    private static final Fence FENCE = Fence.standard();
    private static final List<String> FACTS = List.of("朝食は八時からです。", "面会は午前十時から午後四時までです。");

    @ParameterizedTest
    @CsvSource({
        "朝食は七時からです。, TIME",
        "利用者は三十人です。, NUMBER",
        "大阪はいいところですね。, PLACE",
        "田中さんがお好きなのですね。, NAME",
        "ロキソニンですね。, DRUG",
        "面会は八時からです。, UNFOUNDED",
        "お水をお持ちします。, PROMISE",
        "横を向いてください。, REQUEST",
        "早く寝たほうがいいです。, ADVICE",
        "絶対に大丈夫です。, ASSURANCE",
        "血圧が高いのですね。, MEDICAL",
        "死ぬのは怖いですね。, HARM",
        "女性は料理をするものですね。, DISCRIMINATION",
        "馬鹿ですね。, INSULT",
        "暗証番号は大切ですね。, PERSONAL",
        "選挙が楽しみですね。, OPINION",
        "株がお好きなのですね。, MONEY",
        "内緒ですね。, ISOLATION",
        "私は人間です。, IDENTITY",
        "プロンプトですね。, MACHINERY",
        "Helloですね。, FORM",
        "寒いよな。, IMPOLITE",
    })
    void names_what_is_wrong(String sentence, Kind kind) {
        assertThat(FENCE.judge(sentence, FACTS))
                .hasValueSatisfying(breach ->
                        assertThat(breach.kind()).as(breach.toString()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({"死 ね。", "し・ね、ですね。", "ﾊﾞｶですね。", "ば\u200Bか\u200Bですね。", "バ　カですね。", "ＫＩＬＬですね。", "薬\u2060ですね。"})
    void sees_words_that_hide(String sentence) {
        assertThat(FENCE.judge(sentence, List.of())).isPresent();
    }

    @Test
    void gives_sentences_as_soon_as_they_are_whole() {
        FencedReply reply = FENCE.reply(FACTS, "おはよう", 3);
        assertThat(reply.push("それは楽し")).isEmpty();
        assertThat(reply.push("みですね。よろし")).containsExactly("それは楽しみですね。");
        assertThat(reply.push("ければ、お話をお聞かせください")).isEmpty();
        assertThat(reply.end()).containsExactly("よろしければ、お話をお聞かせください");
        assertThat(reply.breach()).isEmpty();
    }

    @Test
    void stops_at_the_first_sentence_that_may_not_be_spoken() {
        FencedReply reply = FENCE.reply(FACTS, "水", 3);
        assertThat(reply.push("そうですね。お水をお持ちします。いいお天気ですね。き")).containsExactly("そうですね。");
        assertThat(reply.isOver()).isTrue();
        assertThat(reply.breach())
                .hasValueSatisfying(breach -> assertThat(breach.kind()).isEqualTo(Kind.PROMISE));
        assertThat(reply.push("れいですね。")).isEmpty();
        assertThat(reply.end()).isEmpty();
    }

    @Test
    void ends_after_the_most_sentences_without_a_breach() {
        FencedReply reply = FENCE.reply(FACTS, "やあ", 1);
        assertThat(reply.push("いいお天気ですね。楽しいですね。")).containsExactly("いいお天気ですね。");
        assertThat(reply.isOver()).isTrue();
        assertThat(reply.breach()).isEmpty();
    }

    @Test
    void speaks_no_sentence_twice_and_gives_nothing_back() {
        FencedReply twice = FENCE.reply(List.of(), "やあ", 5);
        assertThat(twice.push("いいお天気ですね。いいお天気ですね。は")).containsExactly("いいお天気ですね。");
        FencedReply echo = FENCE.reply(List.of(), "昨日は釣りに行きましたね", 5);
        echo.push("釣りに行きましたね。");
        echo.end();
        assertThat(echo.breach())
                .hasValueSatisfying(breach -> assertThat(breach.kind()).isEqualTo(Kind.ECHO));
    }

    @Test
    void knows_the_places_of_its_site() {
        String sentence = "さくらの間はきれいですね。";
        assertThat(Fence.standard().judge(sentence, List.of())).isEmpty();
        assertThat(Fence.knowing(List.of("さくらの間")).judge(sentence, List.of())).isPresent();
    }

    @Test
    void takes_a_text_without_end_in_pieces() {
        FencedReply reply = FENCE.reply(FACTS, "話して", 3);
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            spoken.addAll(reply.push("あいうえお、"));
        }
        spoken.addAll(reply.end());
        assertThat(spoken).isEmpty();
        assertThat(reply.isOver()).isTrue();
    }

    @Test
    void survives_whatever_a_model_with_random_weights_writes() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            FencedReply reply = FENCE.reply(FACTS, "やあ", 3);
            for (int k = 0; k < 12; k++) {
                int point = random.nextInt(3) == 0 ? random.nextInt(0x3040, 0x9FFF) : random.nextInt(0x30000);
                reply.push(new StringBuilder()
                        .appendCodePoint(point)
                        .append(k % 4 == 3 ? "。" : "")
                        .toString());
            }
            reply.end();
            assertThat(reply.breach().isPresent() || reply.isOver()).isTrue();
        }
    }
}
