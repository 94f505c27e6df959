package dev.aizuchi.japanese.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold prohibitions to the orders that they forbid. */
final class ProhibitionTest {
    private final Prohibition prohibition = new Prohibition(new Tokenizer());

    @ParameterizedTest
    @CsvSource({
        "電気を消さないでね,電気を消して",
        "ベッドは起こさないでください,ベッドは起こして",
        "お茶は持ってこなくていいです,お茶は持ってきて",
        "カーテンを開けるなよ,カーテンを開けて",
        "誰も案内しないでほしい,誰も案内して",
    })
    void what_is_forbidden_is_an_order(String text, String order) {
        assertThat(prohibition.order(text)).contains(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"電気を消して", "消さないで寝ます", "寒くない", "はい", ""})
    void what_forbids_nothing_or_says_more_is_none(String text) {
        assertThat(prohibition.order(text)).isEmpty();
    }
}
