package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold claims apart from courtesies. */
final class ClaimsTest {
    private final Claims claims = Claims.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "お水をお持ちしました。",
                "看護師を呼びました",
                "電気をつけておきました。",
                "準備ができました。",
                "承知しました。電気を消しました。",
                "お部屋に着きましたよ",
                "テーブルに置いてあります。",
                "呼んだよ",
                "お持ちしましたので、お受け取りください。",
                "もう持ってきた"
            })
    void a_finished_act_is_a_claim(String sentence) {
        assertThat(claims.claimsDone(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "承知しました。",
                "かしこまりました",
                "わかりました。",
                "失礼しました。",
                "聞き取れませんでした。",
                "お待たせしました。",
                "ありがとうございました。",
                "お水をお持ちします。",
                "お持ちしましょうか。",
                "どうされましたか",
                "電気を消します。",
                "",
                "わかった",
                "できませんでした。",
                "ただいま向かっています。",
                "またあした"
            })
    void a_courtesy_or_a_promise_is_none(String sentence) {
        assertThat(claims.claimsDone(sentence)).isFalse();
    }
}
