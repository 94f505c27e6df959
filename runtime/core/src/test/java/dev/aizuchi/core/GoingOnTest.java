package dev.aizuchi.core;

import static dev.aizuchi.core.Told.asked;
import static dev.aizuchi.core.Told.lastUnderstood;
import static dev.aizuchi.core.Told.said;
import static dev.aizuchi.core.Told.understood;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an utterance is to those before it: a yes in other words, what was left open, what comes too late. */
class GoingOnTest {
    private static final Place HERE = new Place("食堂");
    private static final Slot<Place> PLACE = Slot.place("place");
    private static final Slot<String> DIRECTION =
            Slot.choice("direction", new Vocabulary(Map.of("右", List.of("右"), "左", List.of("左"))));
    private static final Slot<String> PART =
            Slot.choice("body_part", new Vocabulary(Map.of("肩", List.of("肩"), "膝", List.of("膝"))));
    private static final Slot<Double> ANGLE = Slot.amount("angle_deg", "°");

    private final FakeRobot robot = new FakeRobot();
    private final ManualLanes lanes = new ManualLanes();
    private final List<DialogueEvent> events = new ArrayList<>();
    private final Agent agent = agent();

    @ParameterizedTest
    @ValueSource(strings = {"案内して", "食堂に案内してください", "やってくれ", "そこに案内してください", "案内していいよ", "お願いします、方向音痴なもので", "んだな、たのむ"})
    void an_offer_is_taken_up_by_its_own_words(String words) {
        hear("食堂はどこですか");
        hear(words);
        assertThat(robot.performed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "案内しなくていいよ",
                "案内しないでいいよ",
                "案内せんでもいいよ",
                "案内しないで",
                "案内しないでください",
                "案内せんといて",
                "案内するな",
                "いえいえ、そこまでしてもらわなくても",
                "先に母を呼びたいので、まだいいです",
                "どうしようかなあ",
                "廊下に案内してください",
                "迷うなあ"
            })
    void what_is_no_yes_sets_nothing_in_motion(String words) {
        hear("食堂はどこですか");
        hear(words);
        assertThat(robot.performed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"すみません、廊下はどこですか", "廊下の間違いでした", "廊下です"})
    void another_place_takes_the_place_of_the_one_that_was_offered(String words) {
        hear("食堂はどこですか");
        hear(words);
        assertThat(asked(events)).last().asString().startsWith("廊下");
        hear("はい");
        assertThat(robot.performed).extracting(Command::action).containsExactly(new Action.Navigate(new Place("廊下")));
    }

    @Test
    void a_place_that_was_left_open_is_added() {
        hear("ガスの臭いがします");
        hear("廊下です");
        assertThat(lastUnderstood(events).intent()).isEqualTo("report");
        assertThat(lastUnderstood(events).slots()).containsEntry("place", "廊下");
    }

    @Test
    void a_place_that_is_asked_for_is_no_part_of_the_report() {
        hear("ガスの臭いがします");
        hear("廊下はどこですか");
        assertThat(lastUnderstood(events).intent()).isEqualTo("where");
    }

    @Test
    void a_number_beside_the_answer_goes_to_the_slot_that_is_left() {
        hear("向きを変えて");
        hear("右だ、九十");
        assertThat(lastUnderstood(events).slots())
                .containsEntry("direction", "右")
                .containsEntry("angle_deg", "90");
    }

    @ParameterizedTest
    @CsvSource({"電気がまぶしい。消して, light_off", "テレビがうるさい。消して, tv_off"})
    void a_bare_verb_speaks_of_the_thing_in_the_sentence_before(String words, String intent) {
        hear(words);
        assertThat(lastUnderstood(events).intent()).isEqualTo(intent);
    }

    @Test
    void what_is_waited_for_is_on_its_way() {
        hear("お水をください");
        hear("お水だけ待ってるわ");
        assertThat(robot.performed).hasSize(1);
        assertThat(said(events)).contains("ただいま、その途中です。少しお待ちください。");
    }

