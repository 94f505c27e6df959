package dev.aizuchi.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.whisper.TokenText.Piece;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredibilityTest {
    private final Credibility credibility = new Credibility(0.6, -1);

    @Test
    void believes_a_likely_text_and_leaves_it_as_it_is() {
        assertThat(text("すみません、トイレはどこですか?", -0.2, 0.01, 3)).contains("すみません、トイレはどこですか?");
        assertThat(text("はい。", -0.4, 0.3, 1.2)).contains("はい。");
    }

    @Test
    void drops_an_unlikely_text() {
        assertThat(text("ですよねそれは", -1.4, 0.1, 3)).isEmpty();
    }

    @Test
    void drops_an_unsure_text_where_silence_is_likely_but_not_a_sure_one() {
        assertThat(text("そうですか", -0.8, 0.9, 3)).isEmpty();
        assertThat(text("そうですか", -0.2, 0.9, 3)).contains("そうですか");
    }

    @Test
    void drops_the_ends_of_videos_however_they_are_written() {
        assertThat(text("ご視聴ありがとうございました。", -0.1, 0.1, 3)).isEmpty();
        assertThat(text(" ご視聴 ありがとうございました！", -0.1, 0.1, 3)).isEmpty();
        assertThat(text("ありがとうございました", -0.1, 0.1, 3)).contains("ありがとうございました");
    }

    @Test
    void drops_what_stands_in_brackets_and_keeps_the_rest() {
        assertThat(text("(拍手)", -0.1, 0.1, 3)).isEmpty();
        assertThat(text("[音楽]お水をください", -0.1, 0.1, 3)).contains("お水をください");
        assertThat(text("♪", -0.1, 0.1, 3)).isEmpty();
    }

    @Test
    void says_once_what_runs_in_circles() {
        assertThat(text("トイレはどこですか、どこですか、どこですか、どこですか、どこですか、", -0.3, 0.1, 4))
                .hasValueSatisfying(text -> assertThat(text).hasSizeLessThan(20).startsWith("トイレはどこですか"));
        assertThat(text("あーーーーーーーーーーーーーー", -0.3, 0.1, 4)).contains("あー");
    }

    @Test
    void leaves_what_people_repeat() {
        assertThat(text("はいはいはい", -0.3, 0.1, 2)).contains("はいはいはい");
        assertThat(text("助けて、助けて", -0.3, 0.1, 3)).contains("助けて、助けて");
    }

    @Test
    void drops_more_than_can_be_said_in_the_time() {
        assertThat(text("本日は当施設にお越しいただきまことにありがとうございます", -0.3, 0.1, 1.2)).isEmpty();
    }

    @Test
    void drops_marks_and_what_cannot_be_read() {
        assertThat(text("。", -0.1, 0.1, 2)).isEmpty();
        assertThat(text("", 0, 0.1, 2)).isEmpty();
        assertThat(text("お水\uFFFDをください", -0.1, 0.1, 2)).contains("お水をください");
    }

    private Optional<String> text(String text, double logProbability, double noSpeech, double seconds) {
        return credibility
                .judge(new Transcript(List.of(new Piece(text, 1)), logProbability, noSpeech, seconds))
                .map(Credibility.Believed::text);
    }
}
