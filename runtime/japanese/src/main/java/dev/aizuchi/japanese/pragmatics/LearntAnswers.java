package dev.aizuchi.japanese.pragmatics;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.pragmatics.Answer.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Tell a yes from a no by how people said it before: what no rule names, such as 「一人じゃ心細くて」 or 「医者は好かん」.
 *
 * <p>A softmax regression over strings of one to four letters, weighed by how rare they are, learnt when this is made
 * from the examples of answer-examples.txt: some 60 ms. The examples are shuffled by a fixed seed, so each run learns
 * the same. Immutable once made; callable from any thread.
 */
final class LearntAnswers {
    /** From here on the likeliest meaning is taken (BENCHMARKS.md: what more and less come to). */
    private static final double SURE = 0.7;
    /** So much of it must somebody have said before: mumbling is no yes. */
    private static final double FAMILIAR = 0.45;

    private static final int TELLING = 3;

    private static final int LONGEST = 4;
    private static final int ROUNDS = 20;
    private static final double FIRST_STEP = 4;
    private static final double DECAY = 1e-3;

    private static final List<String> SECTIONS = List.of("accept", "refuse", "other");
    private static final List<Optional<Meaning>> MEANINGS =
            List.of(Optional.of(Meaning.ACCEPT), Optional.of(Meaning.REFUSE), Optional.empty());

    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] rarity;
    private final double[][] weights;

    /** A text as its known strings and their weights, of length 1. */
    private static final class Vector {
        private final int[] at;
        private final double[] values;

        private Vector(int[] at, double[] values) {
            this.at = at;
            this.values = values;
        }
    }

    private record Example(Vector vector, int meaning) {}

    LearntAnswers() {
        DataFile data = DataFile.read(LearntAnswers.class, "answer-examples.txt");
        Map<String, Integer> in = new TreeMap<>();
        int texts = 0;
        for (String section : SECTIONS) {
            for (String text : data.lines(section)) {
                strings(text).keySet().forEach(string -> in.merge(string, 1, Integer::sum));
                texts++;
            }
        }
        rarity = new double[in.size()];
        for (Map.Entry<String, Integer> each : in.entrySet()) {
            rarity[numbers.size()] = 1 + Math.log((1.0 + texts) / (1 + each.getValue()));
            numbers.put(each.getKey(), numbers.size());
        }
        weights = new double[SECTIONS.size()][rarity.length];
        learn(examples(data));
    }

    /** Give what an answer means, where that is likely enough. */
    Optional<Meaning> of(String spelled) {
        if (familiarity(spelled) < FAMILIAR) {
            return Optional.empty();
        }
        double[] likely = probabilities(vector(spelled));
        int best = 0;
        for (int i = 1; i < likely.length; i++) {
            best = likely[i] > likely[best] ? i : best;
        }
        return likely[best] >= SURE ? MEANINGS.get(best) : Optional.empty();
    }

    /** Give the share of its strings of three letters, begin and end among them, that are in the examples. */
    private double familiarity(String text) {
        List<String> telling = strings(text).keySet().stream()
                .filter(string -> string.length() == TELLING)
                .toList();
        long known = telling.stream().filter(numbers::containsKey).count();
        return telling.isEmpty() ? 0 : (double) known / telling.size();
    }

    private List<Example> examples(DataFile data) {
        List<Example> examples = new ArrayList<>();
        for (int meaning = 0; meaning < SECTIONS.size(); meaning++) {
            for (String text : data.lines(SECTIONS.get(meaning))) {
                examples.add(new Example(vector(text), meaning));
            }
        }
        return examples;
    }

    /** Descend the gradient of one example after the other, by steps that become smaller. */
    private void learn(List<Example> examples) {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            double step = FIRST_STEP / (1 + round);
            for (Example example : examples) {
                double[] likely = probabilities(example.vector);
                for (int meaning = 0; meaning < weights.length; meaning++) {
                    double wrong = likely[meaning] - (meaning == example.meaning ? 1 : 0);
                    descend(weights[meaning], example.vector, step, wrong);
                }
            }
        }
    }

    private static void descend(double[] weights, Vector vector, double step, double wrong) {
        for (int i = 0; i < vector.at.length; i++) {
            int at = vector.at[i];
            weights[at] -= step * (wrong * vector.values[i] + DECAY * weights[at]);
        }
    }

    private double[] probabilities(Vector vector) {
        double[] odds = new double[weights.length];
        for (int meaning = 0; meaning < odds.length; meaning++) {
            double sum = 0;
            for (int i = 0; i < vector.at.length; i++) {
                sum += weights[meaning][vector.at[i]] * vector.values[i];
            }
            odds[meaning] = Math.exp(sum);
        }
        double all = Arrays.stream(odds).sum();
        return Arrays.stream(odds).map(each -> each / all).toArray();
    }

    private Vector vector(String text) {
        Map<String, Integer> strings = strings(text);
        int[] at = new int[strings.size()];
        double[] values = new double[at.length];
        double squares = 0;
        int next = 0;
        for (Map.Entry<String, Integer> each : strings.entrySet()) {
            Integer number = numbers.get(each.getKey());
            if (number != null) {
                at[next] = number;
                values[next] = (1 + Math.log(each.getValue())) * rarity[number];
                squares += values[next] * values[next];
                next++;
            }
        }
        double length = Math.sqrt(Math.max(squares, 1e-9));
        return new Vector(
                Arrays.copyOf(at, next),
                Arrays.stream(values, 0, next).map(value -> value / length).toArray());
    }

    /** Give the strings of a text, its begin and end marked. */
    private static Map<String, Integer> strings(String text) {
        String marked = "^" + Answers.spelled(text) + "$";
        Map<String, Integer> strings = new TreeMap<>();
        for (int length = 1; length <= LONGEST; length++) {
            for (int from = 0; from + length <= marked.length(); from++) {
                strings.merge(marked.substring(from, from + length), 1, Integer::sum);
            }
        }
        return strings;
    }
}
