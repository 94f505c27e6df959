package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.models.Suggestion;

/** Tell whether a value may stand where a pattern has its default. */
final class Fit {
    private Fit() {}

    /** @throws IllegalArgumentException naming the field that is not there or holds another kind */
    static void require(Datum value, Datum pattern, String path) {
        if (value instanceof Datum.Fields fields && pattern instanceof Datum.Fields known) {
            fields.values().forEach((name, inner) -> {
                Datum expected = known.values().get(name);
                String at = path.isEmpty() ? name : path + "." + name;
                if (expected == null) {
                    throw new IllegalArgumentException("no field " + at
                            + Suggestion.hint(name, known.values().keySet()));
                }
                require(inner, expected, at);
            });
        } else if (value instanceof Datum.Items items && pattern instanceof Datum.Items known) {
            items.values().forEach(item -> known.values().forEach(expected -> require(item, expected, path)));
        } else if (!sameKind(value, pattern)) {
            throw new IllegalArgumentException(path + " holds " + kind(pattern) + ", not " + kind(value)
                    + (pattern instanceof Datum.Whole && value instanceof Datum.Real ? "; write whole(…)" : ""));
        }
    }

    private static boolean sameKind(Datum value, Datum pattern) {
        return value.getClass() == pattern.getClass()
                || (value instanceof Datum.Whole && pattern instanceof Datum.Real);
    }

    private static String kind(Datum datum) {
        return datum instanceof Datum.Fields
                ? "fields"
                : datum instanceof Datum.Items
                        ? "a list"
                        : datum instanceof Datum.Text
                                ? "a text"
                                : datum instanceof Datum.Whole
                                        ? "a whole number"
                                        : datum instanceof Datum.Real
                                                ? "a number"
                                                : datum instanceof Datum.Flag ? "yes or no" : "bytes";
    }
}
