package dev.aizuchi.app.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Hold one thing that was reported to the robot.
 *
 * @param at when the robot was ordered to write it down or to pass it on
 * @param kind such as {@code casualty}, {@code triage}, {@code supplies}, {@code message}
 * @param values what was named, by the keys of the slots
 * @param words what was to be passed on; "" where there are none or the journal does not hold them
 * @param corrects whether it replaces the last entry of its kind
 * @param state what became of it
 */
record Entry(Instant at, String kind, Map<String, String> values, String words, boolean corrects, State state) {
    /** Say what became of an entry; only what is done counts in totals. */
    enum State {
        /** It was written down or passed on. */
        DONE,
        /** The journal ends before the robot answered. */
        OPEN,
        /** A later entry puts it right. */
        CORRECTED,
        /** The robot did not do it. */
        FAILED,
        /** The safety gate did not let it through. */
        REFUSED
    }

    Entry {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Entry in(State other) {
        return new Entry(at, kind, values, words, corrects, other);
    }

    boolean counts() {
        return state == State.DONE;
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }

    OptionalDouble number(String key) {
        try {
            return OptionalDouble.of(Double.parseDouble(value(key)));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
