package dev.aizuchi.japanese.pragmatics;

import java.util.Set;

/**
 * Say what an utterance means as an answer.
 *
 * @param meaning what it means as far as that is clear
 * @param readings what it may mean; two where the engine must ask, none where it is no answer at all
 */
public record Answer(Meaning meaning, Set<Meaning> readings) {
    /** What an answer does. */
    public enum Meaning {
        ACCEPT,
        REFUSE,
        UNCLEAR
    }

    public Answer {
        readings = Set.copyOf(readings);
        if (readings.contains(Meaning.UNCLEAR) || (meaning != Meaning.UNCLEAR && !readings.equals(Set.of(meaning)))) {
            throw new IllegalArgumentException(meaning + " does not follow from " + readings);
        }
    }

    static Answer clear(Meaning meaning) {
        return new Answer(meaning, Set.of(meaning));
    }

    static Answer either() {
        return new Answer(Meaning.UNCLEAR, Set.of(Meaning.ACCEPT, Meaning.REFUSE));
    }

    static Answer none() {
        return new Answer(Meaning.UNCLEAR, Set.of());
    }
}
