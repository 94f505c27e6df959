package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold the closed sets to what people say. */
final class CuesTest {
    private static final List<String> NAMES = List.of("ロボット", "たすけ");

    private final Cues cues = Cues.standard();

    @ParameterizedTest
    @ValueSource(strings = {"もしもし、ああ、お母さん？うん、元気にしとるよ", "もしもし、うん、今病院に着いたところ"})
    void who_speaks_into_a_telephone_speaks_to_somebody_else(String words) {
        assertThat(Cues.standard().addressed(words, List.of()).to()).isEqualTo(Addressed.To.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"もしもし", "もしもし、お水をください", "もしもし、助けて", "もしもし、ロボットさん、聞こえてるよね"})
    void a_hello_may_be_said_to_the_robot(String words) {
        assertThat(Cues.standard().addressed(words, List.of()).to()).isNotEqualTo(Addressed.To.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"待っとる間にテレビつけて", "主人が待っとるけん帰る", "日曜に待っとるけん"})
    void who_tells_of_waiting_does_not_ask_for_a_stop(String words) {
        assertThat(Cues.standard().stop(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"待っとって", "ちょっと待っときい"})
    void who_asks_to_wait_does(String words) {
        assertThat(Cues.standard().stop(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"もうどいたから動いていいよ", "もう補強した、前進再開", "もう車いす通ったで、行ってええよ"})
    void a_reason_may_stand_before_the_release(String words) {
        assertThat(Cues.standard().resume(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"誰もいないから動いて", "動いていいとは言ってない", "もうどいたから動いていいの？"})
    void a_reason_makes_no_release_of_an_order_or_a_question(String words) {
        assertThat(Cues.standard().resume(words)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"続けてください, true", "続けていいよ, true", "動いていいよ, false", "もう片付け続けたので動いていいよ, false", "続けていいの？, false"})
    void who_says_to_go_on_is_told_from_who_lets_it_move(String words, boolean goesOn) {
        assertThat(Cues.standard().goOn(words)).isEqualTo(goesOn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"前進…ザザ…五メートル", "ざっ……これ……がが……どうぞ", "ザー、三メートル前進", "ぜん……さん……とる"})
    void noise_is_told_from_words(String words) {
        assertThat(Cues.standard().hasStatic(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ざあざあ降りですね", "ガーゼを替えて", "ちょっと…お手洗い", "ピーマンが嫌い", "みず……ください", "あの……えっと……お水"})
    void words_are_no_noise(String words) {
        assertThat(Cues.standard().hasStatic(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "止まれ",
                "止まって",
                "ストップ",
                "やめて",
                "待って",
                "危ない",
                "止めて",
                "とまってください",
                "ちょっと待って",
                "まって",
                "やめろ",
                "やめてくれ",
                "ストップストップ",
                "あぶない",
                "動くな",
                "動かないで",
                "とめて",
                "待ってえな",
                "やめてえな",
                "あかん止まって",
                "止まっ て",
                "ちょっ と 待っ て",
                "ロボットさん、止まって",
                "ああ、危ない!",
                "トマレ",
                "ｽﾄｯﾌﾟ",
                "まって待って",
                "待ってまって",
                "お水を持ってきて、いや待って",
                "待て",
                "やめ",
                "やめ！",
                "もう止めてください",
                "止まりなさい",
                "動かんといて",
                "こっちに来ないで",
                "止まらないで待って",
                "電気を止めて",
                "車を停めていただけますか",
                "そこに停めて",
                "停めていますぐ",
                "stop",
                "待ってー",
                "ちょっとまってや"
            })
    void a_stop_word_in_any_spelling_stops(String heard) {
        assertThat(cues.stop(heard)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "止まらないで",
                "やめないで",
                "待ってました",
                "お待ちして",
                "待ち合わせは三時です",
                "お待ちしています",
                "転んでしまって",
                "こまっています",
                "荷物をまとめて",
                "始まって",
                "もう待てない",
                "娘が待ってるの",
                "お水を持ってきて",
                "動いていいよ",
                "ストップウォッチを貸して",
                "危なくないですか",
                "危なかったなあ",
                "やめておきます",
                "やめとく",
                "動くなら早くして",
                "時計が止まってる",
                "車は地下に停めてます",
                "表に停めてあるんですが",
                "駐車場に停めていますが",
                "停止解除",
                "みとめてほしい",
                "まったく困ったね",
                "",
                "   ",
                "喉に詰まってしまった",
                "ちょっとお手洗い"
            })
    void talk_of_stopping_is_no_stop(String heard) {
        assertThat(cues.stop(heard)).isFalse();
    }

    @Test
    void a_stop_at_the_end_of_very_long_speech_is_found() {
        assertThat(cues.stop("あのね".repeat(40_000) + "止まって")).isTrue();
        assertThat(cues.stop("\uD800\u0000\u0301".repeat(1_000) + "ストップ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "再開",
                "再開して",
                "動いていいよ",
                "動いていいです",
                "続けて",
                "続けてください",
                "もう大丈夫動いて",
                "もう大丈夫、動いて",
                "進んでいいよ",
                "はい、再開してください",
                "もう動いていいですよ",
                "動い て いい よ",
                "続行してください",
                "動いてええよ",
                "動いてもいいよ",
                "停止解除",
                "ほな続けて",
                "サイカイ"
            })
    void an_explicit_release_resumes(String heard) {
        assertThat(cues.resume(heard)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "動いて",
                "動いてください",
                "動いていいの",
                "動いていいの？",
                "動いていいですか",
                "動いていい?",
                "大丈夫",
                "大丈夫です",
                "動いてはいけない",
                "動いちゃだめ",
                "再開しないで",
                "続けないで",
                "お水を持ってきて",
                "動いていいとは言ってない",
                "動いていいよって言った",
                "はい",
                "",
                "よ",
                "まだ動いてよくないよ",
                "人がどいてから動いていいよ",
                "確認してから再開して",
                "5分後から再開して",
                "人を呼んで、続けて",
                "荷物を運んで、続けて",
                "まだだ、続けて",
                "急いで、続けて",
                "行って"
            })
    void anything_less_does_not_resume(String heard) {
        assertThat(cues.resume(heard)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "はい",
                "うん",
                "ええ",
                "お願いします",
                "頼む",
                "そうして",
                "いいよ",
                "オッケー",
                "ほな頼むわ",
                "はい、お願いします",
                "うん、お願い",
                "ええ、お願いします",
                "はいはい",
                "ちょっとお願い",
                "はい お願い し ます",
                "ぜひお願いします",
                "いいですね",
                "ええで",
                "せやな",
                "OK",
                "はい、そうです",
                "もちろんです",
                "じゃあお願いしようか",
                "ハイ",
                "はい、持ってきてください"
            })
    void agreement_is_yes(String heard) {
        assertThat(cues.answer(heard)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "いいえ",
                "いや",
                "結構です",
                "大丈夫です",
                "いらない",
                "やめとく",
                "また今度",
                "ちょっと…",
                "ええわ",
                "いいえ、結構です",
                "いや、いいわ",
                "うん、やめとく",
                "もういいです",
                "今はいいです",
                "ううん",
                "いりません",
                "すみません、今はちょっと",
                "ありがとう、大丈夫です",
                "あかん",
                "遠慮しときます",
                "後でいいです",
                "もうええわ",
                "イイエ",
                "呼ばんでええ",
                "いえいえ"
            })
    void declining_is_no(String heard) {
        assertThat(cues.answer(heard)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "はい、大丈夫です",
                "はい、結構です",
                "いや、お願いします",
                "うーん",
                "どうしようかな",
                "お水を持ってきて",
                "今何時",
                "はい？",
                "いいです",
                "",
                "トイレに行きたい",
                "ありがとう",
                "どっちでもいい",
                "あの",
                "ほな"
            })
    void what_is_neither_or_both_is_no_answer(String heard) {
        assertThat(cues.answer(heard)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "田中さん、こっち来て",
                "お母さん、ご飯まだ？",
                "先生、ちょっといいですか",
                "田中さんこっち来て",
                "花子、こっち来て",
                "ねえ田中さん、お茶飲む？",
                "おじいちゃん、お風呂だよ",
                "佐藤様、お待たせしました",
                "看護師さん、お名前は何ですか",
                "看護師さん、いつもありがとう",
                "鈴木くん、電気消して",
                "こっちに来て、田中さん",
                "みなさん、集まってください",
                "みんなおはよう",
                "お母さんご飯まだ",
                "吉田さん、体温を測りますね",
                "佐藤さん、お薬の時間ですよ",
                "佐藤さん、お食事は済みましたか？"
            })
    void a_call_to_somebody_else_is_noticed(String heard) {
        assertThat(to(heard)).isEqualTo(Addressed.To.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "田中さんを呼んで",
                "看護師さん呼んで",
                "看護師さんを呼んでください",
                "ロボットさん、お水",
                "ロボット、電気つけて",
                "たすけさん、こっち来て",
                "田中さん呼んで",
                "田中さんの部屋の電気を消して",
                "お母さんに電話して",
                "看護師さん、来て",
                "看護師さん来て",
                "先生を呼んでください",
                "お水を持ってきて",
                "すみません、お水ください",
                "トイレ、行きたい",
                "田中さんに会いに来ました",
                "ありがとうさん",
                "お母さんはどこ",
                "先生に診てもらいたい",
                "水、ください",
                "誰か、助けて",
                "みんなそろっているか見て",
                "みんな、助けて",
                "ドクターヘリ呼んで",
                "ドクターヘリが必要です",
                "ナースコール押して",
                "",
                "田中さんお願いします",
                "吉田さん、検温37度8分です",
                "加藤さん、昼食後のお薬、内服済みです",
                "岡部さん、あ、違う、岡田さんに用があって来ました",
                "今日は寒いですね、ちょっと",
                "佐藤さんいらっしゃいますか",
                "山田さん、おられますか",
                "受付番号は二十三番です"
            })
    void talk_of_somebody_is_no_call(String heard) {
        assertThat(to(heard)).isEqualTo(Addressed.To.ROBOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ナースさん来て", "職員さん、来てください", "お母さん来て", "お母ちゃん、助けて", "看護師さーん", "田中さん、胸が苦しい", "先生呼んで", "看護師さんおらんの"})
    void whoever_is_called_for_help_or_to_come_shall_be_fetched(String heard) {
        assertThat(to(heard)).isEqualTo(Addressed.To.ROBOT);
    }

    @ParameterizedTest
    @CsvSource({"看護師さん、トイレ,トイレ", "ヘルパーさん、電気消して,電気消して", "看護師さん、点滴終わりました,点滴終わりました", "お水ください、看護師さん,お水ください、"})
    void what_staff_are_told_may_be_a_wish(String heard, String rest) {
        assertThat(cues.addressed(heard, NAMES)).isEqualTo(new Addressed(Addressed.To.PERHAPS_OTHER, rest));
    }

    @ParameterizedTest
    @CsvSource({"電気をつけて,true", "お水…,true", "電気がついているね,false", "水を飲みました,false", "看護師さんは何人いるの,false"})
    void asking_is_told_from_remarks_reports_and_questions(String text, boolean asks) {
        assertThat(cues.asks(text)).isEqualTo(asks);
    }

    private Addressed.To to(String heard) {
        return cues.addressed(heard, NAMES).to();
    }

    @Test
    void what_a_recogniser_is_told_to_expect_means_what_it_should() {
        assertThat(cues.phrases()).contains("止まって", "再開", "はい", "いいえ").doesNotHaveDuplicates();
        assertThat(cues.phrases())
                .allMatch(phrase -> cues.stop(phrase)
                        || cues.resume(phrase)
                        || cues.answer(phrase).isPresent());
    }

    @Test
    void nothing_is_both_a_stop_and_its_release() {
        assertThat(cues.phrases()).noneMatch(phrase -> cues.stop(phrase) && cues.resume(phrase));
    }
}
