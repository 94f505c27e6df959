package dev.aizuchi.japanese.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Hold what was said of a date by year, month and day; what was not said is null.
 *
 * @param year of the common era
 * @param month from 1 to 12
 * @param day from 1 to 31
 */
record CalendarDate(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day) {

    static CalendarDate of(LocalDate date) {
        return new CalendarDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Tell whether such a day can exist. */
    boolean isPossible() {
        boolean monthFits = month == null || (month >= 1 && month <= 12);
        boolean dayFits = day == null
                || (day >= 1
                        && day
                                <= (month == null
                                        ? 31
                                        : month == 2
                                                ? 29
                                                : YearMonth.of(2024, month).lengthOfMonth()));
        return monthFits && dayFits && (year == null || (year >= 0 && year <= 9999));
    }

    /** Take what is missing at the front from another date. */
    CalendarDate within(CalendarDate other) {
        if (year != null) {
            return this;
        }
        return new CalendarDate(other.year, month == null ? other.month : month, day);
    }

    /** Give the dates that this may be, the likeliest first: the next to come, then the one before. */
    List<Value> values(Now now) {
        if (year != null || !now.isKnown()) {
            return List.of(written());
        }
        LocalDate today = now.today();
        if (day == null) {
            YearMonth next = YearMonth.of(today.getYear(), month == null ? 1 : month);
            next = next.isBefore(YearMonth.from(today)) ? next.plusYears(1) : next;
            return List.of(
                    new Value.PartialDate(next.toString()),
                    new Value.PartialDate(next.minusYears(1).toString()));
        }
        List<Value> days = new ArrayList<>();
        LocalDate next = next(today);
        if (next != null) {
            days.add(new Value.Day(next));
            LocalDate before = shifted(next, -1);
            if (before != null) {
                days.add(new Value.Day(before));
            }
        }
        return days.isEmpty() ? List.of(written()) : days;
    }

    /** The first day of this kind from today on; short months and common years are passed over. */
    private @Nullable LocalDate next(LocalDate today) {
        for (int i = 0; i <= 12; i++) {
            LocalDate date = month == null
                    ? day(today.plusMonths(i).getYear(), today.plusMonths(i).getMonthValue())
                    : day(today.getYear() + i, month);
            if (date != null && !date.isBefore(today)) {
                return date;
            }
        }
        return null;
    }

    private @Nullable LocalDate shifted(LocalDate date, int by) {
        LocalDate moved = month == null ? date.plusMonths(by) : date.plusYears(by);
        return day(moved.getYear(), moved.getMonthValue());
    }

    private @Nullable LocalDate day(int inYear, int inMonth) {
        try {
            return LocalDate.of(inYear, inMonth, day == null ? 1 : day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private Value written() {
        if (year != null && month != null && day != null) {
            LocalDate date = day(year, month);
            if (date != null) {
                return new Value.Day(date);
            }
        }
        StringBuilder text = new StringBuilder(year == null ? "XXXX" : String.format(Locale.ROOT, "%04d", year));
        if (month != null || day != null) {
            text.append('-').append(month == null ? "XX" : two(month));
        }
        if (day != null) {
            text.append('-').append(two(day));
        }
        return new Value.PartialDate(text.toString());
    }

    static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
