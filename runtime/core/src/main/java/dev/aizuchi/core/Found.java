package dev.aizuchi.core;

import java.util.List;

/**
 * Hold a value that a part of an utterance names.
 *
 * @param span where it stands
 * @param values its spelling on the wire; more than one where it is not clear which is meant
 */
record Found(Span span, List<String> values) {
    Found {
        values = List.copyOf(values);
    }

    Found(Span span, String value) {
        this(span, List.of(value));
    }

    boolean isClear() {
        return values.size() == 1;
    }
}
