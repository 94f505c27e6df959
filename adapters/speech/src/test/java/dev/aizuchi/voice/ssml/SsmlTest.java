package dev.aizuchi.voice.ssml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.voice.Script;
import dev.aizuchi.voice.hmm.Prosody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SsmlTest {
    private static List<Script.Part> parts(String content) {
        return Ssml.read("<speak version='1.1' xml:lang='ja'>" + content + "</speak>")
                .script()
                .parts();
    }

    private static Script.Words plain(String text) {
        return new Script.Words(text, Prosody.PLAIN);
    }

    @Test
    void text_is_said_and_breaks_last_as_told() {
        assertThat(parts("お茶を<break time='1.5s'/>三本<break strength='strong'/>"))
                .containsExactly(plain("お茶を"), new Script.Break(1_500), plain("三本"), new Script.Break(700));
    }

    @Test
    void prosody_adds_up_from_the_outside_to_the_inside() {
        assertThat(parts("<prosody rate='80%' volume='-6dB'><prosody pitch='+2st' rate='slow'>静かに</prosody></prosody>"))
                .singleElement()
                .satisfies(part -> {
                    Prosody prosody = ((Script.Words) part).prosody();
                    assertThat(prosody.rate()).isBetween(0.63, 0.65);
                    assertThat(prosody.semitones()).isEqualTo(2);
                    assertThat(prosody.decibels()).isEqualTo(-6);
                });
    }

    @Test
    void a_percentage_of_pitch_is_a_ratio() {
        assertThat(parts("<prosody pitch='+100%'>高く</prosody>"))
                .singleElement()
                .satisfies(part ->
                        assertThat(((Script.Words) part).prosody().semitones()).isEqualTo(12));
    }

    @Test
    void emphasis_is_slower_and_louder() {
        assertThat(parts("<emphasis level='strong'>危険</emphasis>"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(((Script.Words) part).prosody().rate()).isLessThan(1);
                    assertThat(((Script.Words) part).prosody().decibels()).isPositive();
                });
    }

    @Test
    void what_stands_for_other_words_is_said_in_their_place() {
        assertThat(parts("<sub alias='看護師'>NS</sub>")).containsExactly(plain("看護師"));
    }

    @Test
    void digits_are_said_one_by_one_and_numbers_as_they_are_written() {
        assertThat(parts("<say-as interpret-as='digits'>305</say-as><say-as interpret-as='cardinal'>305</say-as>"))
                .containsExactly(plain("サンゼロゴ"), plain("305"));
    }

    @Test
    void sounds_are_given_in_kana_with_the_fall_behind_its_mora() {
        assertThat(parts("<phoneme alphabet='x-kana' ph='しゅ’っぱつ'>出発</phoneme>"))
                .containsExactly(new Script.Sounds("シュッパツ", 1, Prosody.PLAIN));
    }

    @Test
    void what_is_passed_over_is_noted_with_its_line() {
        Ssml read = Ssml.read("<speak>\n<lang xml:lang='en'>はい</lang></speak>");

        assertThat(read.notes()).singleElement().asString().contains("line 2", "<lang>");
        assertThat(read.script().parts()).containsExactly(plain("はい"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<speak><blink>は</blink></speak> | <blink>",
                "<speak><break time='soon'/></speak> | <break>",
                "<speak><prosody rate='hasty'>は</prosody></speak> | <prosody>",
                "<speak><prosody rate='9000%'>は</prosody></speak> | <prosody>",
                "<speak><emphasis level='very'>は</emphasis></speak> | <emphasis>",
                "<speak><sub>は</sub></speak> | alias",
                "<speak><phoneme ph='abc'>は</phoneme></speak> | <phoneme>",
                "<p>は</p> | <speak>",
                "<speak>は | line 1"
            })
    void what_is_wrong_is_told_with_its_tag(String document, String named) {
        assertThatThrownBy(() -> Ssml.read(document))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining(named);
    }
}
