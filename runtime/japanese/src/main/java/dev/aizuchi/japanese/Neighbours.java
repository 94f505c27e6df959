package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/**
 * Rank intents by the phrases that are nearest to what was heard, by its letters, its sound and its vector.
 *
 * <p>An intent's score is the mean likeness of its two nearest phrases, and what a ridge regression says that knows the
 * nearest phrases alone (as in Zhang, Berg, Maire and Malik, "SVM-KNN", CVPR 2006): the first is sure with few phrases,
 * the second with many, and neither needs training. Immutable; callable from any thread.
 */
final class Neighbours {
    /** So many phrases are weighed against one another. */
    private static final int MOST = 64;

    private static final float RIDGE = 0.3f;
    /** No cosine: this phrase is near to nothing. */
    private static final float FORGOTTEN = -1.0009f;

    private final int[] intentOf;
    private final Grams letters;
    private final Grams sounds;
    private final @Nullable Meanings meanings;

    /** How near each phrase is; the arrays are shared, and nobody writes to them. */
    static final class Near {
        private final float[] grams;
        private final float[] meaning;
        private final float[] both;

        private Near(float[] grams, float[] meaning, float[] both) {
            this.grams = grams;
            this.meaning = meaning;
            this.both = both;
        }

        /** Give the same as if a phrase were not known. */
        Near without(int phrase) {
            return new Near(forgetting(grams, phrase), forgetting(meaning, phrase), forgetting(both, phrase));
        }

        private static float[] forgetting(float[] likeness, int phrase) {
            float[] others = likeness.clone();
            others[phrase] = FORGOTTEN;
            return others;
        }

        /** Give the cosines by letters and sound. */
        float[] grams() {
            return grams;
        }

        /** Give the cosines by vector; the same as by letters without one. */
        float[] meaning() {
            return meaning;
        }

        /** Give the mean of the two. */
        float[] both() {
            return both;
        }
    }

    /**
     * One intent among others.
     *
     * @param intent its number
     * @param nearest its nearest phrase
     * @param likeness the mean of its two nearest phrases
     * @param share what the regression says: about 1 for the surely meant, about 0 for others
     * @param grams the part of the likeness by letters and sound
     * @param meaning the part of it by vector
     */
    record Ranked(int intent, int nearest, double likeness, double share, double grams, double meaning) {
        double score() {
            return likeness + share;
        }
    }

    /**
     * Index phrases.
     *
     * @param intentOf the number of each phrase's intent
     * @param texts the phrases
     * @param readings how they are said
     */
    Neighbours(int[] intentOf, List<String> texts, List<String> readings) {
        this(intentOf.clone(), new Grams(texts, 1, 3), new Grams(readings, 2, 4), null);
    }

    private Neighbours(int[] intentOf, Grams letters, Grams sounds, @Nullable Meanings meanings) {
        this.intentOf = intentOf;
        this.letters = letters;
        this.sounds = sounds;
        this.meanings = meanings;
    }

    /** Give the same with vectors. */
    Neighbours with(Meanings vectors) {
        return new Neighbours(intentOf, letters, sounds, vectors);
    }

    /** Give how near the nearest phrase is by letters and sound. */
    float nearest(PhraseMemory.Spoken text) {
        float best = 0;
        for (float each : near(text.text(), text.reading(), null).grams) {
            best = Math.max(best, each);
        }
        return best;
    }

    /** Compare with each phrase; without a vector by letters and sound alone. */
    Near near(String text, String reading, float @Nullable [] vector) {
        float[] grams = letters.like(text);
        float[] said = sounds.like(reading);
        for (int i = 0; i < grams.length; i++) {
            grams[i] = (grams[i] + said[i]) / 2;
        }
        Meanings known = meanings;
        if (known == null || vector == null) {
            return new Near(grams, grams, grams);
        }
        float[] meaning = known.like(vector);
        float[] both = new float[grams.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = (grams[i] + meaning[i]) / 2;
        }
        return new Near(grams, meaning, both);
    }

    /** Give the nearest phrases, nearest first. */
    static int[] nearest(float[] likeness, int most) {
        LongHeap best = new LongHeap(most);
        for (int i = 0; i < likeness.length; i++) {
            if (likeness[i] != FORGOTTEN) {
                // Likeness is above −1, so the bits of 1 + likeness sort as it does; the earlier phrase wins a tie.
                best.insertWithOverflow(
                        (long) Float.floatToIntBits(1.001f + likeness[i]) << 32 | (Integer.MAX_VALUE - i));
            }
        }
        int[] nearest = new int[best.size()];
        for (int i = nearest.length - 1; i >= 0; i--) {
            nearest[i] = Integer.MAX_VALUE - (int) best.pop();
        }
        return nearest;
    }

    /** Rank the intents of the nearest phrases that can be meant, best first. */
    List<Ranked> rank(Near near, IntPredicate possible) {
        int[] best = Arrays.stream(nearest(near.both, 4 * MOST))
                .filter(possible)
                .limit(MOST)
                .toArray();
        float[] shares = shares(near, best);
        Map<Integer, List<Integer>> byIntent = new HashMap<>();
        for (int i = 0; i < best.length; i++) {
            byIntent.computeIfAbsent(intentOf[best[i]], none -> new ArrayList<>())
                    .add(i);
        }
        List<Ranked> ranked = new ArrayList<>();
        byIntent.forEach((intent, at) -> {
            int[] two = at.stream().limit(2).mapToInt(i -> best[i]).toArray();
            ranked.add(new Ranked(
                    intent,
                    two[0],
                    mean(near.both, two),
                    at.stream().mapToDouble(i -> shares[i]).sum(),
                    mean(near.grams, two),
                    mean(near.meaning, two)));
        });
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(Ranked::intent));
        return ranked;
    }

    private static double mean(float[] likeness, int[] of) {
        return Arrays.stream(of).mapToDouble(i -> likeness[i]).average().orElse(0);
    }

    /** Solve (K + λ) z = k, where K is how near the phrases are to one another and k how near they are to the heard. */
    private float[] shares(Near near, int[] best) {
        int n = best.length;
        boolean byMeaning = meanings != null && near.both != near.grams;
        double[][] between = new double[n][n];
        float[] meaning = byMeaning && meanings != null ? meanings.among(best) : new float[0];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double grams = (letters.like(best[i], best[j]) + sounds.like(best[i], best[j])) / 2;
                between[i][j] = byMeaning ? (grams + meaning[i * n + j]) / 2 : grams;
            }
            between[i][i] += RIDGE;
        }
        return solve(between, Arrays.stream(best).mapToDouble(i -> near.both[i]).toArray());
    }

    /** Solve by Cholesky; only the lower half of the matrix is read, and it is overwritten. */
    private static float[] solve(double[][] lower, double[] right) {
        int n = right.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= lower[i][k] * right[k];
            }
            right[i] /= lower[i][i];
        }
        float[] solved = new float[n];
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                right[i] -= lower[k][i] * right[k];
            }
            right[i] /= lower[i][i];
            solved[i] = (float) right[i];
        }
        return solved;
    }
}
