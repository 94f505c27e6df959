package dev.aizuchi.core;

/**
 * Mark a part of an utterance.
 *
 * @param start its first UTF-16 unit
 * @param end the unit after the last
 */
record Span(int start, int end) {
    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Give how many units lie between the two; 0 where they touch or overlap. */
    int gap(Span other) {
        return Math.max(0, Math.max(other.start - end, start - other.end));
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