    @Test
    void who_was_told_of_something_is_told_that_it_is_taken_back() {
        hear("売店の人に伝えて");
        robot.complete();
        lanes.run();
        hear("売店のは取り消して");
        robot.complete();
        lanes.run();
        assertThat(robot.performed)
                .extracting(Command::action)
                .containsExactly(new Action.Notify("shop", "伝言"), new Action.Notify("shop", "取り消し：伝言"));
        assertThat(said(events)).containsSubsequence("承知しました。", "取り消しを伝えました。");
    }

    @Test
    void of_what_cannot_be_undone_nobody_is_left_to_think_that_it_was() {
        hear("お水をください");
        robot.complete();
        lanes.run();
        hear("お水は取り消して");
        assertThat(said(events)).contains("承知しました。ただ、それはもう済んでいます。");
        assertThat(robot.performed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"食堂…ザザ…に案内して", "ざー……お水を……ざざ"})
    void nothing_moves_upon_words_of_which_noise_has_taken_a_part(String words) {
        hear(words);
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void what_was_understood_through_noise_is_read_back_and_done_upon_a_yes() {
        hear("ザザ…お水をください…ザー");
        assertThat(asked(events)).containsExactly("「お水をください」ということで、よろしいでしょうか。");
        assertThat(robot.performed).isEmpty();
        hear("はい");
        assertThat(robot.performed).hasSize(1);
    }

    @Test
    void what_was_read_back_is_not_done_upon_a_no() {
        hear("ザザ…お水をください…ザー");
        hear("いいえ");
        assertThat(robot.performed).isEmpty();
        assertThat(said(events)).last().asString().contains("もう一度お願いします");
    }

    @Test
    void through_noise_help_is_called_all_the_same() {
        hear("ザザ…助けて…ザー");
        assertThat(robot.performed)
                .extracting(Command::action)
                .containsExactly(new Action.CallHuman("nurse", HERE, "至急", true));
    }

    @Test
    void who_is_never_heard_through_the_noise_is_offered_a_person() {
        for (int i = 0; i < 3; i++) {
            hear("ザザ…の件…ガガ");
        }
        assertThat(asked(events)).singleElement().asString().contains("呼びましょうか");
    }

    @Test
    void after_a_stop_the_way_is_free_for_a_reason() {
        hear("お水をください");
        hear("止まって");
        hear("もうどいたから動いていいよ");
        hear("はい");
        lanes.advance(Duration.ofSeconds(1));
        assertThat(robot.performed).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"なんでもない。忘れて", "もういいです", "呼ばんでもよかて"})
    void help_that_was_called_for_urgently_is_not_called_off(String words) {
        hear("助けて");
        robot.complete();
        lanes.run();
        hear(words);
        assertThat(said(events)).last().asString().contains("念のため");
        assertThat(lastUnderstood(events).intent()).isEqualTo("call_stays");
        assertThat(robot.performed).hasSize(1);
        assertThat(robot.cancelled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"肩じゃ、左の", "左の肩です"})
    void a_side_is_said_of_what_has_one(String words) {
        hear("ひどく痛みます");
        hear(words);
        assertThat(lastUnderstood(events).intent()).isEqualTo("pain");
        assertThat(lastUnderstood(events).slots()).containsEntry("body_part", "肩");
    }

    @Test
    void the_other_side_is_put_right() {
        hear("左の膝がひどく痛みます");
        hear("あら、右だったわ。右の膝よ");
        assertThat(lastUnderstood(events).intent()).isEqualTo("pain");
        assertThat(events.stream().filter(DialogueEvent.Understood.class::isInstance))
                .hasSize(2);
    }

    @Test
    void who_calls_for_help_is_not_asked_for_what_was_left_open() {
        hear("向きを変えて");
        hear("助けて");
        robot.complete();
        lanes.run();
        assertThat(asked(events)).hasSize(1);
    }

    @Test
    void a_stopped_robot_tells_how_it_is_made_to_go_on() {
        hear("お水をください");
        hear("止まって");
        hear("はい、もう大丈夫。行きましょう");
        assertThat(said(events)).last().asString().contains("「再開」");
        assertThat(robot.resumes).isZero();
    }

    @Test
    void a_bare_order_beside_another_is_of_what_was_spoken_of() {
        hear("テレビを消して");
        hear("消して、お水をください");
        assertThat(understood(events)).isEqualTo("tv_off+tv_off+bring_water");
    }

