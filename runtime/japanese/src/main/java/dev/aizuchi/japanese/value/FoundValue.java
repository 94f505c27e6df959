package dev.aizuchi.japanese.value;

import java.util.List;

/**
 * Describe a value that stands in a text.
 *
 * @param start its first UTF-16 unit in the original text
 * @param end the unit after the last
 * @param surface the original text between them
 * @param kind what it is
 * @param value what it means, the likeliest first
 * @param alternatives what else it may mean, likelier first; never guessed away
 */
public record FoundValue(int start, int end, String surface, Kind kind, Value value, List<Alternative> alternatives) {

    /** Copy what could change. */
    public FoundValue {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Hold another meaning.
     *
     * @param kind what it is then
     * @param value what it means then
     */
    public record Alternative(Kind kind, Value value) {}
}
