package dev.aizuchi.core;

import static dev.aizuchi.core.Told.asked;
import static dev.aizuchi.core.Told.lastUnderstood;
import static dev.aizuchi.core.Told.said;
import static dev.aizuchi.core.Told.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds a conversation together: corrections, withdrawals, referents, digressions, and the way out of not
 * understanding.
 */
class DialogueStateTest {
    private static final Place HERE = new Place("食堂");
    private static final Reply SHOW = Reply.perform(new Action.Display("売店")).thenSay("画面をご覧ください。");
    private static final Slot<LocalTime> TIME = Slot.time("time");
    private static final Slot<String> DATE = Slot.date("date");
    private static final Slot<Place> PLACE = Slot.place("place");
    private static final Slot<String> GUEST = Slot.person("visitor");

    private final FakeRobot robot = new FakeRobot();
    private final ManualLanes lanes = new ManualLanes();
    private final List<DialogueEvent> events = new ArrayList<>();
    private final Agent agent = agent();

    @ParameterizedTest
    @ValueSource(strings = {"やっぱり4時に", "4時に変えてください", "ごめん、4時じゃなくて、あ、4時です", "やっぱり午後4時に知らせて"})
    void a_time_is_put_right_and_the_rest_is_kept(String correction) {
        hear("明日の3時に知らせて");
        hear(correction);
        assertThat(lastUnderstood(events).slots())
                .containsEntry("time", "16:00")
                .containsEntry("date", "tomorrow");
    }

    @Test
    void what_was_put_off_is_put_off_anew_when_it_is_put_right() {
        hear("3時半に知らせて");
        hear("やっぱり4時に");
        lanes.advance(Duration.ofMinutes(31));
        assertThat(said(events)).doesNotContain("お時間です。");
        lanes.advance(Duration.ofMinutes(31));
        assertThat(said(events)).contains("お時間です。");
    }

