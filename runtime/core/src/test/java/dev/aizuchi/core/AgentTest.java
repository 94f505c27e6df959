package dev.aizuchi.core;

import static dev.aizuchi.core.Told.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentTest {
    private static final Place ROOM = new Place("食堂");
    private static final Action DRIVE = new Action.Navigate(ROOM);
    private static final Action CALL = new Action.CallHuman("看護師", ROOM, "痛み", true);

    private final FakeRobot robot = new FakeRobot();
    private final ManualLanes lanes = new ManualLanes();
    private final List<DialogueEvent> events = new ArrayList<>();

    @Test
    void says_what_it_will_do_and_claims_it_only_when_it_is_done() {
        Agent agent = agent(Reply.say("行きます。").then(DRIVE).thenSay("着きました。"));
        hear(agent, "go");
        assertThat(said(events)).containsExactly("行きます。");
        robot.complete();
        lanes.run();
        assertThat(said(events)).containsExactly("行きます。", "着きました。");
    }

    @Test
    void holds_a_claim_that_a_skill_made_too_early() {
        Agent agent = agent(Reply.say("食堂に着きました。").then(DRIVE));
        hear(agent, "go");
        assertThat(said(events)).isEmpty();
        robot.complete();
        lanes.run();
        assertThat(said(events)).containsExactly("食堂に着きました。");
    }

    @Test
    void drops_the_claim_and_says_why_when_the_act_fails() {
        Agent agent = agent(Reply.perform(DRIVE).thenSay("着きました。"));
        hear(agent, "go");
        robot.end(new Outcome.Failed(Outcome.Reason.BLOCKED, "chair"));
        lanes.run();
        assertThat(said(events)).singleElement().asString().contains("通り道");
    }

    @Test
    void judges_every_act_before_the_first_word() {
        Agent agent = agent(Reply.say("行きます。").then(DRIVE).then(new Action.Rotate(400)));
        hear(agent, "go");
        assertThat(robot.performed).isEmpty();
        assertThat(said(events)).doesNotContain("行きます。");
        assertThat(kinds()).contains("Refused");
    }

    @Test
    void calls_a_person_even_if_the_motion_beside_it_is_refused() {
        robot.hold(new RobotState(FakeRobot.START, 0, 0, 0, 0, 0.05, false, false, ""));
        Agent agent = agent(Reply.perform(CALL).thenSay("参ります。").then(DRIVE));
        hear(agent, "go");
        assertThat(robot.performed)
                .singleElement()
                .satisfies(command -> assertThat(command.action()).isEqualTo(CALL));
        robot.complete();
        lanes.run();
        assertThat(said(events))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("電池"),
                        help -> assertThat(help).contains("呼びました"));
    }

    @Test
    void refuses_an_act_that_the_skill_did_not_declare() {
        Agent agent = agent(Reply.perform(new Action.Dock()));
        hear(agent, "go");
        assertThat(robot.performed).isEmpty();
        assertThat(last(DialogueEvent.Refused.class).rule()).isEqualTo("not-needed-by-skill");
    }

    @Test
    void stop_word_stops_latches_and_drops_the_rest() {
        Agent agent = agent(Reply.perform(DRIVE).then(new Action.Rotate(90)));
        hear(agent, "go");
        agent.hear("止まって");
        assertThat(robot.stops).as("before any queue").isEqualTo(1);
        lanes.run();
        robot.end(new Outcome.Failed(Outcome.Reason.STOPPED, ""));
        lanes.run();
        assertThat(robot.performed).hasSize(1);
        assertThat(kinds()).containsSubsequence("Commanded", "Heard", "Stopped", "Said", "Failed");
    }

    @Test
    void only_an_explicit_resume_releases_a_stop() {
        Agent agent = agent(Reply.perform(DRIVE));
        agent.stop("button");
        lanes.run();
        hear(agent, "go");
        assertThat(robot.performed).isEmpty();
        assertThat(said(events).get(said(events).size() - 1)).contains("再開");
        hear(agent, "再開");
        assertThat(robot.performed).as("nothing moves by a resume alone").isEmpty();
        hear(agent, "go");
        assertThat(robot.performed).hasSize(1);
    }

    @Test
    void a_stop_goes_before_the_words_that_wait() {
        Agent agent = agent(Reply.perform(DRIVE));
        agent.hear("go");
        agent.stop("key");
        lanes.run();
        assertThat(robot.performed).isEmpty();
        assertThat(kinds()).startsWith("Stopped");
    }

    @Test
    void a_stop_that_crosses_an_order_reaches_the_robot_after_it() {
        Agent agent = agent(Reply.perform(DRIVE));
        robot.onPerform = () -> agent.stop("button");
        hear(agent, "go");
        assertThat(robot.stops).isEqualTo(2);
    }

    @Test
    void a_pressed_emergency_stop_latches() {
        agent(Reply.perform(DRIVE));
        robot.listeners.forEach(listener -> listener.accept(new Percept.EmergencyStop(true)));
        lanes.run();
        assertThat(last(DialogueEvent.Stopped.class).cause()).isEqualTo("estop");
        assertThat(robot.stops).isEqualTo(1);
    }

    @Test
    void asks_before_touching_a_person_and_obeys_a_no() {
        Agent agent = agent(Reply.say("起こします。").then(new Action.RaiseBed(30)));
        hear(agent, "go");
        assertThat(kinds()).contains("Asked").doesNotContain("Said", "Commanded");
        hear(agent, "いいえ");
        assertThat(robot.performed).isEmpty();
        hear(agent, "go");
        hear(agent, "はい");
        assertThat(robot.performed).hasSize(1);
    }

    @Test
    void a_yes_that_comes_too_late_moves_nothing() {
        Agent agent = agent(Reply.perform(new Action.RaiseBed(30)));
        hear(agent, "go");
        lanes.advance(Duration.ofSeconds(31));
        hear(agent, "はい");
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void a_stop_drops_the_open_question() {
        Agent agent = agent(Reply.perform(new Action.RaiseBed(30)));
        hear(agent, "go");
        hear(agent, "止まって");
        hear(agent, "再開");
        hear(agent, "はい");
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void a_skills_own_question_goes_on_by_the_answer() {
        Agent agent = agent(Reply.ask("行きますか。", Reply.perform(DRIVE), Reply.say("では、ここにおります。")));
        hear(agent, "go");
        hear(agent, "はい");
        assertThat(robot.performed).hasSize(1);
    }

    @Test
    void fills_an_awaited_slot_with_the_next_words() {
        Slot<String> thing = Slot.text("thing");
        Agent agent = agent(SkillSpec.named("test")
                .on(
                        "go",
                        List.of("go"),
                        turn -> turn.find(thing)
                                .map(name -> Reply.say(name + "ですね。"))
                                .orElseGet(() -> Reply.await("何をお持ちしますか。", thing))));
        hear(agent, "go");
        hear(agent, "お茶");
        assertThat(said(events)).containsExactly("お茶ですね。");
    }

    @Test
    void lets_a_second_motion_wait_but_calls_and_speaks_beside_the_first() {
        Agent agent = agent(SkillSpec.named("test")
                .needs(Action.Navigate.class, Action.CallHuman.class)
                .on("go", List.of("go"), turn -> Reply.perform(DRIVE))
                .on("look", List.of("見て"), turn -> Reply.perform(DRIVE))
                .on("call", List.of("call"), turn -> Reply.perform(CALL).thenSay("呼びました。")));
        hear(agent, "go");
        hear(agent, "見て");
        assertThat(said(events)).singleElement().asString().contains("済みましたら");
        hear(agent, "call");
        assertThat(robot.performed).hasSize(2);
        robot.outcomes.get(0).complete(new Outcome.Completed());
        lanes.advance(Duration.ofSeconds(1));
        assertThat(robot.performed).hasSize(3);
    }

    @Test
    void an_act_without_an_outcome_is_given_up_and_cancelled() {
        Agent agent = agent(Reply.perform(DRIVE));
        hear(agent, "go");
        lanes.advance(Duration.ofMinutes(4));
        assertThat(robot.cancelled).hasSize(1);
        assertThat(last(DialogueEvent.Failed.class).reason()).isEqualTo(Outcome.Reason.TIMED_OUT);
    }

    @Test
    void a_skill_that_throws_is_reported_without_the_persons_words() {
        Agent agent = agent(SkillSpec.named("test").on("go", List.of("go"), turn -> {
            throw new IllegalStateException("secret " + turn.text());
        }));
        hear(agent, "go");
        assertThat(last(DialogueEvent.Faulted.class).message()).doesNotContain("secret");
        assertThat(said(events)).hasSize(1);
    }

    @Test
    void two_skills_with_one_intent_fail_at_the_start() {
        Skill one = () -> SkillSpec.named("one").on("go", List.of("go"), turn -> Reply.say("一"));
        Skill two = () -> SkillSpec.named("two").on("go", List.of("go"), turn -> Reply.say("二"));
        Agent.Builder builder = Agent.builder(robot, site()).lanes(lanes).skills(List.of(one, two));
        assertThatThrownBy(() -> builder.start(AgentTest::exact))
                .hasMessageContaining("one")
                .hasMessageContaining("two")
                .hasMessageContaining("go");
    }

    @Test
    void expands_phrases_with_holes_for_the_recogniser() {
        Skill skill = () ->
                SkillSpec.named("test").on("lamp", List.of("{place}の電気", "{thing}を取って"), turn -> Reply.say("はい。"));
        Agent agent = Agent.builder(robot, site())
                .lanes(lanes)
                .skills(List.of(skill))
                .lexicon(new Lexicon(List.of(new LexiconEntry("廊下", "ろうか", -1, "place", "", List.of("通路")))))
                .start(AgentTest::exact);
        assertThat(agent.expectedSentences())
                .contains("廊下の電気", "通路の電気", "ろうかの電気")
                .noneMatch(sentence -> sentence.contains("{") || sentence.contains("取って"));
    }

    @Test
    void an_observer_that_throws_harms_neither_the_others_nor_the_dialogue() {
        Agent agent = Agent.builder(robot, site())
                .lanes(lanes)
                .observer(event -> {
                    throw new IllegalStateException("on purpose");
                })
                .observer(events::add)
                .start(AgentTest::exact);
        agent.stop("key");
        lanes.run();
        assertThat(kinds()).containsExactly("Stopped", "Said");
    }

    private Agent agent(Reply reply) {
        return agent(SkillSpec.named("test")
                .needs(Action.Navigate.class, Action.Rotate.class, Action.RaiseBed.class, Action.CallHuman.class)
                .on("go", List.of("go"), turn -> reply));
    }

    private Agent agent(SkillSpec spec) {
        return Agent.builder(robot, site())
                .lanes(lanes)
                .skills(List.of(() -> spec))
                .observer(events::add)
                .start(AgentTest::exact);
    }

    private void hear(Agent agent, String text) {
        agent.hear(text);
        lanes.run();
    }

    private List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private <T extends DialogueEvent> T last(Class<T> kind) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static Site site() {
        return Site.at(new Place("101号室"));
    }

    /** Understand only what is written exactly as a phrase. */
    private static Interpreter exact(List<Intent> intents) {
        return text -> intents.stream()
                .filter(intent -> intent.phrases().contains(text))
                .map(intent -> new Match(intent.name(), text, Map.of(), 1))
                .toList();
    }
}
