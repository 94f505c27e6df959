package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NodsTest {
    private final TurnEnd turnEnd = new TurnEnd(new Normalizer(), Stream.of(), () -> TurnEnd.Awaited.ANYTHING);
    private final List<String> said = new ArrayList<>();
    private boolean speaking;
    private final Nods nods = new Nods(turnEnd::goesOn, () -> !speaking, said::add);

    @Test
    void a_clause_that_goes_on_is_nodded_at_in_its_pause() {
        nods.begins();
        speaks(1_500, "ゆうべから腰が痛くて");
        pauses(180);
        assertThat(said).isEmpty();
        pauses(40);
        assertThat(said).containsExactly("はい");
    }

    @Test
    void words_that_come_late_are_nodded_at_while_the_pause_lasts() {
        nods.begins();
        speaks(1_500, "ゆうべから腰が");
        pauses(300);
        nods.partial("ゆうべから腰が痛くて");
        pauses(20);
        assertThat(said).containsExactly("はい");
    }

    @Test
    void nods_come_seldom_and_not_always_in_the_same_words() {
        nods.begins();
        for (int i = 0; i < 4; i++) {
            speaks(1_700, "腰が痛くて".repeat(i + 1));
            pauses(400);
        }
        assertThat(said).containsExactly("はい", "ええ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"お水をください", "えーと", "腰が", "", "お水を持ってきて下さい。"})
    void what_is_over_or_seeks_a_word_is_not_nodded_at(String text) {
        nods.begins();
        speaks(2_000, text);
        pauses(1_000);
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"600, 400, false", "1500, 100, false", "1500, 400, true"})
    void neither_a_short_word_nor_a_short_pause_nor_the_robots_own_talk_is_a_place(
            int spoken, int pause, boolean robotSpeaks) {
        speaking = robotSpeaks;
        nods.begins();
        speaks(spoken, "腰が痛くて");
        pauses(pause);
        assertThat(said).isEmpty();
    }

    private void speaks(int millis, String text) {
        for (int i = 0; i < millis / 20; i++) {
            nods.goesOn(true);
        }
        nods.partial(text);
    }

    private void pauses(int millis) {
        for (int i = 0; i < millis / 20; i++) {
            nods.goesOn(false);
        }
    }
}
