package dev.aizuchi.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Turn;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversationSkillTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final SkillSpec spec = new ConversationSkill().spec();

    @ParameterizedTest
    @CsvSource({
        "03:59, こんばんは。",
        "04:00, おはようございます。",
        "10:59, おはようございます。",
        "11:00, こんにちは。",
        "17:59, こんにちは。",
        "18:00, こんばんは。"
    })
    void greets_by_the_time_of_day(String time, String greeting) {
        assertThat(answer("greeting", "2026-11-25T" + time)).isEqualTo(Reply.chat(greeting));
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, 夜中の十二時です。",
        "00:05, 夜中の十二時五分です。",
        "01:10, 午前一時十分です。",
        "09:59, 午前九時五十九分です。",
        "12:00, お昼の十二時です。",
        "12:30, お昼の十二時三十分です。",
        "15:15, 午後三時十五分です。",
        "20:20, 午後八時二十分です。",
        "23:04, 午後十一時四分です。"
    })
    void tells_the_time_as_it_is_spoken(String time, String spoken) {
        assertThat(answer("tell_time", "2026-11-25T" + time)).isEqualTo(Reply.say(spoken));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 今日は十一月二十五日、水曜日です。",
        "2027-01-01, 今日は一月一日、金曜日です。",
        "2028-02-29, 今日は二月二十九日、火曜日です。",
        "2026-10-10, 今日は十月十日、土曜日です。",
        "2026-12-20, 今日は十二月二十日、日曜日です。"
    })
    void tells_the_date_with_the_day_of_the_week(String date, String spoken) {
        assertThat(answer("tell_date", date + "T09:00")).isEqualTo(Reply.say(spoken));
    }

    @ParameterizedTest
    @CsvSource({
        "tomorrow, 明日, 明日は十一月二十六日、木曜日です。",
        "in_2_days, あさって, あさっては十一月二十七日、金曜日です。",
        "2_days_ago, おととい, おとといは十一月二十三日、月曜日です。",
        "yesterday, 昨日, 昨日は十一月二十四日、火曜日です。",
        "2026-12-01, 来月の一日, 来月の一日は十二月一日、火曜日です。",
        "today, 本日, 今日は十一月二十五日、水曜日です。"
    })
    void tells_the_date_of_another_day(String date, String said, String spoken) {
        Turn turn = new Turn(
                "",
                "tell_date",
                Map.of("date", date),
                Map.of("date", said),
                new Place("101号室"),
                "",
                ZonedDateTime.of(LocalDateTime.parse("2026-11-25T09:00"), TOKYO),
                Turn.JAPANESE);
        assertThat(spec.intents().stream()
                        .filter(intent -> intent.name().equals("tell_date"))
                        .map(intent -> intent.answer().apply(turn)))
                .containsExactly(Reply.say(spoken));
    }

    @Test
    void repeats_what_it_last_said() {
        assertThat(answer("repeat", "2026-11-25T09:00", "明かりをつけます。")).isEqualTo(Reply.say("明かりをつけます。"));
    }

    @Test
    void says_so_when_there_is_nothing_to_repeat() {
        assertThat(answer("repeat", "2026-11-25T09:00")).isEqualTo(Reply.say("まだ何も申し上げていません。"));
    }

    @Test
    void says_that_it_is_a_robot() {
        assertThat(answer("self_introduction", "2026-11-25T09:00").steps())
                .singleElement()
                .asString()
                .contains("私はロボットです。人間ではありません。");
    }

    @Test
    void sends_questions_of_health_to_a_person() {
        assertThat(answer("ask_person", "2026-11-25T09:00").steps())
                .singleElement()
                .asString()
                .contains("職員におたずねください。");
    }

    @Test
    void writes_no_number_beyond_its_range() {
        assertThat(Kanji.number(99)).isEqualTo("九十九");
        assertThatThrownBy(() -> Kanji.number(100)).hasMessageContaining("100");
        assertThatThrownBy(() -> Kanji.number(-1)).hasMessageContaining("-1");
    }

    private Reply answer(String intent, String time) {
        return answer(intent, time, "");
    }

    private Reply answer(String intent, String time, String lastSaid) {
        Turn turn = new Turn(
                "", intent, Map.of(), new Place("101号室"), lastSaid, ZonedDateTime.of(LocalDateTime.parse(time), TOKYO));
        return spec.intents().stream()
                .filter(candidate -> candidate.name().equals(intent))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(turn);
    }
}
