package dev.aizuchi.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Grasp;
import dev.aizuchi.robot.Action.HandOver;
import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Turn;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CareSkillTest {
    private static final Place ROOM = new Place("101号室");
    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-25T12:00:00+09:00[Asia/Tokyo]");

    private final SkillSpec spec = new CareSkill().spec();

    @Test
    void calls_a_caregiver_for_the_toilet_and_says_so_only_after_the_call() {
        assertThat(answer("toilet_assist", "ちょっとお手洗い"))
                .isEqualTo(Reply.perform(new CallHuman("caregiver", ROOM, "お手洗いの介助", false))
                        .thenSay("はい。職員を呼びました。まいりますので、そのままお待ちください。"));
    }

    @Test
    void does_not_tell_the_room_who_needs_the_toilet() {
        assertThat(answer("toilet_assist", "トイレに行きたい").steps())
                .filteredOn(Reply.Step.Say.class::isInstance)
                .isNotEmpty()
                .noneMatch(say -> say.toString().matches("(?s).*(トイレ|お手洗い|便|尿|おむつ).*"));
    }

    @Test
    void never_moves_for_the_toilet_so_that_no_stop_or_flat_battery_can_turn_the_request_down() {
        assertThat(answer("toilet_assist", "漏れそう").actions()).isNotEmpty().noneMatch(action -> action.moves());
    }

    @Test
    void fetches_water_and_claims_it_only_once_it_is_in_the_persons_hand() {
        assertThat(answer("bring_water", "お水をください"))
                .isEqualTo(Reply.say("お水をお持ちします。少々お待ちください。")
                        .then(new Navigate(new Place("給湯室")))
                        .then(new Grasp("水"))
                        .then(new Navigate(ROOM))
                        .thenSay("どうぞ、お受け取りください。")
                        .then(new HandOver("水"))
                        .thenSay("お水をお持ちしました。ゆっくりお召し上がりください。"));
    }

    @Test
    void calls_the_nurse_before_the_first_word() {
        assertThat(answer("call_nurse", "看護師さんを呼んでください"))
                .isEqualTo(Reply.perform(new CallHuman("nurse", ROOM, "ご本人からの呼び出し", false))
                        .thenSay("はい。看護師を呼びました。そのままお待ちください。"));
    }

    @ParameterizedTest
    @CsvSource({
        "胸が苦しい, 至急、胸の症状の訴え",
        "息ができない, 至急、息苦しさの訴え",
        "転んでしまいました, 至急、転倒の訴え",
        "えらいしんどいねん, 至急、気分不良の訴え",
        "転んで頭をぶつけて血が出ている, 至急、転倒、頭を打った、出血の訴え",
        "頭が痛くて吐きそう, 至急、痛み、吐き気の訴え"
    })
    void tells_the_nurse_what_is_urgent_in_the_order_of_the_complaint(String text, String reason) {
        assertThat(answer("call_nurse", text))
                .isEqualTo(Reply.perform(new CallHuman("nurse", ROOM, reason, true))
                        .thenSay("はい。急いで看護師を呼びました。そのままお待ちください。お声は聞こえています。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"看護師さんを呼んで", "誰か来てほしい", "落ち着いたら看護師さんに来てほしい", "看護師さんと血圧の話がしたい"})
    void takes_a_plain_call_as_not_urgent(String text) {
        assertThat(answer("call_nurse", text).actions())
                .containsExactly(new CallHuman("nurse", ROOM, "ご本人からの呼び出し", false));
    }

    @Test
    void takes_a_complaint_in_words_that_it_does_not_know_as_urgent() {
        assertThat(answer("call_nurse", "体がいつもと全然ちがう").actions())
                .containsExactly(new CallHuman("nurse", ROOM, "至急、体調の訴え", true));
    }

    @Test
    void asks_upon_a_word_by_itself_that_is_no_complaint() {
        assertThat(answer("call_nurse", "風呂").steps())
                .singleElement()
                .isInstanceOfSatisfying(
                        Reply.Step.Ask.class, ask -> assertThat(ask.question()).isEqualTo("看護師をお呼びしましょうか。"));
        assertThat(answer("call_nurse", "苦しい").actions())
                .containsExactly(new CallHuman("nurse", ROOM, "至急、体調の訴え", true));
    }

    @Test
    void switches_the_light_where_the_person_is() {
        assertThat(answer("light_on", "暗い")).isEqualTo(Reply.say("明かりをつけます。").then(new Light(ROOM, true)));
        assertThat(answer("light_off", "まぶしい")).isEqualTo(Reply.say("明かりを消します。").then(new Light(ROOM, false)));
    }

    @Test
    void switches_the_light_of_a_place_that_was_named() {
        Map<String, String> corridor = Map.of("place", "廊下");
        assertThat(answer("light_on", "廊下の電気をつけて", corridor))
                .isEqualTo(Reply.say("廊下の明かりをつけます。").then(new Light(new Place("廊下"), true)));
        assertThat(answer("light_off", "廊下の電気を消して", corridor))
                .isEqualTo(Reply.say("廊下の明かりを消します。").then(new Light(new Place("廊下"), false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "薬を飲み忘れた",
                "薬な、まだ飲んでねえんだ",
                "薬は飲んだと思う",
                "薬飲んだっけ",
                "薬を飲んでいません",
                "目薬をさして",
                "目薬をさしてほしいんだけど",
                "薬を落とした",
                "薬がなくなった",
                "薬、飲んだことにしといて",
                "飲んだかどうか思い出せない"
            })
    void writes_down_no_medicine_as_taken_that_may_not_be(String words) {
        Reply reply = answer("record_medication", words);
        assertThat(reply.actions()).singleElement().isInstanceOf(CallHuman.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"薬を飲みました", "朝の薬はもう飲んだよ", "薬ば飲んだけん", "お薬済み", "目薬、さしました"})
    void writes_down_a_medicine_that_is_taken(String words) {
        assertThat(answer("record_medication", words).actions()).singleElement().isNotInstanceOf(CallHuman.class);
    }

    private Reply answer(String intent, String text) {
        return answer(intent, text, Map.of());
    }

    private Reply answer(String intent, String text, Map<String, String> slots) {
        Turn turn = new Turn(text, intent, slots, ROOM, "", NOON);
        return spec.intents().stream()
                .filter(candidate -> candidate.name().equals(intent))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(turn);
    }
}
