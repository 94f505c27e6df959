package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoraDistanceTest {
    private static final List<String> READINGS =
            List.of("ろうか", "ろか", "しょくどう", "そくどう", "おちゃをください", "おちゃをくたさい", "とまれ", "とまって", "いっかい", "かい", "");

    @Test
    void costs_nothing_for_the_same_and_little_for_what_is_easily_missed() {
        assertThat(cost("ろうか", "ろうか", 1)).isZero();
        assertThat(cost("ろうか", "ろか", 1)).isEqualTo(0.3);
        assertThat(cost("とまれ", "さまれ", 1)).isEqualTo(1);
    }

    @Test
    void a_bound_hides_only_what_costs_more() {
        for (String one : READINGS) {
            for (String other : READINGS) {
                double whole = cost(one, other, Double.MAX_VALUE);
                for (double most : new double[] {0, 0.3, 0.6, 1, 2.3}) {
                    assertThat(cost(one, other, most))
                            .as("%s heard for %s, at most %s", one, other, most)
                            .isEqualTo(whole <= most ? whole : Double.POSITIVE_INFINITY);
                }
            }
        }
    }

    private static double cost(String one, String other, double most) {
        return MoraDistance.between(MoraDistance.morae(one), MoraDistance.morae(other), most);
    }
}
