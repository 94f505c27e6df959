package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.japanese.Neighbours.Near;
import dev.aizuchi.japanese.Neighbours.Ranked;
import dev.aizuchi.language.TextEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
    private static final List<String> TEXTS = List.of("でんきをつけて", "あかりをつけて", "でんきをけして", "みずをください", "おみずがほしい");
    private static final int[] INTENT_OF = {0, 0, 1, 2, 2};

    private static Neighbours known() {
        return new Neighbours(INTENT_OF, TEXTS, TEXTS);
    }

    private static List<Ranked> heard(Neighbours neighbours, String text) {
        return neighbours.rank(neighbours.near(text, text, null), phrase -> true);
    }

    @Test
    void the_intent_with_the_nearest_phrases_comes_first() {
        assertThat(heard(known(), "でんきをつけてほしい").get(0).intent()).isZero();
        assertThat(heard(known(), "みずがほしい").get(0).intent()).isEqualTo(2);
    }

    @Test
    void the_nearest_phrase_is_told() {
        assertThat(heard(known(), "でんきをけしてね").get(0).nearest()).isEqualTo(2);
    }

    @Test
    void a_phrase_that_says_the_contrary_counts_for_nothing() {
        Neighbours neighbours = known();
        Near near = neighbours.near("でんきをつけて", "でんきをつけて", null);
        assertThat(neighbours.rank(near, phrase -> phrase != 0 && phrase != 1))
                .extracting(Ranked::intent)
                .doesNotContain(0);
    }

    @Test
    void a_phrase_that_is_forgotten_is_near_to_nothing() {
        Neighbours neighbours = known();
        Near near = neighbours.near("でんきをつけて", "でんきをつけて", null);
        assertThat(Neighbours.nearest(near.both(), 5)).startsWith(0).hasSize(5);
        assertThat(Neighbours.nearest(near.without(0).both(), 5)).hasSize(4).doesNotContain(0);
        assertThat(neighbours.rank(near.without(0), phrase -> true).get(0).nearest())
                .isEqualTo(2);
    }

    @Test
    void an_intent_counts_by_its_two_nearest_phrases() {
        Neighbours neighbours = known();
        Near near = neighbours.near("みずをください", "みずをください", null);
        assertThat(neighbours.rank(near, phrase -> true).get(0).likeness())
                .isCloseTo((near.both()[3] + near.both()[4]) / 2.0, within(1e-6));
    }

    @Test
    void the_regression_knows_the_surely_meant_from_the_others() {
        List<Ranked> ranked = heard(known(), "みずをください");
        assertThat(ranked.get(0).share()).isBetween(0.6, 1.1);
        assertThat(ranked.get(ranked.size() - 1).share()).isBetween(-0.2, 0.3);
    }

    @Test
    void a_phrase_alone_is_taken_as_surely_as_the_ridge_allows() {
        Neighbours one = new Neighbours(new int[] {0}, List.of("みず"), List.of("みず"));
        assertThat(heard(one, "みず").get(0).share()).isCloseTo(1 / 1.3, within(1e-5));
    }

    @Test
    void the_order_of_the_phrases_does_not_matter() {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(order, new Random(3));
        List<String> texts = order.stream().map(TEXTS::get).toList();
        int[] intents = order.stream().mapToInt(i -> INTENT_OF[i]).toArray();
        List<Ranked> first = heard(known(), "あかりをけして");
        List<Ranked> second = heard(new Neighbours(intents, texts, texts), "あかりをけして");
        assertThat(second)
                .extracting(Ranked::intent)
                .isEqualTo(first.stream().map(Ranked::intent).toList());
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).score()).isCloseTo(first.get(i).score(), within(1e-4));
        }
    }

    @Test
    void the_earlier_of_two_equal_phrases_is_the_nearest() {
        assertThat(Neighbours.nearest(new float[] {0.1f, 0.7f, 0.7f, -0.2f}, 3)).containsExactly(1, 2, 0);
        assertThat(Neighbours.nearest(new float[0], 3)).isEmpty();
    }

    @Test
    void vectors_find_what_letters_do_not() {
        // Two directions: what one drinks, and what gives light.
        Map<String, float[]> vectors = Map.of("みずをください", new float[] {1, 0}, "おみずがほしい", new float[] {1, 0});
        Neighbours neighbours = known().with(new Meanings(new Given(vectors), TEXTS, List.of()));
        float[] drink = new Meanings(new Given(vectors), TEXTS, List.of()).vector("みずをください");
        Ranked best = neighbours
                .rank(neighbours.near("ジュース", "ジュース", drink), phrase -> true)
                .get(0);
        assertThat(best.intent()).isEqualTo(2);
        assertThat(best.grams()).isZero();
        assertThat(best.meaning()).isCloseTo(1, within(1e-5));
    }

    /** Give the vectors of a map, and one direction for all else. */
    private record Given(Map<String, float[]> vectors) implements TextEncoder {
        @Override
        public float[] encode(String text) {
            return vectors.getOrDefault(text, new float[] {0, 1}).clone();
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
