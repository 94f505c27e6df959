package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hold the wrapped analyser to its places and readings. */
final class MorphologyTest {
    private final Morphology morphology = new Morphology();

    @Test
    void tells_words_with_base_forms_readings_and_places() {
        List<Morpheme> words = morphology.analyze("トイレに行きたい");
        assertThat(words).extracting(Morpheme::surface).containsExactly("トイレ", "に", "行き", "たい");
        assertThat(words.get(2)).isEqualTo(new Morpheme("行き", "行く", "イキ", "動詞-自立", 4, 6));
    }

    @Test
    void the_words_make_up_the_whole_text() {
        String text = "「お水」、 ください。ABC😀ほげ";
        assertThat(morphology.analyze(text).stream().map(Morpheme::surface).reduce("", String::concat))
                .isEqualTo(text);
    }

    @Test
    void reads_in_hiragana() {
        assertThat(morphology.reading("看護師さんを呼んでください")).isEqualTo("かんごしさんをよんでください");
        assertThat(morphology.reading("エレベーター")).isEqualTo("えれべーたー");
        assertThat(morphology.reading("")).isEmpty();
    }

    @Test
    void gives_each_of_many_threads_its_own_answer() {
        List<String> texts = List.of("お水をください", "電気を消して", "トイレに行きたい");
        List<String> alone = texts.stream().map(morphology::reading).toList();
        assertThat(IntStream.range(0, 300)
                        .parallel()
                        .allMatch(i -> morphology.reading(texts.get(i % 3)).equals(alone.get(i % 3))))
                .isTrue();
    }
}
