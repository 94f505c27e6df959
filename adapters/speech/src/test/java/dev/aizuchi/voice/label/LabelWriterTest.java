package dev.aizuchi.voice.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.accent.AccentPhrase;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelWriterTest {
    private static AccentPhrase phrase(int nucleus, boolean pause, String part, String... morae) {
        return new AccentPhrase(List.of(new AccentPhrase.Word(List.of(morae), part)), nucleus, false, pause);
    }

    private static List<LabelWriter.Line> lines(AccentPhrase... phrases) {
        return new LabelWriter().of(List.of(phrases));
    }

    private static List<String> phonemes(AccentPhrase... phrases) {
        return lines(phrases).stream().map(LabelWriter.Line::phoneme).toList();
    }

    @Test
    void a_label_tells_all_that_open_jtalk_tells_of_a_phoneme_but_inflection() {
        var first = phrase(1, true, "感動詞", "ハ", "イ");
        var second = phrase(1, false, "名詞-一般", "ア", "メ");
        var third = phrase(0, false, "名詞-一般", "ミ", "ズ");

        assertThat(lines(first, second, third).get(6).context())
                .isEqualTo("pau^a-m+e=m/A:1+2+1/B:09-xx_xx/C:02_xx+xx/D:02+xx_xx/E:2_1!0_xx-0/F:2_1#0_xx@1_2|1_4"
                        + "/G:2_2%0_xx_1/H:1_2/I:2-4@2+1&2-2|3+4/J:xx_xx/K:2+3-6");
    }

    @Test
    void silence_stands_around_the_whole_and_in_pauses() {
        assertThat(phonemes(phrase(1, true, "感動詞", "ハ", "イ"), phrase(1, false, "名詞", "ア", "メ")))
                .containsExactly("sil", "h", "a", "i", "pau", "a", "m", "e", "sil");
    }

    @Test
    void high_vowels_between_voiceless_sounds_lose_their_voice_but_not_twice() {
        assertThat(phonemes(phrase(0, false, "名詞", "キ", "シ", "タ")))
                .containsExactly("sil", "k", "I", "sh", "i", "t", "a", "sil");
    }

    @Test
    void a_vowel_where_the_pitch_falls_keeps_its_voice() {
        assertThat(phonemes(phrase(1, false, "名詞", "キ", "タ"))).containsExactly("sil", "k", "i", "t", "a", "sil");
    }

    @Test
    void desu_ends_without_voice() {
        assertThat(phonemes(phrase(1, false, "助動詞", "デ", "ス"))).containsExactly("sil", "d", "e", "s", "U", "sil");
    }

    @Test
    void a_drawn_out_vowel_is_said_again() {
        assertThat(phonemes(phrase(0, false, "名詞", "トゥ", "ー", "ッ", "ン")))
                .containsExactly("sil", "t", "u", "u", "cl", "N", "sil");
    }
}
