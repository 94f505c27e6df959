package dev.aizuchi.japanese.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFormsTest {
    private static final PlainForms FORMS = PlainForms.standard();

    @Test
    void claims_no_standard_sentence_for_a_dialect() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("standard.txt"))) {
            List<String> claimed = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && FORMS.region(line).isPresent())
                    .toList();

            assertThat(claimed).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "体がえらい,NAGOYA,体がつらい",
        "それ、なおしといて,KANSAI,それ、片付けておいて",
        "体がこわい,TOHOKU,体が疲れた",
        "歯がはしる,KYUSHU,歯がずきずき痛む",
        "先に帰りましょうね,OKINAWA,先に帰る",
    })
    void resolves_false_friends_where_the_dialect_is_known(String text, Region region, String plain) {
        assertThat(FORMS.plain(text, region).text()).isEqualTo(plain);
    }

    @Test
    void leaves_the_plain_standard_language_alone() {
        assertThat(FORMS.plain("お水を持ってきて")).isEqualTo(new Plain("お水を持ってきて", java.util.Optional.empty()));
    }
}
