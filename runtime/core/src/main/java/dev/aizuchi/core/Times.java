package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.value.FoundValue;
import dev.aizuchi.japanese.value.FoundValue.Alternative;
import dev.aizuchi.japanese.value.Kind;
import dev.aizuchi.japanese.value.Value;
import dev.aizuchi.skill.Slot;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Write times, days and lengths of time as the wire spells them; immutable.
 *
 * <p>A time without 午前 or 午後 is taken in waking hours where that leaves one; 7時 and 8時 may be either.
 */
final class Times {
    private static final String NOON = "12:00";
    /** Nobody wants to be woken before, unless they say so. */
    private static final LocalTime DAWN = LocalTime.of(4, 30);

    private static final LocalTime WAKE = LocalTime.of(7, 0);
    private static final LocalTime SLEEP = LocalTime.of(21, 0);
    private static final Pattern RELATIVE_DAY =
            Pattern.compile("(today|tomorrow|yesterday|in_\\d+_days|\\d+_days_ago)(?:[T_].*)?");
    private static final Pattern LENGTH = Pattern.compile("(?:in_)?(\\d+)_(minute|hour)s?(_ago)?");
    /** Of the figures of a length of time that anybody means. */
    private static final int LONGEST = 4;

    private static final Pattern AT_HOUR = Pattern.compile(";BYHOUR=(\\d+);BYMINUTE=(\\d+)");
    private static final int ISO_DATE = "2026-01-01".length();

    private final Pattern morning;
    private final Pattern evening;

    Times(DataFile data) {
        morning = Pattern.compile(String.join("|", data.lines("morning")));
        evening = Pattern.compile(String.join("|", data.lines("evening")));
    }

    /**
     * Give the times of day that a value may mean.
     *
     * @param value found with today known
     * @param text the whole utterance, whose other words may tell the half of the day
     */
    List<String> times(FoundValue value, String text) {
        List<LocalTime> all =
                readings(value).flatMap(each -> time(each).stream()).distinct().toList();
        if (all.size() < 2) {
            return written(all);
        }
        boolean early = morning.matcher(text).find();
        boolean late = evening.matcher(text).find();
        Optional<LocalTime> half = all.stream()
                .filter(time -> early != late && time.isBefore(LocalTime.NOON) == early && !time.isBefore(DAWN))
                .findFirst();
        if (half.isPresent()) {
            return written(List.of(half.get()));
        }
        List<LocalTime> awake = all.stream()
                .filter(time -> !time.isBefore(WAKE) && time.isBefore(SLEEP))
                .toList();
        return written(awake.isEmpty() ? all.subList(0, 1) : awake);
    }

    /** Give the day of a value: relative where it was said so, else of the calendar; a time of day has none. */
    static Optional<String> day(FoundValue relative, Optional<FoundValue> dated) {
        boolean isOfToday = relative.kind() == Kind.TIME || relative.kind() == Kind.TIME_RANGE;
        if (isOfToday || isLength(relative)) {
            return Optional.empty();
        }
        Matcher near = RELATIVE_DAY.matcher(relative.value().wire());
        if (near.matches()) {
            return Optional.of(near.group(1));
        }
        return dated.map(FoundValue::value).flatMap(Times::date);
    }

    /** Tell whether a value is so many minutes or hours, be it from now, ago or by itself. */
    static boolean isLength(FoundValue relative) {
        return relative.value() instanceof Value.Length
                || LENGTH.matcher(relative.value().wire()).matches();
    }

    /** Give how long from now a value says something shall be. */
    static Optional<String> fromNow(FoundValue relative) {
        Optional<Long> minutes = relative.value() instanceof Value.Length length
                ? Optional.of(length.duration()
                        .plusDays(length.period().get(ChronoUnit.DAYS))
                        .toMinutes())
                : minutes(relative.value().wire());
        return minutes.filter(any -> any > 0).map("in_%d_min"::formatted);
    }

    private static Optional<Long> minutes(String wire) {
        Matcher near = LENGTH.matcher(wire);
        if (!near.matches() || near.group(3) != null || near.group(1).length() > LONGEST) {
            return Optional.empty();
        }
        long number = Long.parseLong(near.group(1));
        return Optional.of(near.group(2).equals("hour") ? number * 60 : number);
    }

    private static Stream<Value> readings(FoundValue value) {
        return Stream.concat(
                Stream.of(value.value()), value.alternatives().stream().map(Alternative::value));
    }

    private static Optional<LocalTime> time(Value value) {
        if (value instanceof Value.Clock clock) {
            return Optional.of(clock.time());
        }
        if (value instanceof Value.Moment moment) {
            return Optional.of(moment.dateTime().toLocalTime());
        }
        if (value instanceof Value.Interval interval) {
            return time(interval.from());
        }
        Matcher hour = AT_HOUR.matcher(value.wire());
        return value instanceof Value.Recurrence && hour.find()
                ? Optional.of(LocalTime.of(Integer.parseInt(hour.group(1)), Integer.parseInt(hour.group(2))))
                : Optional.empty();
    }

    private static Optional<String> date(Value value) {
        if (value instanceof Value.Day || value instanceof Value.Moment) {
            return Optional.of(value.wire().substring(0, ISO_DATE));
        }
        return value instanceof Value.Interval interval ? date(interval.from()) : Optional.empty();
    }

    private static List<String> written(List<LocalTime> times) {
        List<String> written = new ArrayList<>();
        times.forEach(time -> written.add(time.withSecond(0).withNano(0).toString()));
        return written;
    }

    /** Tell whether two times of day, as on the wire, are both before noon or both after it. */
    static boolean areInSameHalf(String one, String other) {
        return one.compareTo(NOON) < 0 == other.compareTo(NOON) < 0;
    }

    /** Tell whether a slot asks when. */
    static boolean isAsked(Slot<?> slot) {
        return slot.kind() instanceof Slot.Kind.Time || slot.kind() instanceof Slot.Kind.Moment;
    }

    static boolean isTime(Kind kind) {
        return switch (kind) {
            case TIME, TIME_RANGE, DATETIME, DATETIME_RANGE, RECURRENCE -> true;
            default -> false;
        };
    }
}
