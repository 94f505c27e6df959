package dev.aizuchi.japanese.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Find the weekday of a month by its number: 5月の第3月曜日, 来月の第一金曜. */
final class NthWeekday {
    private NthWeekday() {}

    /**
     * Parse 第 n weekday from piece {@code next} on, behind a month that began with piece {@code from}; null for none.
     */
    static @Nullable Parsed of(Pieces pieces, int from, int next, Value month) {
        boolean fits = pieces.is(next, Role.ORDER)
                && pieces.linked(next, "の", "、")
                && pieces.is(next + 1, Role.NUMBER)
                && pieces.joined(next + 2, Role.WEEKDAY);
        int n = pieces.get(next + 1).count();
        if (!fits || n < 1 || n > 5 || !month.wire().matches("[0-9]{4}-[0-9]{2}")) {
            return null;
        }
        YearMonth within = YearMonth.parse(month.wire());
        DayOfWeek day = DayOfWeek.of(pieces.get(next + 2).n());
        LocalDate date = within.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(n, day));
        return YearMonth.from(date).equals(within)
                ? Parsed.of(pieces, from, next + 3, Kind.DATE, new Value.Day(date))
                        .with(CalendarDate.of(date))
                : null;
    }
}
