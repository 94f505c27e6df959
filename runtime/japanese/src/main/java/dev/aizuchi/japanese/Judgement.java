package dev.aizuchi.japanese;

import dev.aizuchi.japanese.KnownIntent.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Decide what evidence suffices. The bound of each intent lies between its likeness to general talk and the likeness of
 * its own phrases to one another, so an intent learnt from other words gets another bound.
 */
final class Judgement {
    /** Weights of the evidence with vectors, fitted by logistic regression on four skills (see BENCHMARKS.md). */
    private static final double BY_WORDS = 2;

    private static final double BY_MEANING = 2;
    private static final double BEYOND_TALK = 8;
    private static final double BY_STRANGE = -1.5;
    private static final double BY_OTHER_THING = -2;
    private static final double BY_OTHER_STATEMENT = -3;

    private static final Range WORDS = new Range(0.52, 0.62, 0.60);
    private static final Range MEANING = new Range(1.0, 2.0, 1.4);
    /** Words that agree this much are worth more than any vector. */
    private static final double WORDS_AGREE = 0.6;

    private static final double FOR_WORDS = 2.0;

    private final @Nullable Meanings meanings;
    private final Map<KnownIntent, Double> wordBounds = new HashMap<>();
    private final Map<KnownIntent, Double> meaningBounds = new HashMap<>();

    private record Range(double least, double most, double usual) {
        double clamp(double value) {
            return Math.max(least, Math.min(most, value));
        }
    }

    Judgement(List<KnownIntent> intents, List<List<Sentence>> talk, @Nullable Meanings meanings) {
        this.meanings = meanings;
        for (KnownIntent intent : intents) {
            calibrate(intent, talk);
        }
    }

    /** Give a score from 0 to 1 by words alone; nothing when they do not suffice. */
    OptionalDouble byWords(Evidence evidence) {
        double bound = wordBounds.getOrDefault(evidence.intent(), WORDS.usual);
        return evidence.words() >= bound ? OptionalDouble.of(Math.min(1, evidence.words())) : OptionalDouble.empty();
    }

    /** Give a score from 0 to 1 by words and meaning; nothing when they do not suffice. */
    OptionalDouble byMeaning(Evidence evidence, float[] vector, double talk) {
        double bound = meaningBounds.getOrDefault(evidence.intent(), MEANING.usual);
        boolean wordsAgree = evidence.words() >= WORDS_AGREE;
        double above = evidence(evidence, vector, talk) - bound + (wordsAgree ? FOR_WORDS : 0);
        return wordsAgree || above >= 0
                ? OptionalDouble.of(1 / (1 + Math.exp(-0.5 - above / 2)))
                : OptionalDouble.empty();
    }

    private double evidence(Evidence evidence, float[] vector, double talk) {
        Meanings known = meanings;
        double near = known == null ? 0 : known.near(vector, evidence.possible());
        return BY_WORDS * evidence.words()
                + BY_MEANING * near
                + BEYOND_TALK * (near - talk)
                + BY_STRANGE * evidence.strange()
                + (evidence.otherThing() ? BY_OTHER_THING : 0)
                + (evidence.otherStatement() ? BY_OTHER_STATEMENT : 0);
    }

    private void calibrate(KnownIntent intent, List<List<Sentence>> talk) {
        List<Double> ownWords = new ArrayList<>();
        List<Double> ownMeaning = new ArrayList<>();
        for (Phrase phrase : intent.phrases()) {
            if (!phrase.hasHoles()) {
                intent.judge(List.of(phrase.sentence()), phrase).ifPresent(left -> {
                    ownWords.add(left.words());
                    note(left, phrase.sentence().text(), ownMeaning);
                });
            }
        }
        List<Double> otherWords = new ArrayList<>();
        List<Double> otherMeaning = new ArrayList<>();
        for (List<Sentence> sentence : talk) {
            intent.judge(sentence).ifPresent(other -> {
                otherWords.add(other.words());
                note(other, sentence.get(0).text(), otherMeaning);
            });
        }
        wordBounds.put(intent, between(ownWords, otherWords, WORDS));
        meaningBounds.put(intent, between(ownMeaning, otherMeaning, MEANING));
    }

    private void note(Evidence evidence, String text, List<Double> into) {
        Meanings known = meanings;
        if (known != null) {
            float[] vector = known.known(text);
            into.add(evidence(evidence, vector, known.talkBeside(text, vector)));
        }
    }

    /** Give the middle between the median of an intent's own phrases and the best of general talk. */
    private static double between(List<Double> own, List<Double> other, Range range) {
        if (own.size() < 3 || other.isEmpty()) {
            return range.usual;
        }
        double[] sorted = own.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double best = other.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return range.clamp((sorted[sorted.length / 2] + best) / 2);
    }
}
