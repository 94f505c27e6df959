package dev.aizuchi.japanese;

import dev.aizuchi.japanese.KnownIntent.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decide what evidence suffices. The bound of each intent lies between its likeness to general talk and the likeness of
 * its own phrases to one another, each left out in turn, so an intent learnt from other words gets another bound. A
 * bound is found when it is first needed; callable from any thread.
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
    private static final int NEAREST_PHRASES = 2;
    /** Of an intent with more phrases, some tell as much as all. */
    private static final int MOST_LEFT_OUT = 40;

    private final List<List<Sentence>> talk;
    private final @Nullable Meanings meanings;
    private final Map<KnownIntent, Bounds> bounds = new ConcurrentHashMap<>();

    private record Bounds(double words, double meaning) {}

    private record Range(double least, double most, double usual) {
        double clamp(double value) {
            return Math.max(least, Math.min(most, value));
        }
    }

    Judgement(List<List<Sentence>> talk, @Nullable Meanings meanings) {
        this.talk = talk;
        this.meanings = meanings;
    }

    /** Give what the words must reach for an intent. */
    double wordBound(KnownIntent intent) {
        return bounds(intent).words;
    }

    /** Give a score from 0 to 1 by words alone; nothing when they do not suffice. */
    OptionalDouble byWords(Evidence evidence) {
        return evidence.words() >= wordBound(evidence.intent())
                ? OptionalDouble.of(Math.min(1, evidence.words()))
                : OptionalDouble.empty();
    }

    /** Give a score from 0 to 1 by words and meaning; nothing when they do not suffice. */
    OptionalDouble byMeaning(Evidence evidence, float[] meaning, double talk) {
        boolean wordsAgree = evidence.words() >= WORDS_AGREE;
        double above = evidence(evidence, near(evidence.possible(), meaning), talk)
                - bounds(evidence.intent()).meaning
                + (wordsAgree ? FOR_WORDS : 0);
        return wordsAgree || above >= 0
                ? OptionalDouble.of(1 / (1 + Math.exp(-0.5 - above / 2)))
                : OptionalDouble.empty();
    }

    private static double near(List<Phrase> possible, float[] meaning) {
        double[] cosines = possible.stream()
                .mapToDouble(phrase -> meaning[phrase.number()])
                .sorted()
                .toArray();
        int count = Math.min(NEAREST_PHRASES, cosines.length);
        double sum = 0;
        for (int i = cosines.length - count; i < cosines.length; i++) {
            sum += cosines[i];
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double evidence(Evidence evidence, double near, double talk) {
        return BY_WORDS * evidence.words()
                + BY_MEANING * near
                + BEYOND_TALK * (near - talk)
                + BY_STRANGE * evidence.strange()
                + (evidence.otherThing() ? BY_OTHER_THING : 0)
                + (evidence.otherStatement() ? BY_OTHER_STATEMENT : 0);
    }

    private Bounds bounds(KnownIntent intent) {
        return bounds.computeIfAbsent(intent, this::calibrated);
    }

    private Bounds calibrated(KnownIntent intent) {
        List<Double> ownWords = new ArrayList<>();
        List<Double> ownMeaning = new ArrayList<>();
        List<Phrase> some = intent.phrases()
                .subList(0, Math.min(MOST_LEFT_OUT, intent.phrases().size()));
        for (Phrase phrase : some) {
            if (!phrase.hasHoles()) {
                intent.judgeWithout(phrase, some, List.of(phrase.sentence())).ifPresent(left -> {
                    ownWords.add(left.words());
                    Meanings known = meanings;
                    if (known != null) {
                        float[] vector = known.phrase(phrase.number());
                        ownMeaning.add(evidence(left, near(left, vector, known), known.talk(vector)));
                    }
                });
            }
        }
        List<Double> otherWords = new ArrayList<>();
        List<Double> otherMeaning = new ArrayList<>();
        for (int i = 0; i < talk.size(); i++) {
            int number = i;
            intent.judge(talk.get(i), some).ifPresent(other -> {
                otherWords.add(other.words());
                Meanings known = meanings;
                if (known != null) {
                    float[] vector = known.talkVector(number);
                    otherMeaning.add(evidence(other, near(other, vector, known), known.talkBeside(number, vector)));
                }
            });
        }
        return new Bounds(between(ownWords, otherWords, WORDS), between(ownMeaning, otherMeaning, MEANING));
    }

    private static double near(Evidence evidence, float[] vector, Meanings known) {
        double[] cosines = evidence.possible().stream()
                .mapToDouble(phrase -> Meanings.cosine(vector, known.phrase(phrase.number())))
                .sorted()
                .toArray();
        int from = Math.max(0, cosines.length - NEAREST_PHRASES);
        double sum = 0;
        for (int i = from; i < cosines.length; i++) {
            sum += cosines[i];
        }
        return cosines.length == 0 ? 0 : sum / (cosines.length - from);
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
