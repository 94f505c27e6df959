package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import dev.aizuchi.speech.SpeakingStyle;
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

    @Test
    void speaks_to_an_unknown_person_as_they_ask_until_somebody_else_comes() {
        Addressee addressee = new Addressee(PlainForms.standard(), new SpokenLanguage());
        assertThat(addressee.asks("slower")).isEmpty();
        assertThat(addressee.asks("louder")).isEmpty();
        assertThat(addressee.manner()).isEqualTo(new Manner(SpeakingStyle.SLOW_CLEAR, 2));
        assertThat(addressee.slowness()).isEqualTo(1.5);
        assertThat(addressee.asks("silent")).isEmpty();
        assertThat(addressee.manner()).isEqualTo(new Manner(SpeakingStyle.SLOW_CLEAR, 2));
        addressee.is(avoiding("戦争").known().orElseThrow());
        assertThat(addressee.manner()).isEqualTo(Manner.USUAL);
        assertThat(addressee.slowness()).isEqualTo(1);
    }

    @Test
    void who_wants_it_softly_is_no_longer_spoken_to_loudly() {
        Addressee addressee = new Addressee(PlainForms.standard(), new SpokenLanguage());
        addressee.asks("louder");
        addressee.asks("softer");
        assertThat(addressee.manner()).isEqualTo(new Manner(SpeakingStyle.SOFT, 1));
    }

    @Test
    void that_a_known_person_wants_it_slower_is_to_be_remembered_once() {
        Addressee addressee = avoiding("戦争");
        assertThat(addressee.asks("louder")).isEmpty();
        assertThat(addressee.asks("slower").map(Person::pace)).contains(Pace.SLOW);
        assertThat(addressee.asks("slower")).isEmpty();
        assertThat(addressee.slowness()).isEqualTo(1.5);
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
