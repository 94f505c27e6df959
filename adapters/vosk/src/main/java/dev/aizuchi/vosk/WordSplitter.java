package dev.aizuchi.vosk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Split a phrase into words that a model knows.
 *
 * <p>Every model has its own idea of what a Japanese word is, so the split follows the model's word list: as few words
 * as possible, then as few single characters as possible, then the longest words first.
 */
final class WordSplitter {
    /** No word of a recogniser is longer. */
    private static final int LONGEST = 24;

    private final Predicate<String> known;

    WordSplitter(Predicate<String> known) {
        this.known = known;
    }

    /** Split; empty when some part of the phrase is in no word of the model. */
    Optional<List<String>> split(String phrase) {
        int[] points = boundaries(phrase);
        // Cheapest way from each boundary to the end, found from the end on.
        Step[] best = new Step[points.length];
        best[points.length - 1] = new Step(0, 0, points.length - 1);
        for (int from = points.length - 2; from >= 0; from--) {
            for (int to = Math.min(points.length - 1, from + LONGEST); to > from; to--) {
                Step rest = best[to];
                if (rest == null || !known.test(phrase.substring(points[from], points[to]))) {
                    continue;
                }
                Step step = new Step(rest.words + 1, rest.singles + (to - from == 1 ? 1 : 0), to);
                if (best[from] == null || step.isBetterThan(best[from])) {
                    best[from] = step;
                }
            }
        }
        if (best[0] == null) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (int at = 0; at < points.length - 1; at = best[at].next) {
            words.add(phrase.substring(points[at], points[best[at].next]));
        }
        return Optional.of(Collections.unmodifiableList(words));
    }

    /** Give where code points begin, and the end; a word never ends inside a surrogate pair. */
    private static int[] boundaries(String phrase) {
        int[] points = new int[phrase.codePointCount(0, phrase.length()) + 1];
        for (int i = 1; i < points.length; i++) {
            points[i] = phrase.offsetByCodePoints(points[i - 1], 1);
        }
        return points;
    }

    private record Step(int words, int singles, int next) {
        boolean isBetterThan(Step other) {
            return words < other.words || (words == other.words && singles < other.singles);
        }
    }
}
