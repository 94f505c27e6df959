package dev.aizuchi.speech;

import java.time.Duration;
import java.util.List;

/**
 * Tell what a recogniser made of one utterance.
 *
 * @param hypotheses the readings, best first; never empty
 */
public record Recognition(List<Hypothesis> hypotheses) {
    public Recognition {
        hypotheses = List.copyOf(hypotheses);
        if (hypotheses.isEmpty()) {
            throw new IllegalArgumentException("a recognition needs a hypothesis");
        }
    }

    /** Make one of typed text, which is sure. */
    public static Recognition ofText(String text) {
        return new Recognition(List.of(new Hypothesis(text, 1, List.of())));
    }

    /** Give the best text, without spaces between words. */
    public String text() {
        return hypotheses.get(0).text();
    }

    /** Give the confidence of the best text, from 0 to 1. */
    public double confidence() {
        return hypotheses.get(0).confidence();
    }

    /** One reading of the utterance; unknown words are left out of the text and stand as "[unk]" among the words. */
    public record Hypothesis(String text, double confidence, List<Word> words) {
        public Hypothesis {
            words = List.copyOf(words);
        }
    }

    /** One word with its confidence from 0 to 1 and its place in the sound. */
    public record Word(String text, double confidence, Duration start, Duration end) {}
}
