package dev.aizuchi.japanese;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compare a text with many others by the runs of characters that they share, rare ones counting more (tf-idf, cosine).
 *
 * <p>Flat arrays and one pass over the lists of the runs that a text has: thousands of texts in a fraction of a
 * millisecond. What no text has counts against likeness. Immutable once made; callable from any thread.
 */
final class Grams {
    private final int shortest;
    private final int longest;
    private final int texts;
    /** The runs that stand somewhere, by their characters packed into a long. */
    private final Map<Long, Integer> ids = new HashMap<>();

    private final float[] rarity;
    /** What a run that no text has weighs. */
    private final float unknown;

    private final Row[] rows;
    /** By run: in which texts it stands, and how much it weighs there. */
    private final int[][] where;

    private final float[][] weight;

    /** A text as the runs that it has, by rising id, and their weights; of unit length. */
    static final class Row {
        final int[] ids;
        final float[] weights;

        Row(int[] ids, float[] weights) {
            this.ids = ids;
            this.weights = weights;
        }
    }

    /**
     * Take the texts to compare with.
     *
     * @param shortest characters in a run, at least 1
     * @param longest characters in a run, at most 4
     */
    Grams(List<String> texts, int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.texts = texts.size();
        int[][] found = new int[this.texts][];
        for (int i = 0; i < found.length; i++) {
            found[i] = learn(texts.get(i));
        }
        int[] times = new int[ids.size()];
        for (int[] runs : found) {
            for (int at = 0; at < runs.length; at++) {
                if (at == 0 || runs[at] != runs[at - 1]) {
                    times[runs[at]]++;
                }
            }
        }
        rarity = new float[times.length];
        for (int id = 0; id < times.length; id++) {
            rarity[id] = rarity(times[id]);
        }
        unknown = rarity(0);
        rows = new Row[found.length];
        where = new int[times.length][];
        weight = new float[times.length][];
        for (int id = 0; id < times.length; id++) {
            where[id] = new int[times[id]];
            weight[id] = new float[times[id]];
        }
        int[] filled = new int[times.length];
        for (int i = 0; i < found.length; i++) {
            rows[i] = row(found[i], 0);
            for (int at = 0; at < rows[i].ids.length; at++) {
                int id = rows[i].ids[at];
                where[id][filled[id]] = i;
                weight[id][filled[id]++] = rows[i].weights[at];
            }
        }
    }

    private float rarity(int times) {
        return (float) (Math.log((1.0 + texts) / (1.0 + times)) + 1);
    }

    /** Give the cosine with each text. */
    float[] like(String text) {
        float[] like = new float[texts];
        int[] known = known(text);
        int strange = runs(text) - known.length;
        Row row = row(known, strange * unknown * unknown);
        for (int at = 0; at < row.ids.length; at++) {
            int[] in = where[row.ids[at]];
            float[] there = weight[row.ids[at]];
            float here = row.weights[at];
            for (int i = 0; i < in.length; i++) {
                like[in[i]] += here * there[i];
            }
        }
        return like;
    }

    /** Give the number of runs that stand in any of the texts; their ids lie below it. */
    int size() {
        return rarity.length;
    }

    /** Give one of the texts. */
    Row row(int text) {
        return rows[text];
    }

    /** Give another text by those of its runs that stand in any. */
    Row row(String text) {
        return row(known(text), 0);
    }

    /** Give the share of a text's runs of this length, each counted once, that stand in any; 0 where it has none. */
    double known(String text, int length) {
        long[] runs = IntStream.rangeClosed(0, text.length() - length)
                .mapToLong(from -> packed(text, from, length))
                .distinct()
                .toArray();
        return Arrays.stream(runs).filter(ids::containsKey).count() / (double) Math.max(1, runs.length);
    }

    private int runs(String text) {
        return IntStream.rangeClosed(shortest, longest)
                .map(length -> Math.max(0, text.length() - length + 1))
                .sum();
    }

    /** Give the ids of the runs of a text that stand in any, sorted; one may stand twice. */
    private int[] known(String text) {
        int[] found = new int[runs(text)];
        int count = 0;
        for (int length = shortest; length <= longest; length++) {
            for (int from = 0; from + length <= text.length(); from++) {
                Integer id = ids.get(packed(text, from, length));
                if (id != null) {
                    found[count++] = id;
                }
            }
        }
        int[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Give the cosine of two of the texts. */
    float like(int one, int other) {
        Row a = rows[one];
        Row b = rows[other];
        float sum = 0;
        for (int i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
            if (a.ids[i] == b.ids[j]) {
                sum += a.weights[i++] * b.weights[j++];
            } else if (a.ids[i] < b.ids[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    private int[] learn(String text) {
        int[] runs = new int[Math.max(0, text.length() * (longest - shortest + 1))];
        int count = 0;
        for (int length = shortest; length <= longest; length++) {
            for (int from = 0; from + length <= text.length(); from++) {
                runs[count++] = ids.computeIfAbsent(packed(text, from, length), none -> ids.size());
            }
        }
        int[] sorted = Arrays.copyOf(runs, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static long packed(String text, int from, int length) {
        long packed = 0;
        for (int i = from; i < from + length; i++) {
            packed = packed << 16 | text.charAt(i);
        }
        return packed;
    }

    /** Weigh sorted runs, of which some may stand twice. */
    private Row row(int[] sorted, double strange) {
        int[] once = new int[sorted.length];
        float[] weights = new float[sorted.length];
        int count = 0;
        double square = strange;
        for (int at = 0; at < sorted.length; ) {
            int next = at + 1;
            while (next < sorted.length && sorted[next] == sorted[at]) {
                next++;
            }
            once[count] = sorted[at];
            weights[count] = (float) (rarity[sorted[at]] * (1 + Math.log(next - at)));
            square += weights[count] * weights[count];
            count++;
            at = next;
        }
        float length = (float) Math.sqrt(Math.max(square, 1e-12));
        for (int i = 0; i < count; i++) {
            weights[i] /= length;
        }
        return new Row(Arrays.copyOf(once, count), Arrays.copyOf(weights, count));
    }
}
