package dev.aizuchi.disaster.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.disaster.Announcements;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnnouncementsTest {
    private final Announcements announcements = Announcements.standard();

    @ParameterizedTest
    @CsvSource({
        "vxse51.xml, earthquake",
        "vtse41.xml, tsunami",
        "vpww53.xml, heavy_rain",
        "cap.xml, evacuation",
        "cap-cancel.xml, cancelled"
    })
    void each_sample_has_its_kind(String sample, String kind) {
        assertThat(announcements.kind(Sample.of(sample).read())).isEqualTo(kind);
    }

    @Test
    void a_tsunami_warning_is_said_with_its_areas_and_headline() {
        assertThat(said(Sample.of("vtse41.xml")))
                .containsEntry(
                        "ja", "津波の情報です。すぐに海や川から離れ、高い所へ避難してください。" + "対象の地域は、千葉県九十九里・外房、茨城県です。津波警報を発表しました。ただちに避難してください。")
                .containsEntry("en", "Tsunami. Move away from the sea and rivers to high ground now.")
                .containsOnlyKeys("ja", "ja_easy", "en", "zh", "ko");
    }

    /** Nothing that is meant for practice may be heard as real, in any language. */
    @Test
    void a_drill_begins_with_saying_so_in_every_language() {
        Map<String, String> said = said(Sample.of("vtse41.xml").with("<Status>通常", "<Status>訓練"));
        said.forEach((language, text) -> assertThat(text).startsWith(announcements.text("test", language)));
        assertThat(said(Sample.of("cap.xml").with("<status>Actual", "<status>Exercise"))
                        .values())
                .allMatch(text -> text.startsWith("これは訓練です。")
                        || text.startsWith("これは 練習です。")
                        || text.startsWith("This is a drill.")
                        || text.startsWith("这是演习。")
                        || text.startsWith("이것은 훈련입니다."));
    }

    @Test
    void what_is_over_is_not_announced_as_a_danger() {
        Sample lifted =
                Sample.of("vpww53.xml").with("大雨警報</Name>", "大雨警報解除</Name>").with("洪水注意報", "解除");
        assertThat(said(lifted).get("ja")).startsWith("先ほどの警報や注意報は、解除されました。");
        assertThat(said(Sample.of("vtse41.xml").with(">発表<", ">取消<")).get("en"))
                .isEqualTo("The last warning has been cancelled.");
    }

    @Test
    void an_advisory_is_not_announced_as_a_warning_unless_the_sea_comes() {
        Sample advisory = Sample.of("vpww53.xml").with("大雨警報", "大雨注意報");
        assertThat(announcements.kind(advisory.read())).isEqualTo("advisory");
        Sample tsunami = Sample.of("vtse41.xml").with("<Name>津波警報", "<Name>津波注意報");
        assertThat(announcements.kind(tsunami.read())).isEqualTo("tsunami");
    }

    @Test
    void what_is_not_japanese_is_not_given_to_the_japanese_voice() {
        assertThat(said(Sample.of("cap.xml").with("ja-JP", "en-GB")).get("ja"))
                .isEqualTo(announcements.text("evacuation", "ja"));
    }

    @Test
    void a_long_headline_ends_with_a_whole_sentence() {
        String sentence = "川の水が増えています。";
        Sample wordy = Sample.of("cap.xml").with("川沿いの地区に避難指示を出しました", sentence.repeat(50));
        assertThat(said(wordy).get("ja")).endsWith(sentence).hasSizeLessThan(300);
    }

    @Test
    void every_kind_is_there_in_every_language() {
        announcements.texts().forEach((kind, byLanguage) -> {
            if (!kind.equals("where")) {
                assertThat(byLanguage).as(kind).containsOnlyKeys("ja", "ja_easy", "en", "zh", "ko");
            }
        });
        assertThat(announcements.texts().keySet())
                .containsAll(announcements.kinds().keySet());
    }

    private Map<String, String> said(Sample sample) {
        return announcements.said(sample.read());
    }
}