    @ParameterizedTest
    @ValueSource(strings = {"消して", "閉めて", "もう、消してちょうだい"})
    void a_bare_verb_is_of_no_thing_with_which_that_cannot_be_done(String words) {
        hear("お水をください");
        robot.complete();
        lanes.run();
        hear(words);
        assertThat(robot.performed).hasSize(1);
    }

    @Test
    void the_verb_of_an_offer_takes_it_up_and_calls_nobody_else() {
        for (int i = 0; i < 3; i++) {
            hear("ザザ…の件…ガガ");
        }
        hear("呼んでくれ");
        assertThat(robot.performed)
                .singleElement()
                .satisfies(
                        command -> assertThat(command.action().callsUrgently()).isFalse());
    }

    @Test
    void who_asks_with_many_pauses_where_somebody_stays_hears_it_too() {
        hear("売店の人に伝えて");
        robot.complete();
        lanes.run();
        hear("売店の人は…まだ…");
        assertThat(said(events)).last().isEqualTo("お伝えしてあります。もう少しお待ちください。");
    }

    @Test
    void help_that_could_not_be_called_is_promised_once_the_call_goes_out() {
        hear("助けて");
        robot.end(new Outcome.Failed(Outcome.Reason.UNREACHABLE, ""));
        lanes.run();
        hear("なんでもない。忘れて");
        assertThat(robot.performed).hasSize(2);
        assertThat(said(events)).noneMatch(text -> text.contains("念のため"));
        robot.complete();
        lanes.run();
        assertThat(said(events)).last().asString().contains("念のため");
    }

    @Test
    void help_that_is_being_called_is_not_promised_yet() {
        hear("助けて");
        hear("なんでもない。忘れて");
        assertThat(said(events)).containsExactly("念のため、人を呼んでいます。そのままお待ちください。");
        assertThat(robot.performed).hasSize(1);
    }

    @Test
    void who_waits_for_what_nobody_was_told_of_has_it_told_anew() {
        hear("売店の人に伝えて");
        robot.end(new Outcome.Failed(Outcome.Reason.UNREACHABLE, ""));
        lanes.run();
        hear("まだですか");
        assertThat(said(events)).noneMatch(text -> text.contains("お伝えしてあります"));
        assertThat(robot.performed).hasSize(2);
    }

    @Test
    void what_failed_is_neither_too_late_to_take_back_nor_told_to_anybody() {
        hear("お水をください");
        robot.end(new Outcome.Failed(Outcome.Reason.BLOCKED, ""));
        lanes.run();
        hear("お水は取り消して");
        assertThat(said(events)).last().isEqualTo("承知しました。やめておきます。");
        hear("売店の人に伝えて");
        robot.end(new Outcome.Failed(Outcome.Reason.UNREACHABLE, ""));
        lanes.run();
        hear("売店のは取り消して");
        assertThat(said(events)).last().isEqualTo("承知しました。やめておきます。");
        assertThat(robot.performed).hasSize(2);
    }

    @Test
    void what_is_asked_for_beside_a_withdrawal_is_not_dropped_because_it_is_unclear() {
        hear("お水をください");
        hear("お水はもういいです。すもももを頼めますか");
        assertThat(robot.cancelled).hasSize(1);
        assertThat(said(events)).last().asString().contains("わかりませんでした");
    }

    @Test
    void a_reason_beside_a_withdrawal_needs_no_answer() {
        hear("お水をください");
        hear("お水はもういいです。自分で取れますから");
        assertThat(said(events)).containsExactly("承知しました。やめておきます。");
    }

    @Test
    void who_says_that_the_robot_may_move_is_asked_and_who_says_to_go_on_is_not() {
        hear("お水をください");
        hear("止まって");
        hear("もう片付け続けたので動いていいよ");
        assertThat(asked(events)).hasSize(1);
        hear("止まって");
        hear("続けてください");
        assertThat(asked(events)).hasSize(1);
    }

