package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.value.FoundValue.Alternative;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Find durations, and moments told by them: 一時間半, 三日間, 1年3か月, 十分後, 三日前, 二、三分. */
final class LengthRule implements Rule {
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final Map<Counter.Kind, String> UNITS = Map.ofEntries(
            Map.entry(Counter.Kind.SECOND, "S"),
            Map.entry(Counter.Kind.SECONDS, "S"),
            Map.entry(Counter.Kind.MINUTE, "M"),
            Map.entry(Counter.Kind.MINUTES, "M"),
            Map.entry(Counter.Kind.HOURS, "H"),
            Map.entry(Counter.Kind.DAY, "d"),
            Map.entry(Counter.Kind.DAYS, "d"),
            Map.entry(Counter.Kind.WEEKS, "w"),
            Map.entry(Counter.Kind.MONTHS, "m"),
            Map.entry(Counter.Kind.YEAR, "y"),
            Map.entry(Counter.Kind.YEARS, "y"),
            Map.entry(Counter.Kind.NIGHTS, "d"));
    private static final String ORDER = "ymwdHMS";
    private static final String[] NAMES = {"year", "month", "week", "day", "hour", "minute", "second"};

    private static final List<String> AFTER = List.of("後", "あと", "のち", "先", "ご");
    private static final List<String> BEFORE = List.of("前", "まえ");
    private static final List<String> NO_DIRECTION =
            List.of("後半", "後ろ", "先生", "先着", "ごと", "ごろ", "ごはん", "前後", "前半", "前倒し");

    /** A sum of units that were said. */
    static final class Sum {
        private final BigDecimal[] amounts = new BigDecimal[ORDER.length()];
        private final boolean high;

        Sum(boolean high) {
            this.high = high;
        }

        void add(Piece piece) {
            int unit = ORDER.indexOf(UNITS.getOrDefault(piece.unit().kind(), "S"));
            BigDecimal value = high ? piece.number().highest() : piece.number().value();
            amounts[unit] = value.add(amounts[unit] == null ? BigDecimal.ZERO : amounts[unit]);
        }

        void addHalf(Piece of) {
            int unit = ORDER.indexOf(UNITS.getOrDefault(of.unit().kind(), "S"));
            BigDecimal whole = amounts[unit];
            amounts[unit] = (whole == null ? BigDecimal.ZERO : whole).add(new BigDecimal("0.5"));
        }

        /** Carry what is broken into the next smaller unit: 1.5 years are 1 year 6 months. */
        Value.Length length() {
            BigDecimal years = part(0);
            BigDecimal months = part(1).add(rest(years, 12));
            BigDecimal days = part(3).add(rest(months, 30)).add(part(2).multiply(BigDecimal.valueOf(7)));
            BigDecimal hours = part(4).add(rest(days, 24));
            BigDecimal seconds =
                    hours.multiply(SIXTY).add(part(5)).multiply(SIXTY).add(part(6));
            Period period = Period.of(whole(years), whole(months), whole(days));
            long nanos = seconds.movePointRight(9)
                    .setScale(0, RoundingMode.HALF_UP)
                    .min(BigDecimal.valueOf(Long.MAX_VALUE))
                    .longValue();
            return new Value.Length(period, Duration.ofNanos(nanos));
        }

        private BigDecimal part(int i) {
            return amounts[i] == null ? BigDecimal.ZERO : amounts[i];
        }

        private static BigDecimal rest(BigDecimal amount, int times) {
            return amount.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(times));
        }

        private static int whole(BigDecimal amount) {
            return amount.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        }

        /** Name it when one unit holds a whole number: in_3_days. */
        @Nullable
        String name(int sign) {
            int used = -1;
            for (int i = 0; i < amounts.length; i++) {
                if (amounts[i] != null) {
                    if (used >= 0 || amounts[i].stripTrailingZeros().scale() > 0) {
                        return null;
                    }
                    used = i;
                }
            }
            int n = used < 0 ? 0 : whole(amounts[used]);
            String units = used < 0 ? "" : NAMES[used] + (n == 1 ? "" : "s");
            return used == 3 && n == 1
                    ? RelativeRule.name("day", sign)
                    : sign > 0 ? "in_" + n + "_" + units : n + "_" + units + "_ago";
        }

