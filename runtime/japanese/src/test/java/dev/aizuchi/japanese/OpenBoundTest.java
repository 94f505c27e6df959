package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.language.Interpreter.Intent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenBoundTest {
    private static final double USUAL = 0.2;
    private static final List<Intent> ALIKE = List.of(
            intent("light", "電気をつけて", "電気をつけてください", "電気をつけてくれますか", "電気をつけてほしい", "電気をつけてもらえますか"),
            intent("window", "窓を開けて", "窓を開けてください", "窓を開けてくれますか", "窓を開けてほしい", "窓を開けてもらえますか"),
            intent("water", "水を飲みたい", "水を飲みたいです", "水を飲みたいな", "水を飲みたいんですが", "水を飲みたいのですが"),
            intent("music", "音楽をかけて", "音楽をかけてください", "音楽をかけてくれますか", "音楽をかけてほしい", "音楽をかけてもらえますか"));
    private static final List<Intent> APART = List.of(
            intent("balance", "残高を教えて", "いくら残ってる", "口座の中身を確認したい", "お金がどれだけあるか見せて", "預金額は"),
            intent("transfer", "三万円を送って", "振り込みをお願い", "家賃を払いたい", "母に仕送りする", "相手先へ入金"),
            intent("card", "カードをなくした", "財布ごと盗まれた", "もう使えないようにして", "再発行の手続き", "限度額を上げたい"),
            intent("loan", "家を買う資金がほしい", "金利はどのくらい", "毎月いくら返す", "借り換えの相談", "繰り上げ返済"));

    private static Intent intent(String name, String... phrases) {
        return new Intent(name, List.of(phrases));
    }

    private static double bound(List<Intent> intents) {
        Analyzer analyzer = new Analyzer();
        return OpenBound.of(new KnownPhrases(intents, new Normalizer(), analyzer, null, PhraseMemory.NONE), analyzer);
    }

    @Test
    void phrases_that_are_sure_of_one_another_leave_the_usual_bound() {
        assertThat(bound(ALIKE)).isEqualTo(USUAL);
    }

    @Test
    void phrases_that_have_little_in_common_lower_it() {
        assertThat(bound(APART)).isBetween(0.0, USUAL / 2);
    }

    @Test
    void few_phrases_show_nothing() {
        assertThat(bound(APART.subList(0, 3))).isEqualTo(USUAL);
    }

    @Test
    void an_intent_of_two_phrases_shows_nothing() {
        List<Intent> pairs = APART.stream()
                .map(intent -> new Intent(intent.name(), intent.phrases().subList(0, 2)))
                .toList();
        assertThat(bound(pairs)).isEqualTo(USUAL);
    }
}