    @Test
    void help_that_was_called_for_urgently_comes_also_when_more_was_said_since() {
        hear("助けて");
        robot.complete();
        lanes.run();
        hear("電気を消して");
        hear("救急車は取り消して");
        assertThat(said(events)).last().asString().contains("念のため");
        assertThat(robot.performed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"はい、助けて", "うん、助けて", "助けて"})
    void a_call_for_help_is_no_answer_to_something_else(String words) {
        hear("食堂はどこですか");
        hear(words);
        assertThat(robot.performed)
                .extracting(Command::action)
                .containsExactly(new Action.CallHuman("nurse", HERE, "至急", true));
    }

    @Test
    void who_takes_back_something_while_calling_for_help_gets_help() {
        hear("お水をください");
        hear("助けて、お水はもういいです");
        assertThat(robot.performed)
                .extracting(Command::action)
                .contains(new Action.CallHuman("nurse", HERE, "至急", true));
    }

    @ParameterizedTest
    @CsvSource({"まだですか, true", "まだ来ないの, true", "遅いね, true", "まだ眠いなあ, false", "もう遅いから寝るよ, false"})
    void who_waits_hears_how_it_stands_and_who_only_says_still_does_not(String words, boolean waits) {
        hear("売店の人に伝えて");
        robot.complete();
        lanes.run();
        hear(words);
        assertThat(said(events).contains("お伝えしてあります。もう少しお待ちください。")).isEqualTo(waits);
    }

    @Test
    void a_guess_releases_no_stop() {
        hear("止まって");
        guess("再開");
        assertThat(robot.resumes).isZero();
        hear("再開");
        assertThat(robot.resumes).isEqualTo(1);
    }

    @Test
    void a_guessed_yes_moves_nobody_and_a_guessed_no_holds() {
        hear("頭を上げて");
        guess("はい");
        assertThat(robot.performed).isEmpty();
        guess("いいえ");
        hear("はい");
        assertThat(robot.performed).isEmpty();
    }

    /** Heard with less certainty than the robot acts upon. */
    private void guess(String text) {
        agent.hear(new Recognition(List.of(new Recognition.Hypothesis(text, 0.3, List.of()))));
        lanes.run();
    }

    private void hear(String text) {
        agent.hear(text);
        lanes.run();
    }

    private Agent agent() {
        Reply move = Reply.perform(new Action.Navigate(HERE));
        Skill skill = () -> SkillSpec.named("test")
                .needs(Action.Navigate.class, Action.Notify.class, Action.CallHuman.class, Action.RaiseBed.class)
                .on("raise", List.of("頭を上げて"), turn -> Reply.perform(new Action.RaiseBed(30)))
                .on("bring_water", List.of("お水をください", "水を持ってきて"), turn -> move)
                .on("light_off", List.of("電気を消して"), turn -> Reply.say("消します。"))
                .on("tv_off", List.of("テレビを消して"), turn -> Reply.say("消します。"))
                .on(
                        "help",
                        List.of("助けて", "救急車を呼んで"),
                        turn -> Reply.perform(new Action.CallHuman("nurse", HERE, "至急", true)))
                .on("report", List.of("ガスの臭いがします"), turn -> Reply.say("記録します。"), PLACE)
                .on("pain", List.of("ひどく痛みます"), turn -> Reply.say("記録します。"), PART)
                .on("turn", List.of("向きを変えて", "右に向いて"), GoingOnTest::turn, DIRECTION, ANGLE)
                .on(
                        "send_message",
                        List.of("売店の人に伝えて"),
                        turn -> Reply.perform(new Action.Notify("shop", "伝言")).thenSay("伝えました。"))
                .on("where", List.of("{place}はどこですか", "{place}に案内してください"), GoingOnTest::lead, PLACE);
        return Agent.builder(robot, Site.at(HERE))
                .lanes(lanes)
                .skills(List.of(skill))
                .observer(events::add)
                .start(PhraseInterpreter::of);
    }

    private static Reply turn(Turn turn) {
        Optional<String> direction = turn.find(DIRECTION);
        return direction.map(one -> Reply.say(one + "を向きます。")).orElseGet(() -> Reply.await("どちらですか。", DIRECTION));
    }

    private static Reply lead(Turn turn) {
        Place place = turn.find(PLACE).orElse(HERE);
        return Reply.ask(
                place.name() + "ですね。ご案内しましょうか。", Reply.perform(new Action.Navigate(place)), Reply.say("承知しました。"));
    }
}