    @Test
    void another_thing_of_the_same_kind_is_asked_by_its_name_alone() {
        hear("食堂に行きたい");
        robot.complete();
        lanes.run();
        hear("廊下は？");
        assertThat(lastUnderstood(events).intent()).isEqualTo("guide");
        assertThat(lastUnderstood(events).slots()).containsEntry("place", "廊下");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ごめん、明日じゃなくて明後日", "明後日に変えて", "明後日の間違いでした"})
    void a_day_is_put_right_and_the_time_is_kept(String correction) {
        hear("明日の3時に知らせて");
        hear(correction);
        assertThat(lastUnderstood(events).slots())
                .containsEntry("time", "15:00")
                .containsEntry("date", "in_2_days");
    }

    @Test
    void what_shall_be_changed_is_what_is_still_to_come_whatever_was_asked_since() {
        hear("明日の3時に知らせて");
        hear("今日は何曜日ですか");
        hear("それならさっきのは明後日に変えてください");
        assertThat(lastUnderstood(events).intent()).isEqualTo("remind");
        assertThat(lastUnderstood(events).slots())
                .containsEntry("time", "15:00")
                .containsEntry("date", "in_2_days");
    }

    @Test
    void the_half_of_the_day_that_was_said_counts_for_the_time_that_is_given_later() {
        hear("明日の朝お知らせをお願いします");
        hear("ほな、六時半にして");
        assertThat(lastUnderstood(events).slots()).containsEntry("time", "06:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"毛布も", "毛布もたい", "あと毛布もじゃ", "毛布もお願いしますね"})
    void one_word_more_is_another_thing_in_any_dialect(String words) {
        hear("水を持ってきて");
        hear(words);
        assertThat(lastUnderstood(events).intent()).isEqualTo("bring_blanket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"いや、教えてくれるだけでいいよ", "いやあ、それくらいは歩けるから"})
    void what_begins_with_a_no_and_is_nothing_else_is_a_no(String words) {
        hear("出口まで行きたいのですが");
        hear(words);
        assertThat(said(events)).containsExactly("承知しました。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"水を持ってきて。あ、あったあった、もういいや", "水を持ってきて。あ、やっぱりいいです"})
    void what_is_taken_back_in_the_same_breath_is_not_done(String words) {
        hear(words);
        assertThat(robot.performed).isEmpty();
        assertThat(lastUnderstood(events).intent()).isEqualTo("cancel_offer");
    }

    @Test
    void a_question_that_was_put_aside_comes_back_behind_the_answer() {
        hear("受付をお願いします");
        hear("売店への行き方は");
        hear("いいえ");
        assertThat(asked(events)).hasSize(2);
        robot.complete();
        lanes.run();
        assertThat(said(events)).containsExactly("画面をご覧ください。");
        assertThat(asked(events)).hasSize(3).last().asString().contains("お名前");
    }

    @Test
    void what_stands_before_the_value_that_was_asked_for_does_not_hide_it() {
        hear("受付をお願いします");
        hear("ありがとう、鈴木です");
        assertThat(lastUnderstood(events).slots()).containsEntry("visitor", "鈴木");
    }

    @Test
    void a_remark_that_names_a_time_corrects_nothing() {
        hear("3時に知らせて");
        hear("4時に娘が来るの");
        assertThat(understood(events)).isEqualTo("remind");
    }

    @Test
    void the_wrong_errand_is_given_up_for_the_right_one() {
        hear("お水をください");
        hear("お水じゃなくて毛布を持ってきて");
        assertThat(robot.cancelled).hasSize(1);
        robot.outcomes.get(0).complete(new Outcome.Failed(Outcome.Reason.CANCELLED, ""));
        lanes.advance(Duration.ofSeconds(1));
        assertThat(robot.performed).hasSize(2);
        assertThat(lastUnderstood(events).intent()).isEqualTo("bring_blanket");
        assertThat(refusals()).isZero();
    }

    @Test
    void what_is_got_in_the_same_way_takes_the_place_of_the_other() {
        hear("お水をください");
        hear("あ、毛布にしてください");
        assertThat(robot.cancelled).hasSize(1);
        assertThat(lastUnderstood(events).intent()).isEqualTo("bring_blanket");
    }

    @ParameterizedTest
    @CsvSource({
        "お水はいいです, 1",
        "お水はもういらない, 1",
        "もういいよ, 1",
        "やっぱりいらない, 1",
        "さっきのは取り消して, 1",
        "お水は持ってこなくていいよ, 1",
        "毛布はいいです, 0",
        "ありがとう、いいです, 0",
    })
    void one_thing_is_withdrawn_if_it_is_meant(String words, int cancelled) {
        hear("お水をください");
        hear(words);
        assertThat(robot.cancelled).hasSize(cancelled);
    }

    @Test
    void of_two_things_the_other_one_stays() {
        hear("お水をください。それから毛布を持ってきて");
        hear("毛布はやっぱりいらない");
        robot.complete();
        lanes.run();
        lanes.advance(Duration.ofSeconds(2));
        assertThat(robot.performed).hasSize(1);
        assertThat(robot.cancelled).isEmpty();
    }

    @Test
    void a_reminder_is_withdrawn() {
        hear("3時半に知らせて");
        hear("お知らせはやっぱりいいです");
        lanes.advance(Duration.ofHours(2));
        assertThat(said(events)).doesNotContain("お時間です。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"もう一杯お願いします", "おかわり", "同じのをください"})
    void the_same_is_brought_once_more(String again) {
        hear("お水をください");
        robot.complete();
        lanes.run();
        hear("ありがとう");
        hear(again);
        assertThat(robot.performed).hasSize(2);
    }

    @Test
    void that_place_is_the_one_that_was_spoken_of() {
        hear("廊下はどこですか");
        hear("そこに行きたい");
        assertThat(robot.performed).extracting(Command::action).containsExactly(new Action.Navigate(new Place("廊下")));
    }

    @Test
    void that_place_is_rather_the_one_at_which_somebody_points() {
        hear("廊下はどこですか");
        agent.perceive(new Percept.Own("pointing", List.of(new Argument.Text("place", "食堂"))));
        hear("そこに行きたい");
        assertThat(robot.performed).extracting(Command::action).containsExactly(new Action.Navigate(new Place("食堂")));
    }

    @Test
    void nothing_is_meant_any_more_when_the_talk_is_long_over() {
        hear("お水をください");
        robot.complete();
        lanes.run();
        lanes.advance(Duration.ofMinutes(10));
        hear("もう一杯お願いします");
        assertThat(robot.performed).hasSize(1);
    }

    @Test
    void returns_to_its_question_after_a_digression() {
        hear("受付をお願いします");
        hear("いま何時ですか");
        assertThat(said(events)).contains("六時です。");
        assertThat(asked(events)).hasSize(2);
        assertThat(asked(events).get(1)).contains("お名前を");
        hear("鈴木です");
        assertThat(lastUnderstood(events).slots()).containsEntry("visitor", "鈴木");
    }

    @Test
    void leaves_its_question_where_it_is_asked_for_the_same_anew() {
        hear("受付をお願いします");
        hear("受付をお願いします、鈴木様です");
        assertThat(asked(events)).hasSize(1);
    }

    @Test
    void an_unanswered_question_is_asked_again_then_with_help_and_then_a_person_is_offered() {
        hear("食堂に運んで");
        hear("むにゃむにゃ");
        hear("ごにょごにょ");
        hear("もごもご");
        assertThat(asked(events)).hasSize(4);
        assertThat(asked(events).get(2)).contains("はい", "いいえ");
        assertThat(asked(events).get(3)).contains("職員");
        hear("はい");
        assertThat(robot.performed)
                .extracting(command -> command.action().name())
                .containsExactly("call_human");
    }

    @Test
    void whoever_declines_a_person_is_left_alone() {
        hear("むにゃむにゃ");
        hear("ごにょごにょ");
        hear("もごもご");
        hear("結構です");
        assertThat(robot.performed).isEmpty();
        assertThat(said(events)).last().asString().startsWith("承知しました");
    }

    @Test
    void what_failed_a_while_ago_is_forgiven() {
        hear("むにゃむにゃ");
        hear("ごにょごにょ");
        lanes.advance(Duration.ofMinutes(2));
        hear("もごもご");
        assertThat(asked(events)).isEmpty();
    }

    @Test
    void goes_on_with_what_a_stop_cut_off_only_after_a_yes() {
        hear("お水をください");
        hear("止まって");
        robot.outcomes.get(0).complete(new Outcome.Failed(Outcome.Reason.STOPPED, ""));
        lanes.run();
        hear("再開");
        assertThat(robot.performed).hasSize(1);
        hear("はい");
        assertThat(robot.performed).hasSize(2);
        assertThat(said(events)).last().isEqualTo("では、続けます。");
    }

    @Test
    void a_skill_that_hangs_is_unloaded_and_the_others_live() {
        hear("固まって");
        assertThat(said(events)).singleElement().asString().contains("うまくできません");
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                DialogueEvent.Faulted.class,
                                fault -> assertThat(fault.message()).contains("unloaded")));
        hear("固まって");
        assertThat(events).last().isNotInstanceOf(DialogueEvent.Faulted.class);
        hear("お水をください");
        assertThat(robot.performed).hasSize(1);
    }

    @Test
    void what_comes_while_the_robot_moves_waits_until_it_is_free() {
        hear("お水をください");
        hear("毛布を持ってきて");
        assertThat(robot.performed).hasSize(1);
        assertThat(said(events)).singleElement().asString().contains("済みましたら");
        robot.complete();
        lanes.advance(Duration.ofSeconds(1));
        assertThat(robot.performed).hasSize(2);
    }

    @Test
    void the_very_same_is_not_done_twice() {
        hear("お水をください");
        hear("お水を持ってきて");
        robot.complete();
        lanes.advance(Duration.ofSeconds(1));
        assertThat(robot.performed).hasSize(1);
        hear("お水をもう一杯持ってきて");
        assertThat(robot.performed).hasSize(2);
    }

    @Test
    void an_order_that_takes_the_place_of_the_motion_waits_only_until_that_is_given_up() {
        hear("お水をください");
        hear("引き返せ");
        assertThat(robot.cancelled).hasSize(1);
        assertThat(robot.performed).hasSize(1);
        robot.outcomes.get(0).complete(new Outcome.Failed(Outcome.Reason.CANCELLED, ""));
        lanes.advance(Duration.ofSeconds(1));
        assertThat(robot.performed).hasSize(2);
    }

    @Test
    void a_sensor_that_repeats_itself_gives_up_the_motion_once() {
        hear("お水をください");
        Percept gas = new Percept.Own("gas", List.of());
        agent.perceive(gas);
        agent.perceive(gas);
        lanes.run();
        robot.outcomes.get(0).complete(new Outcome.Failed(Outcome.Reason.CANCELLED, ""));
        lanes.advance(Duration.ofSeconds(1));
        agent.perceive(gas);
        lanes.advance(Duration.ofSeconds(1));
        assertThat(robot.performed).hasSize(2);
        assertThat(robot.cancelled).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"電気をつけて, 消して, light_off", "テレビをつけて, 消して, tv_off", "テレビをつけて, やっぱり消して, tv_off"})
    void a_bare_verb_speaks_of_the_thing_that_was_named_before(String first, String then, String intent) {
        hear(first);
        hear(then);
        assertThat(lastUnderstood(events).intent()).isEqualTo(intent);
    }

    @Test
    void returns_to_its_question_after_a_digression_that_asks_something_itself() {
        hear("受付をお願いします");
        hear("行きたいです");
        hear("廊下です");
        robot.complete();
        lanes.run();
        assertThat(asked(events)).hasSize(3);
        assertThat(asked(events).get(2)).contains("お名前を");
        hear("鈴木です");
        assertThat(lastUnderstood(events).slots()).containsEntry("visitor", "鈴木");
    }

    @Test
    void the_value_that_was_asked_for_is_the_answer_whatever_wish_it_may_be_like() {
        hear("行きたいです");
        hear("食堂です");
        assertThat(lastUnderstood(events).intent()).isEqualTo("guide");
    }

    @Test
    void half_of_the_day_settles_the_time_that_was_said() {
        hear("8時に知らせて");
        hear("午前");
        assertThat(lastUnderstood(events).slots()).containsEntry("time", "08:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"うん", "はい", "ええ"})
    void a_sign_that_one_listens_needs_no_answer(String sign) {
        hear(sign);
        assertThat(said(events)).isEmpty();
        assertThat(asked(events)).isEmpty();
    }

    @Test
    void skills_are_exchanged_while_it_runs_and_what_is_under_way_ends() {
        hear("お水をください");
        Skill games = () -> SkillSpec.named("games").on("play", List.of("将棋をしましょう"), turn -> Reply.say("はい。"));
        agent.exchangeSkills(List.of(games));
        hear("将棋をしましょう");
        assertThat(lastUnderstood(events).intent()).isEqualTo("play");
        hear("毛布をください");
        assertThat(lastUnderstood(events).intent()).isEqualTo("play");
        hear("もう一杯お願いします");
        robot.complete();
        lanes.run();
        assertThat(robot.performed).hasSize(1);
        assertThat(agent.expectedSentences()).contains("将棋をしましょう").doesNotContain("毛布をください");
    }

    @Test
    void an_exchange_that_cannot_be_leaves_all_as_it_is() {
        Skill one = () -> SkillSpec.named("one").on("play", List.of("将棋をしましょう"), turn -> Reply.say("はい。"));
        Skill two = () -> SkillSpec.named("two").on("play", List.of("囲碁をしましょう"), turn -> Reply.say("はい。"));
        assertThatThrownBy(() -> agent.exchangeSkills(List.of(one, two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one")
                .hasMessageContaining("two");
        hear("お水をください");
        assertThat(robot.performed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"いえ、後で行きます", "いや、まだ行きません", "あとで行きたい"})
    void whoever_puts_an_offer_off_is_not_led_away(String words) {
        hear("出口まで行きたいのですが");
        hear(words);
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void of_a_sentence_of_which_a_part_is_refused_nothing_is_done() {
        hear("扉を壊して、お水を持ってきて");
        assertThat(refusals()).isOne();
        assertThat(robot.performed).isEmpty();
    }

    private void hear(String text) {
        agent.hear(text);
        lanes.run();
    }

    private long refusals() {
        return events.stream().filter(DialogueEvent.Refused.class::isInstance).count();
    }

    private Agent agent() {
        Reply move = Reply.perform(new Action.Navigate(HERE));
        Skill skill = () -> SkillSpec.named("test")
                .needs(Action.Navigate.class, Action.Display.class)
                .on("bring_water", List.of("お水をください", "水を持ってきて", "お水"), turn -> move)
                .on("light_on", List.of("電気をつけて"), turn -> Reply.say("つけます。"))
                .on("light_off", List.of("電気を消して", "消して"), turn -> Reply.say("消します。"))
                .on("tv_on", List.of("テレビをつけて"), turn -> Reply.say("つけます。"))
                .on("tv_off", List.of("テレビを消して"), turn -> Reply.say("消します。"))
                .on("meal", List.of("食堂の献立を教えて", "食堂です"), turn -> Reply.say("カレーです。"))
                .on("back", List.of("引き返せ"), turn -> Reply.preempt().then(new Action.Navigate(HERE)))
                .on(
                        "lead",
                        List.of("出口まで行きたいのですが", "出口に行く"),
                        turn -> Reply.ask("ご案内しましょうか。", move, Reply.say("承知しました。")))
                .on("break", List.of("扉を壊して"), turn -> Reply.refuse("それはいたしません。"))
                .on("bring_blanket", List.of("毛布を持ってきて", "毛布をください", "毛布"), turn -> move)
                .on("tell_time", List.of("いま何時ですか", "何時"), turn -> Reply.say("六時です。"))
                .on("tell_date", List.of("今日は何曜日ですか"), turn -> Reply.say("水曜日です。"), DATE)
                .on("way", List.of("売店への行き方は"), turn -> Reply.ask("ご案内しましょうか。", move, SHOW))
                .on("thanks", List.of("ありがとう"), turn -> Reply.say("どういたしまして。"))
                .on("remind", List.of("3時に知らせて", "お知らせをお願いします"), DialogueStateTest::remind, TIME, DATE)
                .on("where", List.of("{place}はどこですか"), turn -> Reply.say("この階です。"), PLACE)
                .on("guide", List.of("{place}に行きたい", "行きたいです", "案内して"), DialogueStateTest::guide, PLACE)
                .on("carry", List.of("食堂に運んで"), turn -> Reply.ask("お運びしてよろしいですか。", move, Reply.nothing()))
                .perceives("gas", perceived -> Reply.preempt().then(new Action.Navigate(new Place("廊下"))))
                .on("check_in", List.of("受付をお願いします"), DialogueStateTest::checkIn, GUEST);
        Skill hanging = () -> SkillSpec.named("hanging").on("hang", List.of("固まって"), turn -> forever());
        return Agent.builder(robot, Site.at(HERE))
                .lanes(lanes)
                .skills(List.of(skill, hanging))
                .observer(events::add)
                .start(PhraseInterpreter::of);
    }

    private static Reply remind(Turn turn) {
        Optional<LocalTime> time = turn.find(TIME);
        return time.map(at -> Reply.say("承知しました。").thenLater(turn.now().with(at), Reply.say("お時間です。")))
                .orElseGet(() -> Reply.await("何時でしょうか。", TIME));
    }

    private static Reply guide(Turn turn) {
        return turn.find(PLACE)
                .map(place -> Reply.perform(new Action.Navigate(place)))
                .orElseGet(() -> Reply.await("どちらへ行かれますか。", PLACE));
    }

    private static Reply checkIn(Turn turn) {
        return turn.find(GUEST)
                .map(guest -> Reply.say(Map.of("visitor", guest).get("visitor") + "様ですね。"))
                .orElseGet(() -> Reply.await("お名前をうかがえますか。", GUEST));
    }

    @SuppressWarnings({"ThreadPriorityCheck", "InfiniteLoopBody"})
    private static Reply forever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.nothing();
    }
}
