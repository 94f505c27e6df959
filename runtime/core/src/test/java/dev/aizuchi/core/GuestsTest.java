package dev.aizuchi.core;

import static dev.aizuchi.core.Told.asked;
import static dev.aizuchi.core.Told.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Floor;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GuestsTest {
    private static final Place ROOM = new Place("食堂");
    private static final Skill SKILL = () -> SkillSpec.named("fetch")
            .needs(Action.Navigate.class, Action.CallHuman.class)
            .on("fetch", List.of("お茶を取ってきて"), turn -> Reply.say("取ってきます。").then(new Action.Navigate(ROOM)))
            .on("offer", List.of("寒いです"), turn -> Reply.ask("毛布をお持ちしましょうか。", Reply.nothing(), Reply.nothing()))
            .on("help", List.of("助けて"), turn -> Reply.perform(new Action.CallHuman("看護師", ROOM, "助けて", true)));

    private final FakeRobot robot = new FakeRobot();
    private final ManualLanes lanes = new ManualLanes();
    private final List<DialogueEvent> events = new ArrayList<>();
    private final Agent agent = start(Agent.builder(robot, Site.at(ROOM)));

    private Agent start(Agent.Builder builder) {
        return builder.skills(List.of(SKILL)).lanes(lanes).observer(events::add).start(PhraseInterpreter::of);
    }

    private void hear(String text) {
        agent.hear(text);
        lanes.run();
    }

    private <T> Floor.Request<T> run(Floor.Request<T> request) {
        lanes.run();
        return request;
    }

    private static <T> Optional<T> ending(CompletionStage<T> stage) {
        return Optional.ofNullable(stage.toCompletableFuture().getNow(null));
    }

    @Test
    void says_what_a_guest_wants_and_tells_that_it_was_said() {
        Floor.Request<Boolean> request = run(agent.floor().say("ようこそ、第1会議室へ。"));
        assertThat(said(events)).containsExactly("ようこそ、第1会議室へ。");
        assertThat(ending(request.ending())).contains(true);
    }

    @Test
    void claims_nothing_for_a_guest_while_the_robot_is_at_an_act() {
        hear("お茶を取ってきて");
        Floor.Request<Boolean> claim = run(agent.floor().say("お茶をお持ちしました。"));
        Floor.Request<Boolean> other = run(agent.floor().say("少しお待ちください。"));
        assertThat(said(events)).containsExactly("取ってきます。", "少しお待ちください。");
        assertThat(ending(other.ending())).contains(true);
        assertThat(ending(claim.ending())).isEmpty();
        robot.complete();
        lanes.run();
        lanes.advance(Duration.ofSeconds(1));
        assertThat(said(events)).last().isEqualTo("お茶をお持ちしました。");
    }

    @Test
    void is_answered_by_yes_and_by_no() {
        Floor.Request<Optional<Boolean>> first = run(agent.floor().askYesNo("お茶はいかがですか。"));
        hear("はい、お願いします");
        assertThat(ending(first.ending())).contains(Optional.of(true));
        Floor.Request<Optional<Boolean>> second = run(agent.floor().askYesNo("お茶はいかがですか。"));
        hear("いえ、結構です");
        assertThat(ending(second.ending())).contains(Optional.of(false));
        assertThat(asked(events)).containsExactly("お茶はいかがですか。", "お茶はいかがですか。");
    }

    @Test
    void is_given_the_value_that_was_asked_for() {
        Floor.Request<Optional<String>> age = run(agent.floor().ask("おいくつですか。", Slot.number("age")));
        hear("八十二歳です");
        assertThat(ending(age.ending())).contains(Optional.of("82"));
        Floor.Request<Optional<String>> time = run(agent.floor().ask("何時がよろしいですか。", Slot.time("time")));
        hear("午後の三時半で");
        assertThat(ending(time.ending())).contains(Optional.of("15:30"));
        Floor.Request<Optional<String>> free = run(agent.floor().ask("ご用件をどうぞ。", Slot.text("purpose")));
        hear("荷物の受け取りに来たのですが");
        assertThat(ending(free.ending())).contains(Optional.of("荷物の受け取りに来たのですが"));
    }

    @Test
    void learns_that_a_person_declines_or_says_nothing() {
        Floor.Request<Optional<String>> declined = run(agent.floor().ask("おいくつですか。", Slot.number("age")));
        hear("いいえ");
        assertThat(ending(declined.ending())).contains(Optional.empty());
        Floor.Request<Optional<String>> silent = run(agent.floor().ask("おいくつですか。", Slot.number("age")));
        lanes.advance(Agent.QUESTION_LAPSES_AFTER);
        assertThat(ending(silent.ending())).contains(Optional.empty());
    }

    @Test
    void asks_back_what_is_not_clear_and_waits_for_that_too() {
        Floor.Request<Optional<String>> time = run(agent.floor().ask("何時がよろしいですか。", Slot.time("time")));
        hear("八時で");
        assertThat(asked(events)).hasSize(2);
        hear("午後です");
        assertThat(ending(time.ending())).contains(Optional.of("20:00"));
        Floor.Request<Optional<String>> unclear = run(agent.floor().ask("何時がよろしいですか。", Slot.time("time")));
        hear("八時で");
        lanes.advance(Duration.ofSeconds(90));
        assertThat(ending(unclear.ending())).contains(Optional.empty());
    }

    @Test
    void asks_after_the_dialogues_own_question() {
        hear("寒いです");
        Floor.Request<Optional<Boolean>> request = run(agent.floor().askYesNo("写真を撮りますか。"));
        assertThat(asked(events)).containsExactly("毛布をお持ちしましょうか。");
        hear("はい");
        assertThat(ending(request.ending())).isEmpty();
        lanes.advance(Duration.ofSeconds(1));
        assertThat(asked(events)).last().isEqualTo("写真を撮りますか。");
        hear("はい");
        assertThat(ending(request.ending())).contains(Optional.of(true));
    }

    @Test
    void gives_way_to_a_call_for_help_and_to_a_stop() {
        Floor.Request<Optional<String>> request = run(agent.floor().ask("ご用件をどうぞ。", Slot.text("purpose")));
        hear("助けて");
        assertThat(robot.performed).hasSize(1);
        assertThat(ending(request.ending())).contains(Optional.empty());
        Floor.Request<Optional<Boolean>> other = run(agent.floor().askYesNo("お茶はいかがですか。"));
        hear("止まって");
        assertThat(robot.stops).isEqualTo(1);
        assertThat(ending(other.ending())).contains(Optional.empty());
    }

    @Test
    void forgets_a_question_that_its_guest_takes_back() {
        Floor.Request<Optional<Boolean>> request = run(agent.floor().askYesNo("お茶はいかがですか。"));
        request.cancel();
        lanes.run();
        assertThat(ending(request.ending())).contains(Optional.empty());
        hear("お茶を取ってきて");
        assertThat(said(events)).containsExactly("取ってきます。");
    }

    @Test
    void is_cut_short_by_a_stop_and_by_its_guest() {
        HeldVoice voice = new HeldVoice();
        try (Agent speaking = start(Agent.builder(robot, Site.at(ROOM)).voice(voice, voice))) {
            Floor.Request<Boolean> cut = run(speaking.floor().say("長い話です。"));
            Floor.Request<Boolean> waiting = run(speaking.floor().say("続きです。"));
            Floor.Request<Boolean> last = run(speaking.floor().say("おわりです。"));
            waiting.cancel();
            lanes.run();
            assertThat(ending(waiting.ending())).contains(false);
            assertThat(ending(cut.ending())).isEmpty();
            cut.cancel();
            lanes.run();
            assertThat(ending(cut.ending())).contains(false);
            assertThat(said(events)).containsExactly("長い話です。", "おわりです。");
            speaking.stop("key");
            lanes.run();
            assertThat(ending(last.ending())).contains(false);
        }
    }

    /** Speaks until it is cut. */
    private static final class HeldVoice implements SpeechSynthesizer, AudioSink {
        private final CountDownLatch cut = new CountDownLatch(1);

        @Override
        public AudioClip synthesize(String text) {
            return new AudioClip(new short[160], 16_000);
        }

        @Override
        public boolean play(AudioClip clip) {
            try {
                cut.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }

        @Override
        public void cut() {
            // What is being said stays so until all ends: the test looks at what the dialogue takes for said.
        }

        @Override
        public void close() {
            cut.countDown();
        }
    }
}
