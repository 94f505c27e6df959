package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpokenSound;
import dev.aizuchi.voice.hmm.Prosody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HmmSynthesizerTest {
    private static final String SENTENCE = "お茶を三本お持ちします。";

    @TempDir
    Path directory;

    private static HmmSynthesizer speaking(SpeakingStyle style) {
        return HmmSynthesizer.open(new HmmProvider.Settings(null, style, null, null, null, null));
    }

    private static double level(AudioClip clip) {
        double sum = 0;
        for (short sample : clip.samples()) {
            sum += (double) sample * sample;
        }
        return 10 * Math.log10(sum / clip.samples().length);
    }

    @Test
    void says_a_sentence_aloud_and_as_long_as_a_person_would() {
        AudioClip clip = speaking(SpeakingStyle.NORMAL).synthesize(SENTENCE);

        assertThat(clip.sampleRate()).isEqualTo(48_000);
        assertThat(clip.duration().toMillis()).isBetween(1_200L, 3_000L);
        assertThat(level(clip)).isGreaterThan(60);
    }

    @Test
    void says_the_same_sentence_the_same_way() {
        HmmSynthesizer voice = speaking(SpeakingStyle.NORMAL);

        assertThat(voice.synthesize(SENTENCE).samples())
                .isEqualTo(voice.synthesize(SENTENCE).samples());
    }

    @Test
    void gives_its_first_block_before_the_rest_is_made() {
        AudioStream sound = speaking(SpeakingStyle.NORMAL)
                .speak(SENTENCE, SpeakingStyle.NORMAL)
                .sound();
        List<Integer> blocks = new ArrayList<>();
        for (Optional<AudioClip> block = sound.next(); block.isPresent(); block = sound.next()) {
            blocks.add(block.get().samples().length);
        }

        assertThat(blocks).hasSizeGreaterThan(10).allMatch(length -> length <= 4_800);
    }

    @Test
    void slow_clear_is_slower_and_no_quieter() {
        AudioClip normal = speaking(SpeakingStyle.NORMAL).synthesize(SENTENCE);
        AudioClip clear = speaking(SpeakingStyle.SLOW_CLEAR).synthesize(SENTENCE);

        assertThat((double) clear.samples().length / normal.samples().length).isBetween(1.15, 1.35);
        assertThat(level(clear)).isGreaterThan(level(normal));
    }

    @Test
    void soft_is_quiet() {
        assertThat(level(speaking(SpeakingStyle.SOFT).synthesize(SENTENCE)))
                .isLessThan(level(speaking(SpeakingStyle.NORMAL).synthesize(SENTENCE)) - 6);
    }

    @Test
    void a_style_that_is_asked_for_takes_the_place_of_the_usual_one() {
        HmmSynthesizer soft = speaking(SpeakingStyle.SOFT);
        SpokenSound clear = soft.speak(SENTENCE, SpeakingStyle.SLOW_CLEAR);

        assertThat(clear.style()).isEqualTo(SpeakingStyle.SLOW_CLEAR);
        assertThat(clear.sound().rest().samples())
                .isEqualTo(
                        speaking(SpeakingStyle.SLOW_CLEAR).synthesize(SENTENCE).samples());
        assertThat(soft.speak(SENTENCE, SpeakingStyle.NORMAL).sound().rest().samples())
                .isEqualTo(soft.synthesize(SENTENCE).samples());
    }

    @Test
    void a_break_lasts_as_long_as_it_is_told() {
        HmmSynthesizer voice = speaking(SpeakingStyle.NORMAL);
        int without = voice.synthesize(new Script(List.of(words("お茶を"), words("お持ちします。"))))
                .samples()
                .length;
        int with = voice.synthesize(new Script(List.of(words("お茶を"), new Script.Break(1_000), words("お持ちします。"))))
                .samples()
                .length;

        assertThat((with - without) / 48).isBetween(850, 1_150);
    }

    @Test
    void given_sounds_are_said_as_given() {
        HmmSynthesizer voice = speaking(SpeakingStyle.NORMAL);
        var sounds = new Script(List.of(new Script.Sounds("アイズチ", 0, Prosody.PLAIN)));

        assertThat(voice.synthesize(sounds).duration().toMillis()).isBetween(300L, 1_200L);
    }

    @Test
    void text_without_sound_is_refused_with_the_cure() {
        assertThatThrownBy(() -> speaking(SpeakingStyle.NORMAL).synthesize("「」"))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("kana or kanji");
    }

    @Test
    void falls_silent_when_closed_meanwhile() {
        HmmSynthesizer voice = speaking(SpeakingStyle.NORMAL);

        AudioStream sound = voice.speak(SENTENCE, SpeakingStyle.NORMAL).sound();
        sound.next();
        voice.close();

        assertThatThrownBy(sound::next).isInstanceOf(AudioException.class).hasMessageContaining("closed");
    }

    @Test
    void a_file_that_is_no_voice_is_named() throws Exception {
        Path file = Files.writeString(directory.resolve("x.htsvoice"), "[GLOBAL]\n");

        assertThatThrownBy(() -> HmmSynthesizer.open(new HmmProvider.Settings(file, null, null, null, null, null)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("x.htsvoice");
    }

    @Test
    void a_lexicon_says_how_words_are_read() throws Exception {
        Path lexicon = Files.writeString(directory.resolve("words.pls"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="x-kana" xml:lang="ja">
                  <lexeme><grapheme>凪</grapheme><phoneme>ナギサマノオヘヤ</phoneme></lexeme>
                </lexicon>
                """);
        var settings = new HmmProvider.Settings(null, null, null, null, null, lexicon);
        int plain = speaking(SpeakingStyle.NORMAL).synthesize("凪").samples().length;

        assertThat(HmmSynthesizer.open(settings).synthesize("凪").samples().length)
                .isGreaterThan(2 * plain);
    }

    @Test
    void a_lexicon_without_a_reading_is_named_with_its_word() throws Exception {
        Path lexicon = Files.writeString(
                directory.resolve("words.pls"), "<lexicon><lexeme><grapheme>凪</grapheme></lexeme></lexicon>");
        var settings = new HmmProvider.Settings(null, null, null, null, null, lexicon);

        assertThatThrownBy(() -> HmmSynthesizer.open(settings))
                .isInstanceOf(AdapterException.class)
                .hasMessageContainingAll("words.pls", "凪", "kana");
    }

    private static Script.Words words(String text) {
        return new Script.Words(text, Prosody.PLAIN);
    }
}
