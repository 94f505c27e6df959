package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class GramsTest {
    private static final List<String> TEXTS = List.of("電気をつけて", "電気を消して", "窓を開けて", "水をください");
    private static final Grams GRAMS = new Grams(TEXTS, 1, 3);

    @Test
    void a_text_is_as_like_to_itself_as_can_be() {
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(GRAMS.like(TEXTS.get(i))[i]).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void two_of_the_texts_are_as_like_as_when_one_is_heard() {
        for (int i = 0; i < TEXTS.size(); i++) {
            float[] like = GRAMS.like(TEXTS.get(i));
            for (int j = 0; j < TEXTS.size(); j++) {
                assertThat(GRAMS.like(i, j)).isCloseTo(like[j], within(1e-5f));
            }
        }
    }

    @Test
    void rare_runs_count_more() {
        float[] like = GRAMS.like("水を開けて");
        assertThat(like[2]).as("開けて").isGreaterThan(like[0]);
        assertThat(GRAMS.like("電気")[3]).isZero();
    }

    @Test
    void what_no_text_has_counts_against_likeness() {
        assertThat(GRAMS.like("電気をつけて、ほいでから")[0]).isLessThan(GRAMS.like("電気をつけて")[0]);
    }

    @Test
    void nothing_is_like_nothing() {
        assertThat(GRAMS.like("")).containsOnly(0f);
        assertThat(new Grams(List.of(), 1, 3).like("電気")).isEmpty();
        assertThat(new Grams(List.of("", "電気"), 1, 3).like("電気")[0]).isZero();
    }

    @Property(tries = 200)
    void likeness_is_between_nothing_and_all(
            @ForAll @Size(min = 1, max = 8) List<@CharRange(from = 'あ', to = 'お') @StringLength(max = 6) String> texts,
            @ForAll @CharRange(from = 'あ', to = 'か') @StringLength(max = 8) String heard) {
        for (float like : new Grams(texts, 1, 3).like(heard)) {
            assertThat(like).isBetween(0f, 1.0001f);
        }
    }
}
