package dev.aizuchi.testkit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CircumstancesTest {
    private final Circumstances circumstances = new Circumstances();

    @ParameterizedTest
    @ValueSource(strings = {"何時にしましょうか。", "「何時にしましょうか。」", "ロボット「何時にしましょうか。」", "（食堂で）ロボット「何時にしましょうか。」"})
    void the_robots_words_may_stand_alone_or_be_quoted(String context) {
        assertThat(circumstances.of(context).lastSaid()).isEqualTo("何時にしましょうか。");
    }

    @Test
    void what_is_quoted_within_a_sentence_stays() {
        assertThat(circumstances.of("「赤」でよろしいですか").lastSaid()).isEqualTo("「赤」でよろしいですか");
    }
}
