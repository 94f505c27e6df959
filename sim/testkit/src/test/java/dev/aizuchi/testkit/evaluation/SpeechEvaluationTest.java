package dev.aizuchi.testkit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.testkit.evaluation.Recordings.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechEvaluationTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"止まれ, 止まれ, 0", "止まれ, 留まれ, 1", "止まれ, '', 3", "水, お水を, 2", "𠮷野, 吉野, 1"})
    void errors_are_edits_by_character(String said, String heard, int wrong) {
        assertThat(ErrorRate.of(said, heard).wrong()).isEqualTo(wrong);
    }

    @Test
    void the_rate_of_a_set_weighs_by_length() {
        ErrorRate sum = ErrorRate.of("あ", "い").plus(ErrorRate.of("ああああああああああ", "ああああああああああ"));
        assertThat(sum.rate()).isEqualTo(1 / 11.0);
        assertThat(ErrorRate.of("水", "お水をください").rate()).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"地震が起きた, 自信が起きた", "3時に行きます, 三時に行きます", "お父さん、どうぞ。, おとーさんどーぞ", "先生, せんせえ", "１０１号室, 101号室"})
    void what_sounds_the_same_has_no_error_in_kana(String one, String other) {
        Spelling spelling = new Spelling();
        assertThat(spelling.said(one)).isEqualTo(spelling.said(other));
    }

    @Test
    void transcripts_with_a_head_line_give_readings_and_tags() throws Exception {
        write("file\ttext\treading\tvoice\tsnr", "a.wav\t止まれ\tとまれ\tmei\t10", "b\tお水をください\t\t\tclean");
        Files.writeString(folder.resolve("b.wav"), "");
        List<Recording> recordings = Recordings.in(folder);
        assertThat(recordings.get(0).reading()).contains("とまれ");
        assertThat(recordings.get(0).tags()).isEqualTo(Map.of("voice", "mei", "snr", "10"));
        assertThat(recordings.get(1).file()).hasFileName("b.wav");
        assertThat(recordings.get(1).tags()).isEqualTo(Map.of("snr", "clean"));
    }

    @Test
    void transcripts_without_a_head_line_are_file_and_text() throws Exception {
        write("a.wav\t止まれ");
        assertThat(Recordings.in(folder).get(0).text()).isEqualTo("止まれ");
    }

    @Test
    void a_line_without_text_and_a_folder_without_transcripts_are_named() throws Exception {
        assertThatThrownBy(() -> Recordings.in(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("no .tsv");
        write("a.wav\t止まれ", "b.wav");
        assertThatThrownBy(() -> Recordings.in(folder)).hasMessageContaining("transcripts.tsv:2");
        assertThatThrownBy(() -> Recordings.in(folder.resolve("absent"))).hasMessageContaining("absent");
    }

    @Test
    void figures_are_given_for_all_and_by_tag() throws Exception {
        write("file\ttext\tsnr", "a.wav\t止まれ\tclean", "b.wav\t地震です\t10", "c.wav\tお水\t10", "broken.wav\t水\t10");
        SpeechReport report = evaluate("止まれ", "自信です", "");
        assertThat(report.all().recordings()).isEqualTo(3);
        assertThat(report.unread()).isEqualTo(1);
        assertThat(report.all().exact()).isEqualTo(2);
        assertThat(report.all().surface()).isEqualTo(new ErrorRate(4, 9));
        assertThat(report.all().kana()).isEqualTo(new ErrorRate(3, 11));
        assertThat(report.groups()).extracting(SpeechReport.Figures::value).containsExactly("clean", "10");
        assertThat(report.all().firstPartialMillis().p50()).isEqualTo(20);
    }

    @Test
    void the_page_shows_the_worst_first_and_nothing_of_it_is_taken_for_markup() throws Exception {
        write("file\ttext", "a.wav\t止まれ", "b.wav\t<b>水</b>");
        String page = SpeechReportPage.of(evaluate("止まれ", "火"), "運転 & 試験");
        assertThat(page)
                .contains("運転 &amp; 試験")
                .contains("&lt;b&gt;水&lt;/b&gt;")
                .doesNotContain("<b>")
                .doesNotContain("{{");
        assertThat(page.indexOf("b.wav")).isLessThan(page.indexOf("a.wav"));
    }

    private SpeechReport evaluate(String... heard) {
        return new SpeechEvaluation(new Parrot(List.of(heard)), List.of(), SpeechEvaluationTest::clip)
                .run(Recordings.in(folder), row -> {});
    }

    private static AudioClip clip(Path file) {
        if (file.endsWith("broken.wav")) {
            throw new AudioException(file + " is no WAV file");
        }
        return new AudioClip(new short[16_000], 16_000);
    }

    private void write(String... lines) throws Exception {
        Files.write(folder.resolve("transcripts.tsv"), List.of(lines));
    }

    /** Hears what it was told, whatever the sound. */
    private static final class Parrot implements SpeechRecognizer {
        private final Queue<String> texts;

        Parrot(List<String> texts) {
            this.texts = new ArrayDeque<>(texts);
        }

        @Override
        public Session open(List<String> phrases) {
            String text = texts.remove();
            return new Session() {
                @Override
                public Optional<String> accept(AudioFrame frame) {
                    return Optional.of(text);
                }

                @Override
                public Optional<Recognition> finish() {
                    return text.isEmpty() ? Optional.empty() : Optional.of(Recognition.ofText(text));
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
