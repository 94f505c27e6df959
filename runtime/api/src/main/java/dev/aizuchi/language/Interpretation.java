package dev.aizuchi.language;

import dev.aizuchi.language.Interpreter.Match;
import java.util.List;
import java.util.Set;

/**
 * Tell how an utterance was judged: what may be acted on, what came near, and why no more than that.
 *
 * @param compared what was compared with the phrases: the wish without politeness before it, in standard spelling
 * @param verdict the outcome
 * @param matches the intents that may be acted on, best first; empty unless the verdict is understood
 * @param candidates the intents that came nearest, best first, whether or not they suffice; the second is the runner-up
 * @param belongs the probability, from 0 to 1, that the utterance belongs to any of the intents
 */
public record Interpretation(
        String compared, Verdict verdict, List<Match> matches, List<Candidate> candidates, double belongs) {
    /** Copies the lists. */
    public Interpretation {
        matches = List.copyOf(matches);
        candidates = List.copyOf(candidates);
    }

    /** What became of an utterance. */
    public enum Verdict {
        /** An intent was near enough. */
        UNDERSTOOD,
        /** It may belong to an intent, but none was near enough. */
        NOT_UNDERSTOOD,
        /** It is most likely none of the intents' business. */
        OUT_OF_DOMAIN,
        /** Two opposite intents came out alike, such as on and off: nobody should guess. */
        UNDECIDED
    }

    /** Why a rule speaks against an intent, however alike the words are. */
    public enum Objection {
        /** It says the contrary: off for on, 来ないで for 来て. */
        CONTRARY,
        /** It does something else: a report or a question where the phrase asks for an act. */
        OTHER_ACT,
        /** It names a thing of which no phrase of the intent speaks. */
        STRANGE_THING,
        /** It says something else of the same thing. */
        OTHER_STATEMENT
    }

    /**
     * One intent and what speaks for and against it; likenesses are cosines or shares up to 1.
     *
     * @param phrase the example that was nearest
     * @param score the probability, from 0 to 1, that this intent is meant
     * @param meaning likeness of the vectors of the two nearest phrases; 0 without an encoder
     * @param letters likeness of their letters and sounds
     * @param words how much the words of the best phrase agree
     * @param objections what the rules say against it
     */
    public record Candidate(
            String intent,
            String phrase,
            double score,
            double meaning,
            double letters,
            double words,
            Set<Objection> objections) {
        /** Copies the objections. */
        public Candidate {
            objections = Set.copyOf(objections);
        }
    }
}
