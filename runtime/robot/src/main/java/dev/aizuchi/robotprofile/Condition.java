package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compare a value of a message, or of the state, with what is written.
 *
 * @param value expression over the message or the state
 * @param is what it must equal; absent when it is bounded instead
 * @param above what it must lie above; absent for no bound
 * @param below what it must lie below; absent for no bound
 */
record Condition(
        Expression value,
        @Nullable Template is,
        @Nullable Double above,
        @Nullable Double below) {
    Condition {
        Objects.requireNonNull(value, "value is missing: an expression over the message");
        if ((is == null) == (above == null && below == null)) {
            throw new IllegalArgumentException("a condition needs either is, or above, below or both");
        }
    }

    /**
     * Tell whether it holds.
     *
     * @param message what {@code value} is looked up in
     * @param order what {@code is} may name
     * @throws IllegalArgumentException when a name is not there
     */
    boolean holds(Datum.Fields message, Datum.Fields order) {
        Datum found = value.in(message);
        if (is != null) {
            Datum wanted = is.in(order);
            boolean numbers = isNumber(found) && isNumber(wanted);
            return numbers ? Expression.number(found) == Expression.number(wanted) : found.equals(wanted);
        }
        double number = Expression.number(found);
        return (above == null || number > above) && (below == null || number < below);
    }

    private static boolean isNumber(Datum datum) {
        return datum instanceof Datum.Whole || datum instanceof Datum.Real;
    }
}
