package dev.aizuchi.japanese.reading;

import java.util.List;

/**
 * Hold how a text is read.
 *
 * @param kana the whole in katakana, a blank between accent phrases; particles as they sound (ワ, エ), pauses as 、 and 。
 * @param phrases the accent phrases
 */
public record Reading(String kana, List<Phrase> phrases) {
    /** Copy what could change. */
    public Reading {
        phrases = List.copyOf(phrases);
    }

    /**
     * Hold one accent phrase.
     *
     * @param kana how it is read, in katakana, without marks
     * @param start the first UTF-16 unit in the original text from which it came
     * @param end the unit after the last
     * @param pause whether a pause follows
     */
    public record Phrase(String kana, int start, int end, boolean pause) {}
}
