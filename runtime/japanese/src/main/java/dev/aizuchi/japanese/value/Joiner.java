package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.value.FoundValue.Alternative;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Join expressions that belong together: 3時から4時半, 10〜15人, 明日の + 午後3時. */
final class Joiner {
    private static final List<String> TO =
            List.of("から", "〜", "-", "より", "ないし", "、から", "から、", "から翌日の", "から翌", " - ", "〜翌");
    private static final List<String> OF = List.of("", "の", "、", " ", "T", ",");
    private static final int WAKE = 6;
    private static final int SLEEP = 23;

    private Joiner() {}

    static List<Parsed> joined(List<Parsed> parsed, String text, Now now) {
        return dateTimes(ranges(parsed, text, now), text);
    }

    private static List<Parsed> ranges(List<Parsed> parsed, String text, Now now) {
        List<Parsed> joined = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            Parsed first = parsed.get(i);
            Parsed range = null;
            if (i + 1 < parsed.size() && TO.contains(between(first, parsed.get(i + 1), text))) {
                range = range(first, parsed.get(i + 1), now);
            }
            joined.add(range == null ? first : range);
            i += range == null ? 0 : 1;
        }
        return joined;
    }

    private static String between(Parsed first, Parsed second, String text) {
        return second.start() >= first.end() ? text.substring(first.end(), second.start()) : "?";
    }

    private static @Nullable Parsed range(Parsed first, Parsed second, Now now) {
        Kind kind = first.kind();
        if (kind == Kind.TIME && second.kind() == Kind.TIME) {
            return with(first, second, Kind.TIME_RANGE, TimeRanges.of(first.values(), second.values()));
        }
        if (kind == Kind.DATE && second.kind() == Kind.DATE) {
            return dates(first, second, now);
        }
        if (kind == Kind.DURATION && second.kind() == Kind.DURATION) {
            return with(first, second, Kind.DURATION, List.of(new Value.Interval(first.value(), second.value())));
        }
        boolean amounts = first.value() instanceof Value.Amount && second.value() instanceof Value.Amount;
        if (!amounts) {
            return null;
        }
        Value.Amount low = (Value.Amount) first.value();
        Value.Amount high = (Value.Amount) second.value();
        boolean alike = low.unit().equals(high.unit())
                || (kind == Kind.NUMBER && low.unit().isEmpty());
        return alike && low.number().compareTo(high.number()) < 0
                ? with(
                        first,
                        second,
                        second.kind(),
                        List.of(new Value.AmountRange(low.number(), high.number(), high.unit())))
                : null;
    }

    private static Parsed dates(Parsed first, Parsed second, Now now) {
        CalendarDate from = first.date();
        CalendarDate to = second.date();
        Value end = second.value();
        Value begin = first.value();
        if (from != null && to != null) {
            CalendarDate known = known(begin, from);
            CalendarDate within = to.within(known);
            if (within.isPossible()) {
                end = within.values(now).get(0);
            }
            if (begin instanceof Value.Day a
                    && end instanceof Value.Day b
                    && b.date().isBefore(a.date())
                    && to.year() == null) {
                end = new Value.Day(
                        to.month() == null ? b.date().plusMonths(1) : b.date().plusYears(1));
            }
        }
        if (begin instanceof Value.Day a
                && end instanceof Value.Day b
                && b.date().isBefore(a.date())
                && b.date().isAfter(a.date().minusWeeks(1))) {
            end = new Value.Day(b.date().plusWeeks(1));
        }
        return with(first, second, Kind.DATE_RANGE, List.of(new Value.Interval(begin, end)));
    }

    /** What the first date turned out to be, also when it is a month. */
    private static CalendarDate known(Value begin, CalendarDate from) {
        if (begin instanceof Value.Day day) {
            return CalendarDate.of(day.date());
        }
        boolean month = begin.wire().matches("[0-9]{4}-[0-9]{2}");
        return month ? new CalendarDate(Integer.valueOf(begin.wire().substring(0, 4)), from.month(), null) : from;
    }

    private static Parsed with(Parsed first, Parsed second, Kind kind, List<? extends Value> values) {
        List<Alternative> readings =
                values.stream().map(value -> new Alternative(kind, value)).toList();
        return new Parsed(first.start(), second.end(), second.next(), readings, null);
    }

    private static List<Parsed> dateTimes(List<Parsed> parsed, String text) {
        List<Parsed> joined = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            Parsed first = parsed.get(i);
            Parsed second = i + 1 < parsed.size() ? parsed.get(i + 1) : null;
            boolean near = second != null
                    && OF.contains(between(first, second, text))
                    && first.value() instanceof Value.Day
                    && first.kind() == Kind.DATE;
            Parsed moment = near && second != null ? moment(first, second) : null;
            joined.add(moment == null ? first : moment);
            i += moment == null ? 0 : 1;
        }
        return joined;
    }

    private static @Nullable Parsed moment(Parsed first, Parsed second) {
        LocalDate date = ((Value.Day) first.value()).date();
        if (second.kind() == Kind.TIME) {
            return with(first, second, Kind.DATETIME, mapped(second, value -> at(date, value)));
        }
        if (second.kind() == Kind.TIME_RANGE) {
            return with(
                    first, second, Kind.DATETIME_RANGE, mapped(second, value -> span(date, (Value.Interval) value)));
        }
        boolean part = second.kind() == Kind.DAYPART && !second.value().wire().contains("_");
        return part
                ? with(
                        first,
                        second,
                        Kind.DATETIME,
                        List.of(new Value.PartialDate(
                                date + Dayparts.suffix(second.value().wire()))))
                : null;
    }

    private static List<Value> mapped(Parsed parsed, Function<Value, Value> change) {
        return parsed.values().stream().map(change).toList();
    }

    private static Value at(LocalDate date, Value time) {
        return new Value.Moment(LocalDateTime.of(date, ((Value.Clock) time).time()));
    }

    private static Value span(LocalDate date, Value.Interval times) {
        LocalTime from = ((Value.Clock) times.from()).time();
        LocalTime to = ((Value.Clock) times.to()).time();
        LocalDate last = to.isBefore(from) ? date.plusDays(1) : date;
        return new Value.Interval(at(date, times.from()), new Value.Moment(LocalDateTime.of(last, to)));
    }

    /** Join a day that was said with part of it (今晩) and a time. */
    static Parsed dateTime(@Nullable LocalDate date, String name, Parsed time) {
        List<Alternative> readings = time.values().stream()
                .map(value -> new Alternative(
                        Kind.DATETIME,
                        date == null ? new Value.PartialDate(name + "T" + value.wire()) : at(date, value)))
                .toList();
        return new Parsed(time.start(), time.end(), time.next(), readings, null);
    }

    /** Choose which readings of two times make a range: awake if possible, short rather than long. */
    private static final class TimeRanges {
        static List<Value> of(List<Value> from, List<Value> to) {
            List<Value.Interval> ranges = new ArrayList<>();
            from.forEach(begin -> to.forEach(end -> ranges.add(new Value.Interval(begin, end))));
            ranges.sort((a, b) -> Integer.compare(cost(a), cost(b)));
            List<Value> best = new ArrayList<>();
            for (Value.Interval range : ranges) {
                if (best.size() < 2 && minutes(range) <= minutes(ranges.get(0)) && minutes(range) > 0) {
                    best.add(range);
                }
            }
            return best.isEmpty() ? List.of(ranges.get(0)) : best;
        }

        private static int cost(Value.Interval range) {
            int from = ((Value.Clock) range.from()).time().getHour();
            int to = ((Value.Clock) range.to()).time().getHour();
            boolean asleep = from < WAKE || from >= SLEEP || to < WAKE || to > SLEEP;
            int minutes = minutes(range);
            return (asleep ? 10_000 : 0) + (minutes == 0 ? 5_000 : minutes);
        }

        private static int minutes(Value.Interval range) {
            int from = ((Value.Clock) range.from()).time().toSecondOfDay() / 60;
            int to = ((Value.Clock) range.to()).time().toSecondOfDay() / 60;
            return Math.floorMod(to - from, 24 * 60);
        }
    }
}
