package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.value.FoundValue.Alternative;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hold an expression that a rule found.
 *
 * @param start its first unit in the spelled text
 * @param end the unit after the last
 * @param next the piece behind it
 * @param readings what it may mean, likeliest first; at least one
 * @param date what is known of its day, for what is joined to it
 */
record Parsed(
        int start,
        int end,
        int next,
        List<Alternative> readings,
        @Nullable CalendarDate date) {

    static Parsed of(Pieces pieces, int from, int next, Kind kind, Value... values) {
        List<Alternative> readings =
                Stream.of(values).map(value -> new Alternative(kind, value)).toList();
        return of(pieces, from, next, readings);
    }

    static Parsed of(Pieces pieces, int from, int next, List<Alternative> readings) {
        return new Parsed(pieces.get(from).start(), pieces.get(next - 1).end(), next, readings, null);
    }

    Kind kind() {
        return readings.get(0).kind();
    }

    Value value() {
        return readings.get(0).value();
    }

    /** Leave to the next piece what is its own: 三分|毎週. */
    Parsed endingBefore(int place) {
        return place > start && place < end ? new Parsed(start, place, next, readings, date) : this;
    }

    Parsed with(CalendarDate known) {
        return new Parsed(start, end, next, readings, known);
    }

    /** Give all meanings of the first one's kind. */
    List<Value> values() {
        return readings.stream()
                .filter(reading -> reading.kind() == kind())
                .map(Alternative::value)
                .toList();
    }
}
