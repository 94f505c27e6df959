package dev.aizuchi.language;

import java.util.List;
import java.util.Map;

/** Find the intents that an utterance may mean. */
public interface Interpreter {

    /** Give the intents that are near enough to act on, best first; empty when none is. */
    List<Match> interpret(String text);

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
