package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Find dates by the calendar: 2024年3月5日, 令和元年五月一日, 3/5, 三月三日の金曜, 5日, 元日. */
final class DateRule implements Rule {
    private static final List<String> LASTING = List.of(
            "以内", "ほど", "くらい", "ぐらい", "か所", "かけて", "かか", "ぶり", "続け", "連続", "経", "たっ", "以上", "も", "ごと", "おき", "中", "で治",
            "で終", "で届", "分の", "に一回", "に1回", "に一度", "は安静", "休");
    private static final int FIRST_PLAIN_YEAR = 1000;

    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        if (pieces.is(i, Role.LITERAL)) {
            return literal(pieces, i, now);
        }
        if (pieces.is(i, Role.HOLIDAY)) {
            int day = pieces.get(i).n();
            return parsed(pieces, i, i + 1, new CalendarDate(null, day / 100, day % 100), now);
        }
        int at = i;
        Integer year = null;
        if (pieces.is(i, Role.ERA) && pieces.linked(i + 1, "の") && isYear(pieces.get(i + 1))) {
            year = pieces.get(i).n() + pieces.get(i + 1).count();
            at = i + 2;
        } else if (isYear(pieces.get(i)) && pieces.get(i).count() >= 0) {
            int said = pieces.get(i).count();
            if (said >= 10 && said < 100 && said % 10 == 0 && pieces.follows(i, "代")) {
                // 80年代; those of this century are young.
                return decade(pieces, i, said > 20 ? 1900 + said : 2000 + said);
            }
            year = plainYear(pieces, i);
            at = year == null ? i : i + 1;
            if (year == null) {
                return null;
            }
        }
        if (year != null && at == i + 1 && pieces.is(i, Role.COUNTED) && pieces.follows(i, "代")) {
            return decade(pieces, i, year);
        }
        if (year != null && pieces.is(at, Role.SEASON) && pieces.linked(at, "の")) {
            return Parsed.of(
                    pieces,
                    i,
                    at + 1,
                    Kind.DATE,
                    new Value.PartialDate(year + "-" + pieces.get(at).n()));
        }
        return monthAndDay(pieces, i, at, year, now);
    }

    private static Parsed decade(Pieces pieces, int i, int year) {
        Parsed decade = Parsed.of(pieces, i, i + 1, Kind.DATE, new Value.PartialDate(year / 10 + "X"));
        return new Parsed(decade.start(), decade.end() + 1, i + 1, decade.readings(), null);
    }

    private static boolean isYear(Piece piece) {
        return piece.is(Counter.Kind.YEAR)
                || (piece.counter() != null && piece.counter().name().equals("年度"));
    }

    /** Four figures are a year; fewer only before a month. */
    private static @Nullable Integer plainYear(Pieces pieces, int i) {
        int year = pieces.get(i).count();
        boolean positional = pieces.get(i).number().digits() != null;
        boolean plausible = year > FIRST_PLAIN_YEAR
                && year <= 9999
                && (positional || year % 100 != 0 || (year >= 1800 && year <= 2200));
        if (plausible) {
            return year;
        }
        boolean monthFollows = pieces.linked(i + 1, "の") && pieces.get(i + 1).is(Counter.Kind.MONTH);
        return monthFollows && positional && year < 100 && year > 9 ? Integer.valueOf(2000 + year) : null;
    }

    private static @Nullable Parsed monthAndDay(Pieces pieces, int from, int at, @Nullable Integer year, Now now) {
        int next = at;
        Integer month = null;
        Integer day = null;
        if ((next == from || pieces.linked(next, "の", " ", "、"))
                && pieces.get(next).is(Counter.Kind.MONTH)
                && pieces.get(next).count() >= 1
                && pieces.get(next).count() <= 12) {
            month = pieces.get(next++).count();
        }
        boolean dayMayFollow = next == from || (month != null && pieces.linked(next, "の", " ", "、"));
        if (dayMayFollow
                && pieces.get(next).is(Counter.Kind.DAY)
                && pieces.get(next).count() > 0) {
            boolean lasts = next == from
                    && (pieces.precedes(next, "あと")
                            || pieces.precedes(next, "残り")
                            || pieces.followsAny(next, LASTING)
                            || pieces.joined(next + 1, Role.HALF));
            if (!lasts) {
                day = pieces.get(next++).count();
            }
        }
        if (next == from) {
            return null;
        }
        CalendarDate date = new CalendarDate(year, month, day);
        if (!date.isPossible()) {
            return null;
        }
        if (month != null
                && day == null
                && pieces.linked(next, "の")
                && pieces.is(next, Role.MONTH_PART)
                && pieces.get(next).n() == 0) {
            return part(pieces, from, next + 1, date, now);
        }
        Parsed nth = month != null && day == null
                ? NthWeekday.of(pieces, from, next, date.values(now).get(0))
                : null;
        return nth != null ? nth : weekday(pieces, parsed(pieces, from, next, date, now), day);
    }

    /** 5日(金): the weekday is part of the expression and adds nothing. */
    private static Parsed weekday(Pieces pieces, Parsed date, @Nullable Integer day) {
        boolean follows =
                day != null && pieces.is(date.next(), Role.WEEKDAY) && pieces.linked(date.next(), "の", " ", "、");
        return follows
                ? new Parsed(date.start(), pieces.get(date.next()).end(), date.next() + 1, date.readings(), date.date())
                : date;
    }

    private static Parsed part(Pieces pieces, int from, int next, CalendarDate date, Now now) {
        Value[] months = date.values(now).stream()
                .map(value -> MonthParts.of(value, pieces.get(next - 1).text()))
                .toArray(Value[]::new);
        return Parsed.of(pieces, from, next, MonthParts.kind(months[0]), months);
    }

    private static Parsed parsed(Pieces pieces, int from, int next, CalendarDate date, Now now) {
        Parsed parsed = Parsed.of(
                        pieces, from, next, Kind.DATE, date.values(now).toArray(Value[]::new))
                .with(date);
        boolean alone = next == from + 1 && pieces.get(from).is(Counter.Kind.DAY);
        if (!alone) {
            return parsed;
        }
        boolean whole = pieces.precedes(from, "丸") || pieces.precedes(from, "まる") || pieces.follows(from, "中");
        return LengthRule.orLasting(parsed, pieces.get(from).count(), whole);
    }

    private static @Nullable Parsed literal(Pieces pieces, int i, Now now) {
        String[] fields = pieces.get(i).text().split(" ", -1);
        if (fields[0].equals("DATE")) {
            CalendarDate date =
                    new CalendarDate(year(fields[1]), Integer.valueOf(fields[2]), Integer.valueOf(fields[3]));
            return date.isPossible() ? weekday(pieces, parsed(pieces, i, i + 1, date, now), date.day()) : null;
        }
        if (fields[0].equals("MONTH_DAY")) {
            CalendarDate date = new CalendarDate(null, Integer.valueOf(fields[1]), Integer.valueOf(fields[2]));
            return date.isPossible()
                    ? weekday(pieces, AmountRule.orFraction(parsed(pieces, i, i + 1, date, now), fields), date.day())
                    : null;
        }
        return null;
    }

    private static int year(String written) {
        int era = "MTSHR".indexOf(written.charAt(0));
        int[] before = {1867, 1911, 1925, 1988, 2018};
        return era < 0 ? Integer.parseInt(written) : before[era] + Integer.parseInt(written.substring(1));
    }
}
