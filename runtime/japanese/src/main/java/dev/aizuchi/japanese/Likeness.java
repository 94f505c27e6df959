package dev.aizuchi.japanese;

import java.util.List;
import java.util.Optional;

/** Measure by words, letters and sounds how much a part of an utterance is like a phrase. */
final class Likeness {
    private static final double WORDS = 0.7;
    private static final double SOUND = 0.2;
    private static final double LOOK = 0.1;
    /** A hole that is filled counts as a word that agrees, but as less than the very word would. */
    private static final double HOLE = 0.6;
    /** Below this the words say too little to compare. */
    private static final double LEAST = 0.35;
    /** From here on two sentences sound the same whatever the analyser made of them. */
    private static final double SOUNDS_SAME = 0.85;

    /** All words that matter agree; what differs is politeness. */
    private static final double AGREE = 0.95;

    private static final double AGREE_AT_LEAST = 0.88;
    /** The very words beat a hole that takes anything. */
    private static final double OPEN = 0.92;

    private Likeness() {}

    /** How a phrase fits a part of an utterance. */
    record Fit(Phrase phrase, Sentence part, Phrase.Filling filling, double score) {}

    /**
     * Give how well a phrase fits that part of an utterance which it fits best; nothing when none can mean the same.
     */
    static Optional<Fit> best(List<Sentence> parts, Phrase phrase) {
        Fit best = null;
        for (Sentence part : parts) {
            if (!part.bearing().conflictsWith(phrase.sentence().bearing()) && !part.leaves(phrase.sentence())) {
                Phrase.Filling filling = phrase.fill(part).orElse(null);
                double score = filling == null ? -1 : score(part, phrase, filling);
                if (filling != null && (best == null || score > best.score)) {
                    best = new Fit(phrase, part, filling, score);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static double score(Sentence part, Phrase phrase, Phrase.Filling filling) {
        List<Word> heard = filling.taken().isEmpty()
                ? part.words()
                : part.words().stream()
                        .filter(word -> !filling.taken().contains(word.at()))
                        .toList();
        double holes = HOLE * filling.slots().size();
        double words = words(heard, phrase.fixed(), holes);
        if (phrase.hasHoles()) {
            // The letters of what stands in the holes say nothing.
            return OPEN
                    * (words * (1 - LOOK)
                            + LOOK * part.look().like(phrase.sentence().look()));
        }
        double sound = part.sound().like(phrase.sentence().sound());
        if (words >= AGREE) {
            return AGREE_AT_LEAST + (1 - AGREE_AT_LEAST) * sound;
        }
        double blend = WORDS * words
                + SOUND * sound
                + LOOK * part.look().like(phrase.sentence().look());
        return sound >= SOUNDS_SAME ? Math.max(blend, sound) : blend;
    }

    /** Give the harmonic mean of how much of either is found in the other. */
    private static double words(List<Word> heard, List<Word> phrase, double holes) {
        double all = weight(heard) + holes;
        double wanted = weight(phrase) + holes;
        if (all < LEAST || wanted < LEAST) {
            return 0;
        }
        double known = (found(heard, phrase) + holes) / all;
        double covered = (found(phrase, heard) + holes) / wanted;
        return known + covered == 0 ? 0 : 2 * known * covered / (known + covered);
    }

    private static double found(List<Word> words, List<Word> among) {
        double found = 0;
        for (Word word : words) {
            double best = 0;
            for (Word other : among) {
                best = Math.max(best, word.same(other));
            }
            found += best * word.weight();
        }
        return found;
    }

    private static double weight(List<Word> words) {
        double weight = 0;
        for (Word word : words) {
            weight += word.weight();
        }
        return weight;
    }
}
