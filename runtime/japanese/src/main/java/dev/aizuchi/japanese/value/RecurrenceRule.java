package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Find what comes again and again: 毎朝八時, 毎週月曜と木曜の十時, 三時間おき, 月水金, 一日三回, 週に二回. */
final class RecurrenceRule implements Rule {
    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    private static final Map<Counter.Kind, String> FREQUENCIES = Map.of(
            Counter.Kind.SECOND,
            "SECONDLY",
            Counter.Kind.MINUTE,
            "MINUTELY",
            Counter.Kind.MINUTES,
            "MINUTELY",
            Counter.Kind.HOURS,
            "HOURLY",
            Counter.Kind.DAY,
            "DAILY",
            Counter.Kind.DAYS,
            "DAILY",
            Counter.Kind.WEEKS,
            "WEEKLY",
            Counter.Kind.MONTHS,
            "MONTHLY",
            Counter.Kind.YEAR,
            "YEARLY",
            Counter.Kind.YEARS,
            "YEARLY");

    private final ClockRule clock = new ClockRule();

    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        return switch (pieces.get(i).role()) {
            case EVERY -> every(pieces, i, now);
            case WEEKDAYS ->
                pieces.get(i).text().equals("SA,SU") && !pieces.follows(i, "ごと")
                        ? null
                        : timed(
                                pieces,
                                i,
                                i + 1,
                                "FREQ=WEEKLY;BYDAY=" + pieces.get(i).text(),
                                "",
                                now);
            case WEEKDAY -> pieces.follows(i, "ごと") || pieces.follows(i, "毎") ? weekdays(pieces, i, now) : null;
            case PER -> frequency(pieces, i, i + 1, pieces.get(i).text());
            case COUNTED -> counted(pieces, i);
            default -> null;
        };
    }

    private Parsed weekdays(Pieces pieces, int i, Now now) {
        int length = pieces.follows(i, "ごと") ? 2 : 1;
        Parsed parsed = timed(
                pieces, i, i + 1, "FREQ=WEEKLY;BYDAY=" + DAYS[pieces.get(i).n() - 1], "", now);
        return parsed.next() > i + 1
                ? parsed
                : new Parsed(parsed.start(), parsed.end() + length, i + 1, parsed.readings(), null);
    }

    private Parsed every(Pieces pieces, int i, Now now) {
        String[] text = pieces.get(i).text().split("\t", -1);
        String rule = text[0];
        int next = i + 1;
        if (rule.startsWith("FREQ=WEEKLY")) {
            List<String> days = new ArrayList<>();
            while (pieces.is(next, Role.WEEKDAY) && pieces.linked(next, "の", "と", "、", "・", "や", "及び", "または", "か")) {
                days.add(DAYS[pieces.get(next++).n() - 1]);
            }
            if (days.isEmpty() && pieces.is(next, Role.WEEKDAYS) && pieces.linked(next, "の", "、")) {
                days.add(pieces.get(next++).text());
            }
            rule = days.isEmpty() ? rule : rule + ";BYDAY=" + String.join(",", days);
        }
        if (rule.startsWith("FREQ=MONTHLY") && pieces.linked(next, "の", "、", "最終", "の最終", "最後の", "の最後の")) {
            if (pieces.get(next).is(Counter.Kind.DAY) && pieces.get(next).count() > 0) {
                rule += ";BYMONTHDAY=" + pieces.get(next++).count();
                while (pieces.get(next).is(Counter.Kind.DAY)
                        && pieces.get(next).count() > 0
                        && !pieces.joined(next)
                        && pieces.linked(next, "と", "、", "・", "や")) {
                    rule += "," + pieces.get(next++).count();
                }
            } else if (pieces.is(next, Role.MONTH_PART)) {
                rule += pieces.get(next++).text().equals("end") ? ";BYMONTHDAY=-1" : ";BYMONTHDAY=1";
            } else if (pieces.is(next, Role.WEEKDAY) && pieces.linked(next, "最終", "の最終", "最後の", "の最後の")) {
                rule += ";BYDAY=-1" + DAYS[pieces.get(next++).n() - 1];
            } else if (pieces.is(next, Role.ORDER) && pieces.is(next + 2, Role.WEEKDAY)) {
                rule += ";BYDAY=" + ordinal(pieces.get(next + 1))
                        + DAYS[pieces.get(next + 2).n() - 1];
                next += 3;
            }
        }
        if (rule.startsWith("FREQ=YEARLY")
                && pieces.linked(next, "の", "、")
                && pieces.get(next).is(Counter.Kind.MONTH)
                && pieces.get(next).count() > 0) {
            rule += ";BYMONTH=" + pieces.get(next++).count();
            if (pieces.linked(next, "の") && pieces.get(next).is(Counter.Kind.DAY)) {
                rule += ";BYMONTHDAY=" + pieces.get(next++).count();
            }
        }
        return timed(pieces, i, next, rule, text.length > 1 ? text[1] : "", now);
    }

    private static int ordinal(Piece piece) {
        return piece.numeral() == null ? 1 : piece.numeral().value().intValue();
    }

    /** Take a time of day that follows, as part of the rule. */
    private Parsed timed(Pieces pieces, int from, int next, String rule, String part, Now now) {
        if (!rule.contains("HOURLY") && pieces.linked(next, "の", "、", " ", "に")) {
            Pieces seen = pieces;
            int at = next;
            if (part.equals("morning") || part.equals("noon") || part.equals("evening") || part.equals("night")) {
                Piece last = pieces.get(next - 1);
                seen = pieces.replacing(next - 1, Piece.word(last.start(), last.end(), Role.DAYPART, 0, part));
                at = next - 1;
            }
            Parsed time = clock.at(seen, at, now);
            if (time != null && time.next() > next) {
                Value[] rules = time.values().stream()
                        .map(value -> new Value.Recurrence(rule + at(((Value.Clock) value).time())))
                        .toArray(Value[]::new);
                return new Parsed(
                        pieces.get(from).start(),
                        time.end(),
                        time.next(),
                        Parsed.of(pieces, from, time.next(), Kind.RECURRENCE, rules)
                                .readings(),
                        null);
            }
        }
        boolean named = part.isEmpty() && pieces.is(next, Role.DAYPART) && pieces.linked(next, "の");
        if (named) {
            return Parsed.of(
                    pieces,
                    from,
                    next + 1,
                    Kind.RECURRENCE,
                    new Value.Recurrence(rule + ";X-PART=" + pieces.get(next).text()));
        }
        String whole = part.isEmpty() ? rule : rule + ";X-PART=" + part;
        return Parsed.of(pieces, from, next, Kind.RECURRENCE, new Value.Recurrence(whole));
    }

    private static String at(LocalTime time) {
        return ";BYHOUR=" + time.getHour() + ";BYMINUTE=" + time.getMinute();
    }

    /** 三時間おき, 二日おき (every third day), 一日三回, 四時間に一回. */
    private static @Nullable Parsed counted(Pieces pieces, int i) {
        Piece piece = pieces.get(i);
        Counter counter = piece.counter();
        String unit = counter == null ? null : FREQUENCIES.get(counter.kind());
        int n = piece.count();
        if (unit == null || n <= 0) {
            return null;
        }
        boolean skipping = pieces.follows(i, "おき") || pieces.follows(i, "置き");
        boolean each = pieces.follows(i, "ごと") || pieces.follows(i, "毎") || pieces.follows(i, "間隔");
        if (skipping || each) {
            // 一日おき skips a day; 三時間おき is every three hours.
            boolean skips = skipping
                    && (unit.equals("DAILY")
                            || unit.equals("WEEKLY")
                            || unit.equals("MONTHLY")
                            || unit.equals("YEARLY"));
            int interval = skips ? n + 1 : n;
            String rule = "FREQ=" + unit + (interval == 1 ? "" : ";INTERVAL=" + interval);
            Parsed parsed = Parsed.of(pieces, i, i + 1, Kind.RECURRENCE, new Value.Recurrence(rule));
            int length = pieces.follows(i, "毎") ? 1 : 2;
            return new Parsed(parsed.start(), parsed.end() + length, i + 1, parsed.readings(), null);
        }
        LengthRule.Sum sum = new LengthRule.Sum(false);
        sum.add(piece);
        boolean perDay = pieces.linked(i + 1, "に", "に対し")
                && (pieces.joined(i + 1) ? counter != null && counter.kind() == Counter.Kind.DAY && n == 1 : true);
        return perDay ? frequency(pieces, i, i + 1, sum.length().wire()) : null;
    }

    private static @Nullable Parsed frequency(Pieces pieces, int from, int at, String period) {
        if (pieces.is(at, Role.NUMBER) && pieces.linked(at + 1, "〜")) {
            Parsed upTo = frequency(pieces, from, at + 1, period);
            return upTo == null
                    ? null
                    : Parsed.of(
                            pieces,
                            from,
                            at + 2,
                            Kind.FREQUENCY,
                            new Value.Frequency(
                                    pieces.get(at).count() + ".."
                                            + pieces.get(at + 1).count(),
                                    period));
        }
        Piece times = pieces.get(at);
        boolean counts = times.role() == Role.COUNTED
                && (times.is(Counter.Kind.TIMES)
                        || times.is(Counter.Kind.DEGREE)
                        || (times.is(Counter.Kind.DAY) && period.equals("P1W"))
                        || (times.rival() != null && times.rival().kind() == Counter.Kind.TIMES));
        if (!counts) {
            return null;
        }
        String low = times.number().value().toPlainString();
        String number =
                times.number().isVague() ? low + ".." + times.number().highest().toPlainString() : low;
        return Parsed.of(pieces, from, at + 1, Kind.FREQUENCY, new Value.Frequency(number, period));
    }
}
