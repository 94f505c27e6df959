package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Turn;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalsTest {
    private static final Turn HAIRCUT = turn("午後一時に散髪って教えて", 0);
    /** As a wish is written that goes on from the one before. */
    private static final Turn EXERCISE = turn("それから三時には体操ね、三時に散髪って教えて", 1);

    private final DataFile data = DataFile.read(FollowUps.class, "follow-ups.txt");
    private final Withdrawals withdrawals = new Withdrawals(
            data,
            new Skills(List.of(), (part, fault) -> {}, new SkillThread(SkillThread.BUDGET, () -> {})),
            new Content(data),
            new StandardJapanese(PlainForms.standard(), () -> 1));

    @Test
    void what_a_later_wish_took_over_from_an_earlier_one_names_the_earlier_one() {
        assertThat(withdrawals.in("散髪は取り消して", List.of(HAIRCUT, EXERCISE)))
                .hasValueSatisfying(withdrawal -> assertThat(withdrawal.about()).containsExactly(HAIRCUT));
    }

    @ParameterizedTest
    @CsvSource({"散髪のほうはなしにしといて, ''", "散髪はもういいですから, ''", "散髪はいいです、電気を消して, 電気を消して", "散髪はもういらないから水をください, 水をください"})
    void the_end_of_a_withdrawal_is_nothing_that_is_said_besides(String text, String rest) {
        assertThat(withdrawals.in(text, List.of(HAIRCUT)))
                .hasValueSatisfying(withdrawal -> assertThat(withdrawal.rest()).isEqualTo(rest));
    }

    private static Turn turn(String text, int minute) {
        return new Turn(
                text,
                "set_reminder",
                Map.of(),
                new Place("食堂"),
                "",
                FakeRobot.START.plusSeconds(60L * minute).atZone(ZoneOffset.UTC));
    }
}
