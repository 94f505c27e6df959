package dev.aizuchi.japanese.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Morphology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hold the finding of values to the rows that were written for it. */
final class ValuesTest {
    private final Values values = new Values(new Morphology());

    @Test
    void finds_every_value_of_the_development_rows() {
        ValueSets sets = new ValueSets();
        assertThat(sets.differences("dev.tsv")).isEmpty();
        assertThat(sets.rows()).isGreaterThan(300);
    }

    @Test
    void finds_most_values_of_the_rows_that_were_held_out() {
        ValueSets sets = new ValueSets();
        // The rows stay unseen, so a failure tells a total and nothing else.
        int differing = sets.differences("heldout.tsv").size();
        assertThat(sets.rows()).isGreaterThan(150);
        assertThat(differing).isLessThan(sets.rows() / 20);
    }

    @ParameterizedTest
    @CsvSource({
        "三時半に起こして,3時半に起こして",
        "さんじはんに起こして,3時半に起こして",
        "二十三号室へ,23号室へ",
        "二〇二四年三月五日,2024年3月5日",
        "〇九〇一二三四五六七八,090-1234-5678",
        "三分の一残った,1/3残った",
        "二、三人で,2、3人で",
        "一緒に数人で,一緒に数人で",
        "さんまるごごうしつ,305号室",
        "１２時です,12時です"
    })
    void writes_numbers_in_figures(String text, String normalized) {
        assertThat(values.find(text).normalized()).isEqualTo(normalized);
    }

    @Test
    void keeps_to_the_places_of_the_original_text() {
        String text = "😀｢㍻３１年｣に　ﾊﾟﾝを三 つ";
        List<FoundValue> found = values.find(text).values();
        assertThat(found).extracting(FoundValue::surface).containsExactly("㍻３１年", "三 つ");
        assertThat(found)
                .allSatisfy(value ->
                        assertThat(text.substring(value.start(), value.end())).isEqualTo(value.surface()));
    }
}
