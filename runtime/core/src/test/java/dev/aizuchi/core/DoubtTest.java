package dev.aizuchi.core;

import static dev.aizuchi.core.Told.asked;
import static dev.aizuchi.core.Told.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.language.Interpretation.Verdict;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two acts are as likely: the robot asks, and does neither before the answer. */
class DoubtTest {
    private static final String SAID = "あっちへ";
    private static final String WHICH = "「食堂まで連れていって」でしょうか、「充電に戻って」でしょうか。";

    private final FakeRobot robot = new FakeRobot();
    private final ManualLanes lanes = new ManualLanes();
    private final List<DialogueEvent> events = new ArrayList<>();

    @Test
    void asks_which_of_two_skills_is_meant_and_does_neither() {
        hear(torn(0.62, 0.6), SAID);
        assertThat(asked(events)).containsExactly(WHICH);
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void asks_in_english_who_is_spoken_to_in_english() {
        hear(torn(0.62, 0.6), "Please speak English", SAID);
        assertThat(asked(events)).containsExactly("Do you mean \"Take me to the dining room\" or \"充電に戻って\"?");
        assertThat(robot.performed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"the first one, navigate", "The second one please., dock", "both, navigate", "neither, ''"})
    void takes_the_answer_in_english(String answer, String done) {
        hear(torn(0.62, 0.6), "Please speak English", SAID, answer);
        assertThat(done()).isEqualTo(done);
    }

    @Test
    void what_was_spoken_of_last_settles_it() {
        hear(torn(0.62, 0.6), SAID, "最初の", SAID);
        assertThat(asked(events)).hasSize(1);
    }

    @Test
    void does_what_is_clearly_likelier() {
        hear(torn(0.62, 0.4), SAID);
        assertThat(asked(events)).isEmpty();
        assertThat(done()).isEqualTo("navigate");
    }

    @Test
    void asks_which_of_two_also_where_neither_is_likely_enough_to_act_on() {
        hear(torn(0.32, 0.3), SAID);
        assertThat(asked(events)).containsExactly(WHICH);
    }

    @ParameterizedTest
    @CsvSource({
        "最初の, navigate",
        "はじめのほうでお願いします, navigate",
        "一つ目, navigate",
        "後の方, dock",
        "2番目です, dock",
        "後者, dock",
        "食堂のほう, navigate",
        "充電, dock",
        "充電に戻って, dock",
    })
    void takes_the_answer_by_order_or_by_name(String answer, String action) {
        hear(torn(0.62, 0.6), SAID, answer);
        assertThat(done()).isEqualTo(action);
        assertThat(asked(events)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"どちらでもない", "いいえ", "違います", "どっちでもないわ"})
    void does_neither_when_it_was_neither(String answer) {
        hear(torn(0.62, 0.6), SAID, answer);
        assertThat(robot.performed).isEmpty();
        assertThat(said(events)).containsExactly("申し訳ありません。別の言い方で、お話しいただけますか。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"充電じゃないよ", "充電はいいです", "充電しないで", "食堂ではありません"})
    void does_nothing_upon_what_is_turned_down(String answer) {
        hear(torn(0.62, 0.6), SAID, answer);
        assertThat(robot.performed).isEmpty();
    }

    @Test
    void asks_once_more_upon_a_yes_that_does_not_say_which() {
        hear(torn(0.62, 0.6), SAID, "はい");
        assertThat(robot.performed).isEmpty();
        assertThat(asked(events)).hasSize(2).last().asString().endsWith(WHICH);
    }

    @Test
    void calls_for_help_at_once_and_asks_nothing() {
        Reply help = Reply.perform(new Action.CallHuman("nurse", new Place("食堂"), "痛い", true));
        hear(agent(torn(0.62, 0.6), help), SAID);
        assertThat(asked(events)).isEmpty();
        assertThat(done()).isEqualTo("call_human");
    }

    @Test
    void asks_by_the_sentences_with_which_the_skills_offer_both() {
        Map<String, String> offers = Map.of("offer.guide", "食堂までご案内しましょうか。", "offer.charge", "充電に戻りましょうか。");
        hear(
                agent(torn(0.62, 0.6), Reply.perform(new Action.Navigate(new Place("食堂"))), new Texts(offers)),
                SAID,
                "充電");
        assertThat(asked(events)).containsExactly("食堂までご案内しましょうか。それとも、充電に戻りましょうか。");
        assertThat(done()).isEqualTo("dock");
    }

    @Test
    void offers_what_may_have_been_meant_and_does_it_upon_a_yes() {
        Map<String, String> offers = Map.of("offer.guide", "食堂までご案内しましょうか。");
        hear(
                agent(torn(0.32, 0.1), Reply.perform(new Action.Navigate(new Place("食堂"))), new Texts(offers)),
                SAID,
                "はい");
        assertThat(asked(events)).containsExactly("食堂までご案内しましょうか。");
        assertThat(done()).isEqualTo("navigate");
    }

    @Test
    void offers_in_english_who_is_spoken_to_in_english() {
        Map<String, String> offers =
                Map.of("offer.guide", "食堂までご案内しましょうか。", "en/offer.guide", "Shall I show you the way?");
        Reply way = Reply.perform(new Action.Navigate(new Place("食堂")));
        hear(agent(torn(0.32, 0.1), way, new Texts(offers)), "Please speak English", SAID);
        assertThat(asked(events)).containsExactly("Shall I show you the way?");
    }

    private Interpretation torn(double first, double second) {
        List<Candidate> candidates =
                List.of(candidate("guide", "食堂まで連れていって", first), candidate("charge", "充電に戻って", second));
        List<Interpreter.Match> matches =
                first < 0.35 ? List.of() : List.of(new Interpreter.Match("guide", "食堂まで連れていって", Map.of(), first));
        Verdict verdict = matches.isEmpty() ? Verdict.NOT_UNDERSTOOD : Verdict.UNDERSTOOD;
        return new Interpretation(SAID, verdict, matches, candidates, 0.8);
    }

    private static Candidate candidate(String intent, String phrase, double score) {
        return new Candidate(intent, phrase, score, 0.7, 0.5, 0.5, Set.of());
    }

    private void hear(Interpretation torn, String... texts) {
        hear(agent(torn, Reply.perform(new Action.Navigate(new Place("食堂")))), texts);
    }

    private void hear(Agent agent, String... texts) {
        Arrays.stream(texts).forEach(text -> {
            agent.hear(text);
            lanes.run();
        });
    }

    private Agent agent(Interpretation torn, Reply first) {
        return agent(torn, first, new Texts(Map.of()));
    }

    private Agent agent(Interpretation torn, Reply first, Texts offers) {
        Skill guide = () -> SkillSpec.named("guide")
                .needs(Action.Navigate.class, Action.CallHuman.class)
                .on("guide", List.of("食堂まで連れていって", "Take me to the dining room"), turn -> first)
                .on("english", List.of("Please speak English"), turn -> Reply.speak("en"))
                .offered(offers);
        Skill charge = () -> SkillSpec.named("charge")
                .needs(Action.Dock.class)
                .on("charge", List.of("充電に戻って"), turn -> Reply.perform(new Action.Dock()))
                .offered(offers);
        return Agent.builder(robot, Site.at(new Place("食堂")))
                .lanes(lanes)
                .skills(List.of(guide, charge))
                .observer(events::add)
                .start(intents -> new Torn(torn));
    }

    private String done() {
        return robot.performed.stream()
                .map(command -> command.action().name())
                .reduce((one, other) -> one + "+" + other)
                .orElse("");
    }

    /** Is torn about one sentence, and makes nothing of others. */
    private record Torn(Interpretation torn) implements Interpreter {
        @Override
        public List<Match> interpret(String text) {
            return explain(text).matches();
        }

        @Override
        public Interpretation explain(String text) {
            if (text.equals("Please speak English")) {
                Match english = new Match("english", text, Map.of(), 1);
                return new Interpretation(text, Verdict.UNDERSTOOD, List.of(english), List.of(), 1);
            }
            return text.equals(SAID) ? torn : new Interpretation(text, Verdict.NOT_UNDERSTOOD, List.of(), List.of(), 0);
        }
    }
}
