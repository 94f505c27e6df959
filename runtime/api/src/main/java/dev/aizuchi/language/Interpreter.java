package dev.aizuchi.language;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Find the intents that an utterance may mean. */
public interface Interpreter {

    /** Give the intents that are near enough to act on, best first; empty when none is. */
    List<Match> interpret(String text);

    /** Tell how an utterance is judged, with what came near but did not suffice. */
    default Interpretation explain(String text) {
        List<Match> matches = interpret(text);
        return new Interpretation(
                text,
                matches.isEmpty() ? Interpretation.Verdict.NOT_UNDERSTOOD : Interpretation.Verdict.UNDERSTOOD,
                matches,
                matches.stream()
                        .map(match -> new Interpretation.Candidate(
                                match.intent(), match.phrase(), match.score(), 0, 0, 0, Set.of()))
                        .toList(),
                matches.isEmpty() ? 0 : matches.get(0).score());
    }

    /**
     * One candidate meaning.
     *
     * @param intent the name under which the phrases were given
     * @param phrase the example that was nearest
     * @param slots what stood in the phrase's {holes}
     * @param score from 0 to 1
     */
    record Match(String intent, String phrase, Map<String, String> slots, double score) {
        public Match {
            slots = Map.copyOf(slots);
        }
    }

    /** How sure an interpreter has to be. */
    enum Caution {
        /** For what moves a robot: only an intent that the words or the rules settle is acted on. */
        CAREFUL,
        /** For what does no harm: the likeliest intent is taken unless the utterance belongs to none. */
        OPEN
    }

    /** An intent as example sentences, with {holes} for what varies. */
    record Intent(String name, List<String> phrases) {
        public Intent {
            phrases = List.copyOf(phrases);
            if (phrases.isEmpty()) {
                throw new IllegalArgumentException("intent " + name + " has no phrases");
            }
        }
    }
}
