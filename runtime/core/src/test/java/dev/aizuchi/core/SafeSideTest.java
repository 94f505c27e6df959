package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.language.Interpretation.Objection;
import dev.aizuchi.language.Interpretation.Verdict;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not clear is taken for what does no harm when it is a mistake, and moves nothing. */
class SafeSideTest {
    private static final Place HERE = new Place("食堂");
    private static final Slot<Place> PLACE = Slot.place("place");
    /** So each sentence is understood, unless a test says otherwise: not at all. */
    private static final String UNCLEAR = "なんやもうあれがどうにも";

    /** Likelier than anything a word to a person, though not surely. */
    private static final String LIKE_A_WORD = "なんやもうあれがいうとる";

    private static final Action HELP = new Action.CallHuman("nurse", HERE, "至急", true);
    private static final Action WORD = new Action.Notify("nurse", "伝言");

    private final FakeRobot robot = new FakeRobot();
    private final ManualLanes lanes = new ManualLanes();
    private final List<DialogueEvent> events = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"help, 0.11, call_human", "help, 0.09, ''", "word, 0.21, notify", "word, 0.19, ''"})
    void calls_and_tells_people_upon_little(String intent, double score, String done) {
        hear(agent(intent, score), UNCLEAR);
        assertThat(robot.performed.stream().map(command -> command.action().name()))
                .isEqualTo(done.isEmpty() ? List.of() : List.of(done));
    }

    @ParameterizedTest
    @CsvSource({"0.61, call_human", "0.34, ''"})
    void calls_upon_more_where_something_is_asked_for(double score, String done) {
        hear(agent("help", score), "いつものあれを持ってきてください");
        assertThat(robot.performed.stream().map(command -> command.action().name()))
                .isEqualTo(done.isEmpty() ? List.of() : List.of(done));
    }

    @ParameterizedTest
    @CsvSource({"0.41, call_human", "0.39, notify"})
    void calls_where_something_else_is_likelier(double score, String done) {
        hear(agent("help", score), LIKE_A_WORD);
        assertThat(robot.performed)
                .extracting(command -> command.action().name())
                .containsExactly(done);
    }

    @ParameterizedTest
    @CsvSource({"0.21, true", "0.19, false"})
    void refuses_upon_little(double score, boolean refused) {
        hear(agent("forbidden", score), UNCLEAR);
        assertThat(events.stream().anyMatch(DialogueEvent.Refused.class::isInstance))
                .isEqualTo(refused);
        assertThat(robot.performed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "flee", "later", "offer"})
    void moves_nothing_however_likely(String intent) {
        hear(agent(intent, 0.34), UNCLEAR);
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void judges_what_it_would_do_with_the_values_that_were_said() {
        // Without a place the skill refuses; with one it goes.
        hear(agent("lead", 0.34), "なんやもうあれが食堂にどうにも");
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void errs_towards_nothing_that_the_sentence_speaks_against() {
        hear(agent("help", 0.34, Objection.CONTRARY), UNCLEAR);
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void leaves_an_open_question_open() {
        Agent agent = agent("help", 0.34);
        hear(agent, "きいて");
        hear(agent, UNCLEAR);
        assertThat(robot.performed).isEmpty();
        assertThat(events).filteredOn(DialogueEvent.Asked.class::isInstance).hasSize(2);
        hear(agent, "はい");
        assertThat(robot.performed).extracting(Command::action).containsExactly(new Action.Navigate(HERE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"いいえ", "はい"})
    void takes_a_mere_answer_for_no_call(String words) {
        hear(agent("help", 0.34), words);
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void a_guess_keeps_nobody_from_taking_something_back() {
        Agent agent = agent("word", 0.34);
        hear(agent, "もってきて");
        hear(agent, "それはやっぱりいいです");
        assertThat(robot.cancelled).hasSize(1);
        assertThat(robot.performed).extracting(Command::action).containsExactly(new Action.Navigate(HERE));
    }

    @Test
    void a_guess_takes_nothing_back() {
        Agent agent = agent("word", 0.34);
        hear(agent, "もってきて");
        hear(agent, "いや、もってきたのがどうにも違うような");
        assertThat(robot.cancelled).isEmpty();
    }

    private void hear(Agent agent, String text) {
        agent.hear(text);
        lanes.run();
    }

    private Agent agent(String likeliest, double score, Objection... objections) {
        Reply move = Reply.perform(new Action.Navigate(HERE));
        Skill skill = () -> SkillSpec.named("test")
                .needs(Action.Navigate.class, Action.Notify.class, Action.CallHuman.class)
                .on("help", List.of("助けて"), turn -> Reply.perform(HELP))
                .on("word", List.of("伝えて"), turn -> Reply.perform(WORD))
                .on("forbidden", List.of("薬をください"), turn -> Reply.refuse("できません。"))
                .on("go", List.of("行って"), turn -> move)
                .on("fetch", List.of("もってきて"), turn -> move)
                .on("flee", List.of("逃げて"), turn -> Reply.perform(HELP).then(new Action.Navigate(HERE)))
                .on(
                        "later",
                        List.of("あとで"),
                        turn -> Reply.perform(WORD).thenLater(turn.now().plusHours(1), move))
                .on("offer", List.of("きいて"), turn -> Reply.ask("まいりましょうか。", move, Reply.say("承知しました。")))
                .on("lead", List.of("{place}へ"), SafeSideTest::lead, PLACE);
        return Agent.builder(robot, Site.at(HERE))
                .lanes(lanes)
                .skills(List.of(skill))
                .observer(events::add)
                .start(intents -> new Unsure(likeliest, score, Set.of(objections)));
    }

    private static Reply lead(Turn turn) {
        return turn.find(PLACE)
                .map(place -> Reply.perform(new Action.Navigate(place)))
                .orElseGet(() -> Reply.refuse("どちらへかわかりません。"));
    }

    /** Understands two words, and of all else has a guess. */
    private record Unsure(String likeliest, double score, Set<Objection> objections) implements Interpreter {
        private static final Map<String, String> CLEAR = Map.of("きいて", "offer", "もってきて", "fetch");

        @Override
        public List<Match> interpret(String text) {
            return explain(text).matches();
        }

        @Override
        public Interpretation explain(String text) {
            if (text.equals(LIKE_A_WORD)) {
                return new Interpretation(
                        text,
                        Verdict.UNDERSTOOD,
                        List.of(new Match("word", text, Map.of(), 0.6)),
                        List.of(candidate("word", text, 0.6), candidate(likeliest, text, score)),
                        0.8);
            }
            String clear = CLEAR.get(text);
            List<Match> matches = clear == null ? List.of() : List.of(new Match(clear, text, Map.of(), 1));
            Candidate guess = candidate(clear == null ? likeliest : clear, text, clear == null ? score : 1);
            Verdict verdict = clear == null ? Verdict.NOT_UNDERSTOOD : Verdict.UNDERSTOOD;
            return new Interpretation(text, verdict, matches, List.of(guess), 0.8);
        }

        private Candidate candidate(String intent, String text, double probability) {
            return new Candidate(intent, text, probability, 0.5, 0.5, 0.5, objections);
        }
    }
}