        boolean isOfDays() {
            return amounts[4] == null && amounts[5] == null && amounts[6] == null;
        }
    }

    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        if (pieces.is(i, Role.LENGTH)) {
            return word(pieces, i, now);
        }
        if (!isUnit(pieces.get(i))) {
            return null;
        }
        if (pieces.get(i).is(Counter.Kind.NIGHTS)
                && pieces.joined(i + 1, Counter.Kind.DAY)
                && pieces.get(i + 1).count() > 0) {
            // 二泊三日 are three days.
            Value days = new Value.Length(Period.ofDays(pieces.get(i + 1).count()), Duration.ZERO);
            return Parsed.of(pieces, i, i + 2, Kind.DURATION, days);
        }
        Sum low = new Sum(false);
        Sum high = new Sum(true);
        int next = i;
        int last = -1;
        while (isUnit(pieces.get(next)) && (next == i || pieces.linked(next, "と"))) {
            int rank = ORDER.indexOf(UNITS.getOrDefault(pieces.get(next).unit().kind(), ""));
            if (rank <= last) {
                break;
            }
            last = rank;
            low.add(pieces.get(next));
            high.add(pieces.get(next++));
        }
        if (pieces.joined(next, Role.HALF)) {
            low.addHalf(pieces.get(next - 1));
            high.addHalf(pieces.get(next - 1));
            next++;
        }
        return directed(pieces, i, next, low, high, now);
    }

    private static boolean isUnit(Piece piece) {
        return piece.counter() != null
                && piece.role() == Role.COUNTED
                && UNITS.containsKey(piece.counter().kind())
                && piece.number().value().compareTo(BigDecimal.valueOf(1_000_000_000L)) < 0;
    }

    private static Parsed directed(Pieces pieces, int from, int next, Sum low, Sum high, Now now) {
        int sign = direction(pieces, next - 1);
        Value.Length least = low.length();
        Value.Length most = high.length();
        if (sign == 0 || !least.equals(most)) {
            Parsed parsed = least.equals(most)
                    ? Parsed.of(pieces, from, next, Kind.DURATION, least)
                    : Parsed.of(pieces, from, next, Kind.DURATION, new Value.Interval(least, most));
            int tail = pieces.follows(next - 1, "間") ? 1 : 0;
            return new Parsed(parsed.start(), parsed.end() + tail, next, parsed.readings(), null);
        }
        int tail = suffixLength(pieces, next - 1);
        Alternative reading = relative(low, least, sign, now);
        List<Alternative> readings = new ArrayList<>(List.of(reading));
        CalendarDate date = reading.value() instanceof Value.Day day ? CalendarDate.of(day.date()) : null;
        return new Parsed(pieces.get(from).start(), pieces.get(next - 1).end() + tail, next, readings, date);
    }

    private static Alternative relative(Sum sum, Value.Length length, int sign, Now now) {
        Kind kind = sum.isOfDays() ? Kind.DATE : Kind.DATETIME;
        if (!now.isKnown()) {
            String name = sum.name(sign);
            return new Alternative(
                    kind,
                    new Value.PartialDate(
                            name != null ? name : sign > 0 ? "in_" + length.wire() : length.wire() + "_ago"));
        }
        LocalDateTime moment = shift(now.time(), length, sign);
        return new Alternative(
                kind, kind == Kind.DATE ? new Value.Day(moment.toLocalDate()) : new Value.Moment(moment.withNano(0)));
    }

    private static LocalDateTime shift(LocalDateTime time, Value.Length length, int sign) {
        try {
            return sign > 0
                    ? time.plus(length.period()).plus(length.duration())
                    : time.minus(length.period()).minus(length.duration());
        } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
            return time;
        }
    }

    /** 1 for 後, -1 for 前, 0 for neither. */
    private static int direction(Pieces pieces, int i) {
        boolean other = pieces.followsAny(i, NO_DIRECTION);
        if (!other && pieces.followsAny(i, AFTER)) {
            return 1;
        }
        return !other && pieces.followsAny(i, BEFORE) ? -1 : 0;
    }

    private static int suffixLength(Pieces pieces, int i) {
        return pieces.follows(i, "あと") || pieces.follows(i, "のち") || pieces.follows(i, "まえ") ? 2 : 1;
    }

    private static Parsed word(Pieces pieces, int i, Now now) {
        String iso = pieces.get(i).text();
        Value.Length length = iso.startsWith("PT")
                ? new Value.Length(Period.ZERO, Duration.parse(iso))
                : new Value.Length(Period.parse(iso), Duration.ZERO);
        int sign = direction(pieces, i);
        if (sign == 0) {
            return Parsed.of(pieces, i, i + 1, Kind.DURATION, length);
        }
        Kind kind = length.duration().isZero() ? Kind.DATE : Kind.DATETIME;
        LocalDateTime moment = now.isKnown() ? shift(now.time(), length, sign) : LocalDateTime.MIN;
        Value value = now.isKnown()
                ? kind == Kind.DATE ? new Value.Day(moment.toLocalDate()) : new Value.Moment(moment)
                : new Value.PartialDate(sign > 0 ? "in_" + iso : iso + "_ago");
        Parsed parsed = Parsed.of(pieces, i, i + 1, kind, value);
        return new Parsed(parsed.start(), parsed.end() + suffixLength(pieces, i), i + 1, parsed.readings(), null);
    }

    /** 三日 may be a day of the month or three days; 丸三日 is likelier the latter. */
    static Parsed orLasting(Parsed date, int days, boolean whole) {
        List<Alternative> readings = new ArrayList<>(date.readings());
        readings.add(
                whole ? 0 : readings.size(),
                new Alternative(Kind.DURATION, new Value.Length(Period.ofDays(days), Duration.ZERO)));
        return new Parsed(date.start(), date.end(), date.next(), readings, date.date());
    }
}
