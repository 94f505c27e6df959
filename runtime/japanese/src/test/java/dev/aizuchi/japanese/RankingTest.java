package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Ranking.Standing;
import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.language.Interpretation.Objection;
import dev.aizuchi.language.Interpreter.Caution;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.language.Interpreter.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hold the ranking of all intents to what it promises, by words and letters alone. */
final class RankingTest {
    private static final PhraseInterpreter HOME = PhraseInterpreter.of(List.of(
            new Intent("light_on", List.of("電気をつけて", "明かりをつけてください")),
            new Intent("light_off", List.of("電気を消して", "明かりを消してください")),
            new Intent("window_open", List.of("窓を開けて", "窓を開けてください")),
            new Intent("water", List.of("水をください", "お水が飲みたい"))));

    private static Ranking ranking(String text) {
        return HOME.ranking(text).orElseThrow();
    }

    @Test
    void the_probability_falls_from_the_first_to_the_last() {
        List<Standing> standings = ranking("電気をつけてほしいです").standings();
        assertThat(standings.get(0).intent().name()).isEqualTo("light_on");
        assertThat(standings)
                .extracting(Standing::rank)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(standings.get(0).score()).isGreaterThan(standings.get(1).score());
    }

    @Test
    void all_figures_are_probabilities() {
        for (String text : List.of("電気をつけて", "水", "株価を教えて", "窓の電気の水")) {
            Ranking ranking = ranking(text);
            assertThat(ranking.belongs()).isBetween(0.0, 1.0);
            assertThat(ranking.standings())
                    .allSatisfy(each -> assertThat(each.score()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void what_is_said_belongs_more_surely_than_what_is_nobodys_business() {
        assertThat(ranking("お水をください").belongs())
                .isGreaterThan(ranking("昨日の野球は何対何だったっけ").belongs());
    }

    @Test
    void the_contrary_is_shown_with_the_rule_that_forbids_it_and_never_stands() {
        Ranking ranking = ranking("電気を消して");
        assertThat(ranking.standings()).extracting(each -> each.intent().name()).doesNotContain("light_on");
        Candidate contrary = ranking.candidates().stream()
                .filter(each -> each.intent().equals("light_on"))
                .findFirst()
                .orElseThrow();
        assertThat(contrary.objections()).containsExactly(Objection.CONTRARY);
        assertThat(contrary.score()).isZero();
    }

    @Test
    void who_is_open_takes_what_may_belong_and_leaves_what_does_not() {
        PhraseInterpreter open =
                PhraseInterpreter.of(List.of(new Intent("water", List.of("水をください", "お水が飲みたい"))), null, Caution.OPEN);
        assertThat(open.interpret("お水、少しだけでいいんだけど")).extracting(Match::intent).containsExactly("water");
        assertThat(open.interpret("昨日の野球は何対何だったっけ")).isEmpty();
    }

    @Test
    void each_intent_is_shown_once() {
        assertThat(ranking("明かりをつけて").candidates())
                .extracting(Candidate::intent)
                .doesNotHaveDuplicates();
    }
}
