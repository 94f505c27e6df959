package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Find dates that count from today: 明後日, 先々週の金曜, 来月の頭, 来年の三月三日, 今度の日曜, 今朝. */
final class RelativeRule implements Rule {
    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        return switch (pieces.get(i).role()) {
            case DAY -> day(pieces, i, now);
            case DAY_AND_PART -> dayAndPart(pieces, i, now);
            case WEEK -> week(pieces, i, now);
            case MONTH -> month(pieces, i, now);
            case YEAR -> year(pieces, i, now);
            case WEEKDAY -> weekday(pieces, i, i, 0, now);
            case WHICH ->
                pieces.is(i + 1, Role.WEEKDAY) && pieces.linked(i + 1, "の")
                        ? weekday(pieces, i, i + 1, pieces.get(i).n(), now)
                        : null;
            case WEEKDAYS -> weekend(pieces, i, now);
            case MONTH_PART -> pieces.get(i).n() > 0 ? ofThis(pieces, i, now) : null;
            default -> null;
        };
    }

    private static Parsed day(Pieces pieces, int i, Now now) {
        int days = pieces.get(i).n();
        Value value =
                now.isKnown() ? new Value.Day(now.today().plusDays(days)) : new Value.PartialDate(name("day", days));
        int next = pieces.is(i + 1, Role.WEEKDAY) && pieces.linked(i + 1, "の", "、", " ") ? i + 2 : i + 1;
        Parsed parsed = Parsed.of(pieces, i, next, Kind.DATE, value);
        return now.isKnown() ? parsed.with(CalendarDate.of(now.today().plusDays(days))) : parsed;
    }

    private static Parsed dayAndPart(Pieces pieces, int i, Now now) {
        int days = pieces.get(i).n();
        String part = pieces.get(i).text();
        boolean clockFollows =
                pieces.linked(i + 1, "の", "、", " ") && pieces.get(i + 1).is(Counter.Kind.HOUR);
        if (clockFollows) {
            Piece half = Piece.word(pieces.get(i).start(), pieces.get(i).end(), Role.DAYPART, 0, part);
            Parsed time = new ClockRule().at(pieces.replacing(i, half), i, now);
            if (time != null) {
                return Joiner.dateTime(now.isKnown() ? now.today().plusDays(days) : null, name("day", days), time);
            }
        }
        Value value = now.isKnown()
                ? new Value.PartialDate(now.today().plusDays(days) + Dayparts.suffix(part))
                : new Value.PartialDate(name("day", days) + "_" + part);
        return Parsed.of(pieces, i, i + 1, Kind.DATETIME, value);
    }

    private static Parsed week(Pieces pieces, int i, Now now) {
        int weeks = pieces.get(i).n();
        LocalDate monday = now.isKnown()
                ? now.today()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(weeks)
                : null;
        if (pieces.is(i + 1, Role.WEEKDAY) && pieces.linked(i + 1, "の", "、")) {
            int day = pieces.get(i + 1).n();
            Value value = monday == null
                    ? new Value.PartialDate(name("week", weeks) + "-" + day)
                    : new Value.Day(monday.plusDays(day - 1L));
            Parsed parsed = Parsed.of(pieces, i, i + 2, Kind.DATE, value);
            return monday == null ? parsed : parsed.with(CalendarDate.of(monday.plusDays(day - 1L)));
        }
        if (pieces.is(i + 1, Role.WEEKDAYS) && pieces.get(i + 1).text().equals("SA,SU") && pieces.linked(i + 1, "の")) {
            return Parsed.of(pieces, i, i + 2, Kind.DATE_RANGE, weekendOf(monday, name("week", weeks)));
        }
        if (pieces.joined(i + 1, Role.MONTH_PART) && pieces.get(i + 1).text().equals("end")) {
            return Parsed.of(pieces, i, i + 2, Kind.DATE_RANGE, weekendOf(monday, name("week", weeks)));
        }
        return Parsed.of(
                pieces,
                i,
                i + 1,
                Kind.DATE,
                new Value.PartialDate(monday == null ? name("week", weeks) : isoWeek(monday)));
    }

    private static String isoWeek(LocalDate monday) {
        return monday.get(IsoFields.WEEK_BASED_YEAR) + "-W"
                + CalendarDate.two(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static Value weekendOf(@Nullable LocalDate monday, String name) {
        return monday == null
                ? new Value.Interval(new Value.PartialDate(name + "-6"), new Value.PartialDate(name + "-7"))
                : new Value.Interval(new Value.Day(monday.plusDays(5)), new Value.Day(monday.plusDays(6)));
    }

    private static @Nullable Parsed weekend(Pieces pieces, int i, Now now) {
        if (!pieces.get(i).text().equals("SA,SU") || pieces.follows(i, "ごと")) {
            return null;
        }
        LocalDate monday = now.isKnown() ? now.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : null;
        return Parsed.of(pieces, i, i + 1, Kind.DATE_RANGE, weekendOf(monday, "XXXX-WXX"));
    }

    private static Parsed month(Pieces pieces, int i, Now now) {
        int months = pieces.get(i).n();
        if (!now.isKnown()) {
            String name = name("month", months);
            if (pieces.get(i + 1).is(Counter.Kind.DAY) && pieces.linked(i + 1, "の", "、")) {
                return Parsed.of(
                        pieces,
                        i,
                        i + 2,
                        Kind.DATE,
                        new Value.PartialDate(
                                name + "-" + CalendarDate.two(pieces.get(i + 1).count())));
            }
            boolean part = pieces.is(i + 1, Role.MONTH_PART) && pieces.linked(i + 1, "の");
            return Parsed.of(
                    pieces,
                    i,
                    part ? i + 2 : i + 1,
                    Kind.DATE,
                    new Value.PartialDate(part ? name + "_" + pieces.get(i + 1).text() : name));
        }
        YearMonth month = YearMonth.from(now.today()).plusMonths(months);
        Parsed nth = NthWeekday.of(pieces, i, i + 1, new Value.PartialDate(month.toString()));
        if (nth != null) {
            return nth;
        }
        CalendarDate date = new CalendarDate(month.getYear(), month.getMonthValue(), null);
        if (pieces.get(i + 1).is(Counter.Kind.DAY) && pieces.linked(i + 1, "の", "、")) {
            CalendarDate day = new CalendarDate(
                    month.getYear(), month.getMonthValue(), pieces.get(i + 1).count());
            if (day.isPossible()) {
                return Parsed.of(pieces, i, i + 2, Kind.DATE, day.values(now).get(0))
                        .with(day);
            }
        }
        if (pieces.is(i + 1, Role.MONTH_PART) && pieces.linked(i + 1, "の")) {
            Value value = MonthParts.of(
                    new Value.PartialDate(month.toString()), pieces.get(i + 1).text());
            return Parsed.of(pieces, i, i + 2, MonthParts.kind(value), value);
        }
        return Parsed.of(pieces, i, i + 1, Kind.DATE, new Value.PartialDate(month.toString()))
                .with(date);
    }

    private static Parsed ofThis(Pieces pieces, int i, Now now) {
        boolean ofYear = pieces.get(i).n() == 2;
        String base = now.isKnown()
                ? ofYear
                        ? String.valueOf(now.today().getYear())
                        : YearMonth.from(now.today()).toString()
                : ofYear ? "this_year" : "this_month";
        Value value = MonthParts.of(new Value.PartialDate(base), pieces.get(i).text());
        return Parsed.of(pieces, i, i + 1, MonthParts.kind(value), value);
    }

    private static Parsed year(Pieces pieces, int i, Now now) {
        int years = pieces.get(i).n();
        String base = now.isKnown() ? String.valueOf(now.today().getYear() + years) : name("year", years);
        if (pieces.is(i + 1, Role.SEASON) && pieces.linked(i + 1, "の")) {
            return Parsed.of(
                    pieces,
                    i,
                    i + 2,
                    Kind.DATE,
                    new Value.PartialDate(base + "-" + pieces.get(i + 1).n()));
        }
        if (pieces.linked(i + 1, "の", "、")) {
            Parsed within = new DateRule().at(pieces, i + 1, new Now(null));
            CalendarDate date = within == null ? null : within.date();
            if (within != null && date != null && date.year() == null && date.month() != null) {
                Integer known = now.isKnown() ? Integer.valueOf(now.today().getYear() + years) : null;
                CalendarDate full = new CalendarDate(known, date.month(), date.day());
                Value value = known == null
                        ? new Value.PartialDate(
                                base + full.values(new Now(null)).get(0).wire().substring(4))
                        : full.values(now).get(0);
                return new Parsed(
                        pieces.get(i).start(),
                        within.end(),
                        within.next(),
                        Parsed.of(pieces, i, within.next(), Kind.DATE, value).readings(),
                        full);
            }
        }
        return Parsed.of(pieces, i, i + 1, Kind.DATE, new Value.PartialDate(base));
    }

    /** A weekday alone is the next to come, today included. */
    private static Parsed weekday(Pieces pieces, int from, int at, int which, Now now) {
        DayOfWeek day = DayOfWeek.of(pieces.get(at).n());
        if (!now.isKnown()) {
            String prefix = which == 0 ? "XXXX-WXX-" : which > 0 ? "next-" : "last-";
            return Parsed.of(pieces, from, at + 1, Kind.DATE, new Value.PartialDate(prefix + day.getValue()));
        }
        LocalDate date = now.today()
                .with(
                        which > 0
                                ? TemporalAdjusters.next(day)
                                : which < 0 ? TemporalAdjusters.previous(day) : TemporalAdjusters.nextOrSame(day));
        return Parsed.of(pieces, from, at + 1, Kind.DATE, new Value.Day(date)).with(CalendarDate.of(date));
    }

    /** Name a time relative to a reference that was not given: tomorrow, in_2_days, 3_weeks_ago. */
    static String name(String unit, int n) {
        if (unit.equals("day") && Math.abs(n) < 2) {
            return n == 0 ? "today" : n > 0 ? "tomorrow" : "yesterday";
        }
        if (Math.abs(n) < 2 && !unit.equals("day") && unit.matches("week|month|year")) {
            return (n == 0 ? "this_" : n > 0 ? "next_" : "last_") + unit;
        }
        String units = unit.toLowerCase(Locale.ROOT) + (Math.abs(n) == 1 ? "" : "s");
        return n > 0 ? "in_" + n + "_" + units : -n + "_" + units + "_ago";
    }
}
