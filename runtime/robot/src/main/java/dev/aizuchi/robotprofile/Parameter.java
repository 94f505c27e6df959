package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Capability.Limit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bound one argument of an act; exactly one of the kinds below.
 *
 * @param place whether it is one of the named spots of the file, whose pose then stands in {@code ${place.x}} and so on
 * @param min least number, in the unit that the argument's name ends with
 * @param max greatest number
 * @param oneOf the words that are allowed
 * @param words the words that are allowed, each with what the robot calls it
 * @param maxLength longest text, in UTF-16 units
 * @param flag whether it is yes or no
 * @param preset what it is when an order leaves it out; absent for none
 */
record Parameter(
        boolean place,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable List<String> oneOf,
        @Nullable Map<String, Datum> words,
        @Nullable Integer maxLength,
        boolean flag,
        @Nullable Datum preset) {
    Parameter {
        long kinds = Stream.of(place, min != null, oneOf != null, words != null, maxLength != null, flag)
                .filter(is -> is)
                .count();
        if (kinds != 1 || (min == null) != (max == null)) {
            throw new IllegalArgumentException(
                    "a parameter is one of: place: true, min and max, one-of, words, max-length, flag: true");
        }
    }

    /**
     * Give the limit by which the gate judges.
     *
     * @throws IllegalArgumentException when nothing lies within it
     */
    Limit limit(String name, List<String> places) {
        if (maxLength != null && maxLength < 1) {
            throw new IllegalArgumentException(name + ": max-length must be at least 1, but is " + maxLength);
        }
        if (place) {
            return new Limit.OneOf(name, places);
        }
        if (min != null && max != null) {
            return new Limit.Range(name, min, max);
        }
        if (oneOf != null) {
            return new Limit.OneOf(name, oneOf);
        }
        if (words != null) {
            return new Limit.OneOf(name, List.copyOf(words.keySet()));
        }
        return maxLength == null ? new Limit.YesNo(name) : new Limit.AnyText(name, maxLength);
    }

    /** Tell whether an argument lies within a limit. */
    static boolean allows(Limit limit, Argument argument) {
        if (argument instanceof Argument.Measure measure) {
            return limit instanceof Limit.Range range
                    && measure.value() >= range.min()
                    && measure.value() <= range.max();
        }
        if (argument instanceof Argument.Text text) {
            return limit instanceof Limit.OneOf oneOf
                    ? oneOf.values().contains(text.value())
                    : limit instanceof Limit.AnyText any && text.value().length() <= any.maxLength();
        }
        return limit instanceof Limit.YesNo;
    }
}
