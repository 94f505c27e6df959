package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Find times of day: 三時半, 午後3時, 夜の八時, 正午, 10:30, 五時十分前; without 午前/午後 both readings are given. */
final class ClockRule implements Rule {
    private static final int NOON = 12;
    private static final int DAY = 24;

    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        int at = i;
        String part = "";
        while (pieces.is(at, Role.MERIDIEM) || isPart(pieces, at)) {
            if (at > i && !pieces.linked(at, "の")) {
                return null;
            }
            part = part.equals("am") || part.equals("pm")
                    ? part
                    : pieces.get(at).text();
            at++;
        }
        if (at > i && !pieces.linked(at, "の", " ", "、")) {
            return null;
        }
        if (pieces.is(at, Role.CLOCK)) {
            return Parsed.of(pieces, i, at + 1, Kind.TIME, clock(pieces.get(at).n()));
        }
        if (pieces.is(at, Role.LITERAL) && pieces.get(at).text().startsWith("TIME ")) {
            return literal(pieces, i, at, part);
        }
        return pieces.get(at).is(Counter.Kind.HOUR) ? spoken(pieces, i, at, part) : null;
    }

    private static boolean isPart(Pieces pieces, int i) {
        return pieces.is(i, Role.DAYPART) && !pieces.get(i).text().contains("_");
    }

    private static @Nullable Parsed spoken(Pieces pieces, int from, int at, String part) {
        int hour = pieces.get(at).count();
        int minute = 0;
        int second = 0;
        int next = at + 1;
        if (pieces.joined(next, Role.HALF)) {
            minute = 30;
            next++;
        } else if (pieces.joined(next) && pieces.get(next).is(Counter.Kind.MINUTE)) {
            minute = pieces.get(next).count();
            next++;
            if (pieces.joined(next) && pieces.get(next).is(Counter.Kind.SECOND)) {
                second = pieces.get(next).count();
                next++;
            }
        }
        if (hour < 0 || hour > 29 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        boolean before =
                minute > 0 && next == at + 2 && pieces.is(next - 1, Role.COUNTED) && isBefore(pieces, next - 1);
        int minutes = before ? hour * 60 - minute : hour * 60 + minute;
        String half = part;
        if (half.isEmpty() && pieces.joined(next, Role.MERIDIEM)) {
            half = pieces.get(next++).text();
        }
        Parsed parsed = readings(pieces, from, next, minutes, second, half);
        return before ? new Parsed(parsed.start(), parsed.end() + 1, next, parsed.readings(), null) : parsed;
    }

    private static boolean isBefore(Pieces pieces, int i) {
        return pieces.follows(i, "前") && !pieces.follows(i, "前後");
    }

    private static Parsed literal(Pieces pieces, int from, int at, String part) {
        String[] fields = pieces.get(at).text().split(" ", -1);
        int minutes = Integer.parseInt(fields[1]) * 60 + Integer.parseInt(fields[2]);
        int second = fields.length > 3 ? Integer.parseInt(fields[3]) : 0;
        boolean suffixed = part.isEmpty() && pieces.is(at + 1, Role.MERIDIEM) && pieces.linked(at + 1, " ");
        String half = suffixed ? pieces.get(at + 1).text() : part;
        int next = suffixed ? at + 2 : at + 1;
        if (half.isEmpty()) {
            // A clock writes 24 hours.
            return Parsed.of(pieces, from, next, Kind.TIME, clock(minutes, second));
        }
        return readings(pieces, from, next, minutes, second, half);
    }

    private static Parsed readings(Pieces pieces, int from, int next, int minutes, int second, String part) {
        Set<Value> values = new LinkedHashSet<>();
        for (int reading : minutesOfDay(minutes, part)) {
            values.add(clock(reading, second));
        }
        return Parsed.of(pieces, from, next, Kind.TIME, values.toArray(Value[]::new));
    }

    /** Say which minutes of the day may be meant, the likeliest first. */
    private static List<Integer> minutesOfDay(int minutes, String part) {
        int hour = minutes / 60;
        int late = minutes + NOON * 60;
        if (hour == 0 && (part.equals("pm") || part.equals("noon") || part.equals("afternoon"))) {
            return List.of(late);
        }
        if (hour > NOON || hour == 0) {
            return List.of(minutes);
        }
        boolean twelve = hour == NOON;
        return switch (part) {
            case "am", "morning", "early" ->
                twelve && part.equals("am") ? List.of(minutes - NOON * 60, minutes) : List.of(minutes);
            case "pm" -> twelve ? List.of(minutes, minutes - NOON * 60) : List.of(late);
            case "noon", "afternoon" -> hour < 9 ? List.of(late) : List.of(minutes);
            case "evening" -> List.of(twelve ? minutes : late);
            case "night" -> twelve ? List.of(0 + minutes - NOON * 60) : List.of(hour >= 5 ? late : minutes);
            case "midnight" -> twelve ? List.of(minutes - NOON * 60) : List.of(hour >= 9 ? late : minutes);
            default -> open(minutes, twelve);
        };
    }

    /** Waking hours go first where they leave one reading; the other one is still told. */
    private static List<Integer> open(int minutes, boolean twelve) {
        int hour = minutes / 60;
        int other = twelve ? minutes - NOON * 60 : minutes + NOON * 60;
        return hour < 6 ? List.of(other, minutes) : List.of(minutes, other);
    }

    static Value.Clock clock(int minutes) {
        return clock(minutes, 0);
    }

    private static Value.Clock clock(int minutes, int second) {
        int within = Math.floorMod(minutes, DAY * 60);
        return new Value.Clock(LocalTime.of(within / 60, within % 60, second));
    }
}
