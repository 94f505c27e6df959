package dev.aizuchi.documents;

import dev.aizuchi.language.TextEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares meanings; what all texts have in common is taken from the vectors first, since it tells nothing. */
final class Nearness {
    private final TextEncoder encoder;
    private final float[] mean;
    private final List<float[]> vectors;

    Nearness(TextEncoder encoder, List<String> texts) {
        this.encoder = encoder;
        List<float[]> raw = encoder.encodeAll(texts);
        this.mean = new float[encoder.dimensions()];
        for (float[] vector : raw) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / raw.size();
            }
        }
        this.vectors = raw.stream().map(this::centred).toList();
    }

    /** Give the cosine to each text, 0 for what points away. */
    double[] to(String question) {
        float[] asked = centred(encoder.encode(question));
        return vectors.stream()
                .mapToDouble(vector -> Math.max(0, dot(asked, vector)))
                .toArray();
    }

    List<Integer> best(double[] near, int most) {
        return IntStream.range(0, near.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer number) -> near[number])
                        .reversed())
                .limit(most)
                .collect(Collectors.toList());
    }

    private float[] centred(float[] vector) {
        float[] centred = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            centred[i] = vector[i] - mean[i];
        }
        double length = Math.sqrt(dot(centred, centred));
        for (int i = 0; length > 0 && i < vector.length; i++) {
            centred[i] /= (float) length;
        }
        return centred;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
