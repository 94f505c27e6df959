package dev.aizuchi.japanese;

import dev.aizuchi.language.TextEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compare meanings by vectors. All cosines of one encoder lie close together, so the mean of what it was shown is taken
 * away first, and an utterance's likeness to general talk is what its likeness to an intent is measured against.
 */
final class Meanings {
    private static final int NEAREST_PHRASES = 2;
    private static final int NEAREST_TALK = 3;

    private final TextEncoder encoder;
    private final float[] mean;
    private final Map<String, float[]> phrases = new HashMap<>();
    private final Map<String, float[]> talk = new LinkedHashMap<>();

    /** Encode all phrases and sentences of general talk, once. */
    Meanings(TextEncoder encoder, Collection<String> phrases, Collection<String> talk) {
        this.encoder = encoder;
        phrases.forEach(phrase -> this.phrases.computeIfAbsent(phrase, encoder::encode));
        talk.forEach(sentence -> this.talk.computeIfAbsent(sentence, encoder::encode));
        this.mean = mean();
        this.phrases.replaceAll((phrase, vector) -> centred(vector));
        this.talk.replaceAll((sentence, vector) -> centred(vector));
    }

    float[] vector(String text) {
        return centred(encoder.encode(text));
    }

    /** Give the vector of a phrase or a sentence of general talk. */
    float[] known(String text) {
        float[] vector = phrases.getOrDefault(text, talk.get(text));
        if (vector == null) {
            throw new IllegalArgumentException("only what was given at the beginning is known");
        }
        return vector;
    }

    /** Give the mean cosine to the nearest of some phrases. */
    double near(float[] vector, List<Phrase> among) {
        double[] cosines = among.stream()
                .mapToDouble(phrase -> cosine(vector, known(phrase.sentence().text())))
                .toArray();
        return nearest(cosines, NEAREST_PHRASES);
    }

    /** Give the mean cosine to the nearest general talk. */
    double talk(float[] vector) {
        return talkBeside("", vector);
    }

    /** Give the mean cosine to the nearest general talk other than the sentence itself. */
    double talkBeside(String text, float[] vector) {
        double[] cosines = talk.entrySet().stream()
                .filter(sentence -> !sentence.getKey().equals(text))
                .mapToDouble(sentence -> cosine(vector, sentence.getValue()))
                .toArray();
        return nearest(cosines, NEAREST_TALK);
    }

    private static double nearest(double[] cosines, int count) {
        Arrays.sort(cosines);
        return Arrays.stream(cosines)
                .skip(Math.max(0, cosines.length - count))
                .average()
                .orElse(0);
    }

    /** Half by the phrases and half by the talk, whichever are more. */
    private float[] mean() {
        List<Collection<float[]>> halves = new ArrayList<>(List.of(phrases.values(), talk.values()));
        halves.removeIf(Collection::isEmpty);
        float[] sum = new float[encoder.dimensions()];
        for (Collection<float[]> half : halves) {
            for (float[] vector : half) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += vector[i] / (halves.size() * half.size());
                }
            }
        }
        return sum;
    }

    private float[] centred(float[] vector) {
        float[] centred = new float[mean.length];
        double square = 0;
        for (int i = 0; i < mean.length; i++) {
            centred[i] = vector[i] - mean[i];
            square += (double) centred[i] * centred[i];
        }
        float length = (float) Math.sqrt(Math.max(square, 1e-12));
        for (int i = 0; i < mean.length; i++) {
            centred[i] /= length;
        }
        return centred;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot;
    }
}
