package dev.aizuchi.core;

import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.value.FoundValue;
import java.util.List;
import java.util.Optional;

/**
 * Hold an utterance, without what its speaker took back, and all values that stand in it; immutable.
 *
 * @param text in the site's spelling
 * @param words it consists of
 * @param values with days as they were said: 明日
 * @param dated the same, days counted from today
 * @param people who are named
 */
record Heard(String text, List<Morpheme> words, List<FoundValue> values, List<FoundValue> dated, List<Found> people) {
    Heard {
        words = List.copyOf(words);
        values = List.copyOf(values);
        dated = List.copyOf(dated);
        people = List.copyOf(people);
    }

    static Span span(FoundValue value) {
        return new Span(value.start(), value.end());
    }

    /** Find the value of the calendar that stands where this one does. */
    Optional<FoundValue> dated(FoundValue value) {
        return dated.stream().filter(other -> span(other).overlaps(span(value))).findFirst();
    }
}
