package dev.aizuchi.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Place;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final ZonedDateTime TEN = ZonedDateTime.of(2026, 4, 1, 10, 0, 0, 0, ZoneId.of("Asia/Tokyo"));
    private static final Slot<String> TIME = Slot.moment("time");
    private static final Slot<String> DATE = Slot.date("date");

    @Test
    void a_moment_from_now_is_counted_from_the_turn() {
        assertThat(turn(Map.of("time", "in_90_min")).moment(TIME, DATE)).contains(TEN.plusMinutes(90));
    }

    @Test
    void a_time_of_day_is_the_next_one() {
        assertThat(turn(Map.of("time", "15:30")).moment(TIME, DATE))
                .contains(TEN.withHour(15).withMinute(30));
        assertThat(turn(Map.of("time", "09:00")).moment(TIME, DATE))
                .contains(TEN.plusDays(1).withHour(9));
    }

    @Test
    void a_time_is_of_the_day_that_was_named() {
        assertThat(turn(Map.of("time", "09:00", "date", "in_2_days")).moment(TIME, DATE))
                .contains(TEN.plusDays(2).withHour(9));
        assertThat(turn(Map.of("date", "tomorrow")).moment(TIME, DATE)).isEmpty();
    }

    private static Turn turn(Map<String, String> slots) {
        return new Turn("", "set_reminder", slots, new Place("101号室"), "", TEN);
    }
}
