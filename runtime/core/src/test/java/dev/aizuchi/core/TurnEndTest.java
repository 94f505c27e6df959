package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.core.TurnEnd.Awaited;
import dev.aizuchi.japanese.Normalizer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnEndTest {
    private static final Duration SHORT = Duration.ofMillis(450);
    private static final Duration LONG = Duration.ofSeconds(1);

    private Awaited awaited = Awaited.ANYTHING;
    private final TurnEnd turnEnd =
            new TurnEnd(new Normalizer(), Stream.of("電気をつけてください", "看護師さん", "電気をつけて", "はい"), () -> awaited);

    @ParameterizedTest
    @ValueSource(
            strings = {"お水をお願いします", "毛布をもう一枚ください", "会議室はどこですか", "二階に三人います", "足が動かないそうです", "電気消してくれへん", "部屋を片付けてもらえますか"})
    void a_closed_sentence_is_waited_for_briefly(String said) {
        assertThat(turnEnd.patience(said)).isLessThan(SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今日のお昼なんですけど",
                "田中と申しますが",
                "孫が来るので",
                "もしよかったら",
                "看護師さんを",
                "避難所まで",
                "腰が痛くて",
                "山が好きで",
                "えーと",
                "明日の三時にいや",
                "なんて言うか",
                "すみません",
                "息子が東京にいるんですけどね"
            })
    void what_hangs_on_a_particle_or_seeks_a_word_is_waited_for_long(String said) {
        assertThat(turnEnd.patience(said)).isGreaterThanOrEqualTo(LONG);
    }

    @Test
    void a_known_sentence_is_waited_for_least() {
        assertThat(turnEnd.patience("電気をつけてください")).isLessThan(turnEnd.patience("窓を開けてください"));
        assertThat(turnEnd.patience("電気をつけて")).isLessThan(turnEnd.patience("窓を開けて"));
    }

    @Test
    void a_known_noun_may_be_the_beginning_of_more() {
        assertThat(turnEnd.patience("看護師さん")).isGreaterThan(SHORT);
    }

    @Test
    void after_a_question_by_yes_or_no_a_mere_yes_is_enough() {
        Duration unasked = turnEnd.patience("大丈夫");
        awaited = new Awaited(true, 1);
        assertThat(turnEnd.patience("大丈夫")).isLessThan(unasked).isLessThan(SHORT);
        assertThat(turnEnd.patience("はいえーと")).isGreaterThanOrEqualTo(LONG);
    }

    @Test
    void a_slow_speaker_is_waited_for_longer() {
        Duration usual = turnEnd.patience("お水を");
        awaited = new Awaited(false, 1.5);
        assertThat(turnEnd.patience("お水を")).isEqualTo(usual.multipliedBy(3).dividedBy(2));
    }
}
