package dev.aizuchi.japanese.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold the readings to the rows that were written for them, and to any text at all. */
final class SpeechReaderTest {
    private static final Morphology MORPHOLOGY = new Morphology();
    private static final SpeechReader READER = new SpeechReader(MORPHOLOGY);

    @Test
    void reads_every_development_row() {
        ReadingSets sets = new ReadingSets();
        assertThat(sets.differences("dev.tsv")).isEmpty();
        assertThat(sets.rows()).isGreaterThan(300);
    }

    @Test
    void reads_most_rows_that_were_held_out() {
        ReadingSets sets = new ReadingSets();
        // The rows stay unseen, so a failure tells a total and nothing else.
        int differing = sets.differences("heldout.tsv").size();
        assertThat(sets.rows()).isGreaterThan(150);
        assertThat(differing).isLessThan(sets.rows() / 20);
    }

    @Test
    void names_of_the_lexicon_go_before_the_dictionary() {
        SpeechReader reader = new SpeechReader(
                MORPHOLOGY, new Lexicon(List.of(new LexiconEntry("東海林", "しょうじ", 1, "person", "さん", List.of()))));
        assertThat(reader.read("東海林さんは3階です").kana()).isEqualTo("ショウジサンワ サンガイデス");
    }

    @Test
    void phrases_tell_where_they_stand() {
        Reading reading = READER.read("3時に、起こす。");
        assertThat(reading.phrases())
                .containsExactly(new Reading.Phrase("サンジニ", 0, 3, true), new Reading.Phrase("オコス", 4, 7, true));
        assertThat(reading.kana()).isEqualTo("サンジニ、 オコス。");
    }

    @Test
    void phrases_that_are_read_out_of_one_piece_all_stand_where_it_does() {
        assertThat(READER.read("一二").phrases())
                .containsExactly(new Reading.Phrase("イチ", 0, 2, true), new Reading.Phrase("ニ", 0, 2, false));
    }

    @Property(tries = 1_000)
    void any_text_is_read_in_katakana(@ForAll String text) {
        check(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一", "あ", "3時", "x", "、", "😀", "\ud800", "三菱", "ｶﾞ", "0", "https://a.b/", "行った", "́"})
    void long_texts_end_soon(String part) {
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> check(part.repeat(5_000 / part.length() + 1)));
    }

    private static void check(String text) {
        assertThatCode(() -> {
                    Reading reading = READER.read(text);
                    assertThat(reading.kana()).matches("[ァ-ー 、。]*");
                    for (Reading.Phrase phrase : reading.phrases()) {
                        assertThat(phrase.end()).isGreaterThan(phrase.start()).isLessThanOrEqualTo(text.length());
                    }
                })
                .doesNotThrowAnyException();
    }
}
