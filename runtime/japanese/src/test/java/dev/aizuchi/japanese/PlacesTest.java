package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacesTest {
    private static final Places PLACES = Places.of(List.of("101号室", "102号室", "201号室", "食堂", "廊下", "トイレ", "スタッフステーション"));

    @ParameterizedTest
    @CsvSource({
        "食堂,食堂",
        "食堂の方,食堂",
        "お食堂,食堂",
        "食堂側,食堂",
        "しょくどう,食堂",
        "お手洗い,トイレ",
        "便所,トイレ",
        "一〇一号室,101号室",
        "百一号室,101号室",
        "101,101号室",
        "１０２号,102号室",
        "ひゃくいち号室,101号室",
        "いちまるに号室,102号室",
        "にひゃくいち号室,201号室",
        "101号室さん,101号室",
        "101のお部屋,101号室",
        "ステーション,スタッフステーション",
        "廊下の奥の方,廊下"
    })
    void a_place_of_the_site_is_found_however_it_is_said(String said, String name) {
        assertThat(PLACES.meant(said)).isEqualTo(new Places.Meant.Known(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"部屋", "お部屋", "この部屋", "ここ", "私の部屋", "枕元", "手元", "ベッドの上", "こっちの部屋", "わしの部屋", "部屋の方"})
    void here_is_where_the_speaker_is(String said) {
        assertThat(PLACES.meant(said)).isEqualTo(new Places.Meant.Here());
    }

    @ParameterizedTest
    @ValueSource(strings = {"庭", "301号室", "10", "二階", "院長室", "田中さんの部屋", "空", "", "の方"})
    void what_the_site_does_not_have_is_unknown(String said) {
        assertThat(PLACES.meant(said)).isEqualTo(new Places.Meant.Unknown());
    }

    @Test
    void the_one_place_that_a_sentence_speaks_of_is_found() {
        assertThat(PLACES.in("食堂、電気つけて")).contains("食堂");
        assertThat(PLACES.in("食堂と廊下の電気をつけて")).isEmpty();
        assertThat(PLACES.in("電気をつけてくれるだろうか")).isEmpty();
    }

    @Test
    void a_place_in_kana_is_written_as_the_site_does() {
        assertThat(PLACES.written("ろうかを明るくして")).isEqualTo("廊下を明るくして");
        assertThat(PLACES.written("つけてくれるだろうか")).isEqualTo("つけてくれるだろうか");
    }
}
