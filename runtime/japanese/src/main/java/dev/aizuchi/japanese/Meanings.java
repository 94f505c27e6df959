package dev.aizuchi.japanese;

import dev.aizuchi.language.TextEncoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compare meanings by vectors. All cosines of one encoder lie close together, so the mean of what it was shown is taken
 * away first, and an utterance's likeness to general talk is what its likeness to an intent is measured against.
 *
 * <p>Flat arrays, and the innermost loop runs over phrases and not over components, which a compiler turns into vector
 * instructions: thousands of phrases in a fraction of a millisecond. Callable from any thread.
 */
final class Meanings {
    private static final int NEAREST_TALK = 3;
    private static final int REMEMBERED = 8;
    /** Phrases side by side; their cosines stay in the nearest cache. */
    private static final int BLOCK = 256;

    private final TextEncoder encoder;
    private final int dimensions;
    private final int phrases;
    private final float[] mean;
    /** For each block of phrases, for each component, the phrases' values. */
    private final float[][] blocks;

    private final float[][] talk;
    private final Map<String, float[]> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Encode all phrases and sentences of general talk, once. */
    Meanings(TextEncoder encoder, List<String> phrases, List<String> talk) {
        this.encoder = encoder;
        this.dimensions = encoder.dimensions();
        this.phrases = phrases.size();
        List<float[]> known = encoder.encodeAll(phrases);
        List<float[]> general = encoder.encodeAll(talk);
        this.mean = mean(known, general);
        this.talk = general.stream().map(this::centred).toArray(float[][]::new);
        this.blocks = new float[(known.size() + BLOCK - 1) / BLOCK][];
        for (int block = 0; block < blocks.length; block++) {
            int first = block * BLOCK;
            blocks[block] = transposed(known.subList(first, Math.min(first + BLOCK, known.size())));
        }
    }

    /** Give the vector of an utterance, which is asked for more than once in a turn; nobody writes to it. */
    float[] vector(String text) {
        float[] known;
        synchronized (latest) {
            known = latest.get(text);
        }
        if (known == null) {
            known = centred(encoder.encode(text));
            synchronized (latest) {
                latest.put(text, known);
            }
        }
        return known;
    }

    /** Give the cosine with each phrase. */
    float[] like(float[] vector) {
        float[] like = new float[phrases];
        for (int block = 0; block < blocks.length; block++) {
            int width = blocks[block].length / dimensions;
            System.arraycopy(dots(vector, blocks[block], width), 0, like, block * BLOCK, width);
        }
        return like;
    }

    /** Give the cosines of some phrases with one another, row by row. */
    float[] among(int[] some) {
        float[] columns = new float[some.length * dimensions];
        for (int i = 0; i < some.length; i++) {
            float[] block = blocks[some[i] / BLOCK];
            int width = block.length / dimensions;
            for (int d = 0; d < dimensions; d++) {
                columns[d * some.length + i] = block[d * width + some[i] % BLOCK];
            }
        }
        float[] among = new float[some.length * some.length];
        for (int d = 0; d < dimensions; d++) {
            int at = d * some.length;
            for (int i = 0; i < some.length; i++) {
                float factor = columns[at + i];
                int row = i * some.length;
                for (int j = 0; j < some.length; j++) {
                    among[row + j] += factor * columns[at + j];
                }
            }
        }
        return among;
    }

    /** Give the vector of a phrase. */
    float[] phrase(int number) {
        float[] vector = new float[dimensions];
        float[] block = blocks[number / BLOCK];
        int width = block.length / dimensions;
        for (int d = 0; d < dimensions; d++) {
            vector[d] = block[d * width + number % BLOCK];
        }
        return vector;
    }

    /** Give the mean cosine to the nearest general talk. */
    double talk(float[] vector) {
        return Arrays.stream(talk)
                .mapToDouble(each -> -cosine(vector, each))
                .sorted()
                .limit(NEAREST_TALK)
                .map(cosine -> -cosine)
                .average()
                .orElse(0);
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot;
    }

    private float[] dots(float[] vector, float[] columns, int width) {
        float[] sums = new float[width];
        for (int d = 0; d < dimensions; d++) {
            float factor = vector[d];
            int at = d * width;
            for (int i = 0; i < width; i++) {
                sums[i] += factor * columns[at + i];
            }
        }
        return sums;
    }

    private float[] transposed(List<float[]> vectors) {
        int width = vectors.size();
        float[] columns = new float[width * dimensions];
        for (int i = 0; i < width; i++) {
            float[] vector = centred(vectors.get(i));
            for (int d = 0; d < dimensions; d++) {
                columns[d * width + i] = vector[d];
            }
        }
        return columns;
    }

    /** Half by the phrases and half by the talk, whichever are more. */
    private float[] mean(Collection<float[]> known, Collection<float[]> general) {
        List<Collection<float[]>> halves = known.isEmpty() || general.isEmpty()
                ? List.of(known.isEmpty() ? general : known)
                : List.of(known, general);
        float[] sum = new float[dimensions];
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
}
