package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddresseeTest {
    @Test
    void lets_everything_be_said_to_who_is_unknown() {
        Addressee addressee = new Addressee(PlainForms.standard(), new SpokenLanguage());
        assertThat(addressee.likes("戦争の話です。")).isTrue();
        assertThat(addressee.manner()).isEqualTo(Manner.USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "戦争, 太平洋戦争の話ですね。",
        "戦争, せんそうの話ですね。",
        "病気, ご病気は、いかがですか。",
        "病気, びょうきは大変ですね。",
        "夫, 夫のことですね。",
        "死, 死を思うことはありますか。",
        "サッカー, さっかーは、お好きですか。"
    })
    void finds_a_topic_as_it_is_written_and_as_it_sounds(String topic, String sentence) {
        assertThat(avoiding(topic).likes(sentence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"夫, 大丈夫ですよ。", "死, 楽しくしていました。", "足, 明日は晴れますね。", "戦争, 競争は楽しいですね。"})
    void leaves_alone_what_only_looks_or_sounds_alike(String topic, String sentence) {
        assertThat(avoiding(topic).likes(sentence)).isTrue();
    }

    private static Addressee avoiding(String topic) {
        Addressee addressee = new Addressee(PlainForms.standard(), new SpokenLanguage());
        addressee.is(new Person(
                "p-1",
                "鈴木さん",
                Hearing.NORMAL,
                Pace.NORMAL,
                "",
                Locale.JAPANESE,
                List.of(topic),
                new Consent(LocalDate.EPOCH, "本人", "名前で呼ぶため"),
                Instant.EPOCH));
        return addressee;
    }
}
