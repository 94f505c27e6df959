package dev.aizuchi.conversation;

import dev.aizuchi.skill.Texts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;

/** Put a time and a date into words. */
record Clock(Texts texts) {
    private static final int MORNING = 4;
    private static final int DAY = 11;
    private static final int EVENING = 18;
    private static final int NOON = 12;

    String greeting(ZonedDateTime now) {
        int hour = now.getHour();
        if (hour >= MORNING && hour < DAY) {
            return texts.say("greeting.morning");
        }
        return texts.say(hour >= DAY && hour < EVENING ? "greeting.day" : "greeting.evening");
    }

    /** Say the time on the twelve-hour clock; the hour of twelve is told apart as noon or midnight. */
    String time(ZonedDateTime now) {
        int hour = now.getHour() % NOON == 0 ? NOON : now.getHour() % NOON;
        Map<String, String> numbers = Map.of("hour", Kanji.number(hour), "minute", Kanji.number(now.getMinute()));
        String clock = texts.say(now.getMinute() == 0 ? "time.clock" : "time.clock.minutes", numbers);
        return texts.say("time", Map.of("half", half(now.getHour()), "clock", clock));
    }

    String date(LocalDate today) {
        return date(today, texts.say("date.today"));
    }

    /**
     * Say a day's date.
     *
     * @param said what the day is called: 明日
     */
    String date(LocalDate day, String said) {
        Map<String, String> numbers =
                Map.of("month", Kanji.number(day.getMonthValue()), "day", Kanji.number(day.getDayOfMonth()));
        String weekday = texts.say("weekday." + day.getDayOfWeek().getValue());
        return texts.say("date", Map.of("said", said, "day", texts.say("date.day", numbers), "weekday", weekday));
    }

    private String half(int hour) {
        if (hour == 0) {
            return texts.say("time.midnight");
        }
        if (hour == NOON) {
            return texts.say("time.noon");
        }
        return texts.say(hour < NOON ? "time.morning" : "time.afternoon");
    }
}
