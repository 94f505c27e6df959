package dev.aizuchi.disaster.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.disaster.alert.Alert.Phase;
import dev.aizuchi.disaster.alert.Alert.Status;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertReaderTest {

    @Test
    void a_seismic_intensity_report_is_read_with_its_areas() {
        Alert alert = Sample.of("vxse51.xml").read();
        assertThat(alert.status()).isEqualTo(Status.ACTUAL);
        assertThat(alert.phase()).isEqualTo(Phase.ISSUED);
        assertThat(alert.event()).isEqualTo("震度５強、震度４");
        assertThat(alert.areas()).containsExactly("千葉県北東部", "茨城県南部", "千葉県北西部");
        assertThat(alert.sent()).isEqualTo(OffsetDateTime.parse("2026-04-01T09:51:00+09:00"));
        assertThat(alert.end()).isEqualTo(alert.sent().plus(Duration.ofHours(3)));
    }

    @Test
    void a_tsunami_warning_leaves_out_where_only_the_sea_level_changes() {
        Alert alert = Sample.of("vtse41.xml").read();
        assertThat(alert.event()).isEqualTo("津波警報");
        assertThat(alert.areas()).containsExactly("千葉県九十九里・外房", "茨城県");
    }

    /** Both reports of one quake have its EventID. */
    @Test
    void a_tsunami_warning_is_not_taken_for_the_intensity_report_of_its_quake() {
        assertThat(Sample.of("vtse41.xml").read().id())
                .isNotEqualTo(Sample.of("vxse51.xml").read().id());
    }

    @Test
    void a_weather_warning_without_an_event_id_is_read_and_names_the_warning_alone() {
        Alert alert = Sample.of("vpww53.xml").read();
        assertThat(alert.event()).isEqualTo("大雨警報");
        assertThat(alert.areas()).containsExactly("東京都");
        assertThat(alert.id())
                .isNotEqualTo(
                        Sample.of("vpww53.xml").with("東京都気象", "千葉県気象").read().id());
    }

    @Test
    void where_all_kinds_are_over_the_warning_is_lifted() {
        Alert alert = Sample.of("vpww53.xml")
                .with("<Name>大雨警報", "<Name>大雨警報解除")
                .with("<Name>洪水注意報", "<Name>解除")
                .read();
        assertThat(alert.phase()).isEqualTo(Phase.LIFTED);
        assertThat(Sample.of("vtse41.xml")
                        .with("津波警報</Name>", "津波警報解除</Name>")
                        .with("津波注意報</Name>", "津波なし</Name>")
                        .read()
                        .phase())
                .isEqualTo(Phase.LIFTED);
    }

    @Test
    void a_report_that_is_taken_back_is_cancelled() {
        assertThat(Sample.of("vtse41.xml").with(">発表<", ">取消<").read().phase()).isEqualTo(Phase.CANCELLED);
    }

    @Test
    void an_early_warning_is_over_after_a_minute() {
        Alert alert = Sample.of("vxse51.xml").with("震度速報", "緊急地震速報（警報）").read();
        assertThat(alert.end()).isEqualTo(alert.sent().plusMinutes(1));
        assertThat(Sample.of("vxse51.xml")
                        .with("<EventID>", "<ValidDateTime>2026-04-01T10:30:00+09:00</ValidDateTime><EventID>")
                        .read()
                        .end())
                .isEqualTo("2026-04-01T10:30:00+09:00");
    }

    @ParameterizedTest
    @CsvSource({"訓練, EXERCISE", "試験, TECHNICAL", "通常, ACTUAL"})
    void the_jma_says_whether_it_is_meant(String written, Status status) {
        Sample sample = Sample.of("vtse41.xml").with("<Status>通常", "<Status>" + written);
        assertThat(sample.read().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Exercise, Alert, Public, EXERCISE",
        "Test, Alert, Public, TECHNICAL",
        "Draft, Alert, Public, TECHNICAL",
        "System, Alert, Public, TECHNICAL",
        "Actual, Ack, Public, TECHNICAL",
        "Actual, Error, Public, TECHNICAL",
        "Actual, Alert, Restricted, TECHNICAL",
        "Actual, Alert, Private, TECHNICAL",
        "Actual, Update, Public, ACTUAL",
    })
    void cap_says_whether_it_is_meant_and_for_whom(String status, String type, String scope, Status read) {
        Sample sample = Sample.of("cap.xml")
                .with("<status>Actual", "<status>" + status)
                .with("<msgType>Alert", "<msgType>" + type)
                .with("<scope>Public", "<scope>" + scope);
        assertThat(sample.read().status()).isEqualTo(read);
    }

    @Test
    void of_cap_the_japanese_part_is_taken_wherever_it_stands() {
        Alert alert = Sample.of("cap.xml").read();
        assertThat(alert.id()).isEqualTo("bousai@city.example.jp,JP-13-2026-0401-001");
        assertThat(alert.event()).isEqualTo("避難指示");
        assertThat(alert.areas()).containsExactly("川端一丁目", "川端二丁目");
        assertThat(alert.expires()).isEqualTo(Optional.of(OffsetDateTime.parse("2026-04-01T21:00:00+09:00")));
        assertThat(Sample.of("cap.xml").with("ja-JP", "en-GB").read().event()).isEqualTo("Evacuation order");
    }

    @Test
    void an_update_names_what_it_replaces() {
        assertThat(Sample.of("cap-update.xml").read().references())
                .containsExactly("bousai@city.example.jp,JP-13-2026-0401-001");
    }

    @Test
    void a_cancel_needs_no_info_and_may_name_several() {
        Alert alert = Sample.of("cap-cancel.xml").read();
        assertThat(alert.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(alert.references()).hasSize(2);
        assertThat(Sample.of("cap-update.xml")
                        .with("<cap:urgency>", "<cap:responseType>AllClear</cap:responseType><cap:urgency>")
                        .read()
                        .phase())
                .isEqualTo(Phase.LIFTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cap.xml    | <sent>2026-04-01T09:45:00+09:00 | <sent>2026-04-01T09:45:00 | <sent> is no time with an offset
            cap.xml    | <status>Actual          | <status>Real         | <status> is none of CAP 1.2
            cap.xml    | <msgType>Alert          | <msgType>            | <msgType> is none of CAP 1.2
            cap.xml    | cap:1.2                 | cap:1.1              | neither CAP 1.2 nor JMA
            vtse41.xml | <Status>通常             | <Status>             | <Status> is none of the JMA's
            vtse41.xml | ReportDateTime          | Reported             | has no <ReportDateTime>
            vtse41.xml | InfoType                | Type                 | has no <InfoType>
            """)
    void what_is_wrong_is_named_with_the_file(String name, String part, String other, String message) {
        assertThatThrownBy(() -> Sample.of(name).with(part, other).read())
                .isInstanceOf(AlertException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message);
    }

    @Test
    void cap_without_info_is_refused() {
        assertThatThrownBy(() ->
                        Sample.of("cap-cancel.xml").with("Cancel", "Alert").read())
                .hasMessageContaining("no <info>");
    }

    @Test
    void utc_may_be_written_in_each_way() {
        for (String utc : new String[] {"Z", "+00:00", "-00:00"}) {
            assertThat(Sample.of("cap.xml")
                            .with("09:45:00+09:00", "00:45:00" + utc)
                            .read()
                            .sent())
                    .isEqualTo(OffsetDateTime.parse("2026-04-01T00:45:00Z"));
        }
    }

    @Test
    void another_encoding_is_read_when_it_is_declared_and_refused_when_it_is_not() {
        String text = Sample.of("vtse41.xml").text();
        byte[] declared = text.replace("UTF-8", "Shift_JIS").getBytes(Charset.forName("Shift_JIS"));
        assertThat(AlertReader.read(declared, "sjis.xml").event()).isEqualTo("津波警報");
        assertThatThrownBy(() -> AlertReader.read(text.getBytes(Charset.forName("Shift_JIS")), "sjis.xml"))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("sjis.xml: not XML that is read here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "hello", "<a>", "<a/><b/>", "<a b=c/>", "{\"a\":1}", "<a>\u0000</a>"})
    void what_is_no_xml_is_refused(String text) {
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE alert [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><alert>&f;</alert>",
                "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:9/alert.dtd\"><alert/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]><a/>",
                "<!DOCTYPE a [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
            })
    void entities_and_document_types_are_refused(String text) {
        assertThatThrownBy(() -> AlertReader.read(text.getBytes(StandardCharsets.UTF_8), "bad.xml"))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("DOCTYPE is disallowed");
    }

    @Test
    void nothing_is_included_from_elsewhere() {
        Alert alert = Sample.of("cap.xml")
                .with(
                        "<headline>川沿いの地区に避難指示を出しました",
                        "<headline><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\""
                                + " href=\"file:///etc/hostname\"/>")
                .read();
        assertThat(alert.headline()).isEmpty();
    }

    @Test
    void what_is_nested_without_end_is_refused() {
        refused("<a>".repeat(200_000) + "</a>".repeat(200_000));
        refused("<a>".repeat(600_000));
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> AlertReader.read(text.getBytes(StandardCharsets.UTF_8), "bad.xml"))
                .isInstanceOf(AlertException.class)
                .hasMessageStartingWith("bad.xml: ");
    }
}
