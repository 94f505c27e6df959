package dev.aizuchi.japanese.pragmatics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.pragmatics.Answer.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private static final Answers ANSWERS = Answers.standard();

    @Test
    void takes_the_same_words_by_what_was_asked() {
        assertThat(ANSWERS.resolve("結構です", Asked.OFFER).meaning()).isEqualTo(Meaning.REFUSE);
        assertThat(ANSWERS.resolve("結構です", Asked.CONFIRMATION).meaning()).isEqualTo(Meaning.ACCEPT);
        assertThat(ANSWERS.resolve("いいです", Asked.PERMISSION).meaning()).isEqualTo(Meaning.ACCEPT);
    }

    @Test
    void names_both_readings_where_two_remain() {
        Answer thanks = ANSWERS.resolve("すみません", Asked.OFFER);

        assertThat(thanks.meaning()).isEqualTo(Meaning.UNCLEAR);
        assertThat(thanks.readings()).containsExactlyInAnyOrder(Meaning.ACCEPT, Meaning.REFUSE);
    }

    @Test
    void finds_no_answer_in_what_is_none() {
        assertThat(ANSWERS.resolve("空が青いな", Asked.OFFER).readings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "お茶をお持ちしましょうか。,OFFER",
        "一緒に歌いませんか。,INVITATION",
        "入ってもいいですか。,PERMISSION",
        "手を上げていただけますか。,REQUEST",
        "3時でよろしいですか。,CONFIRMATION",
        "ご気分は大丈夫ですか。,WELLBEING",
        "お薬は飲みましたか。,FACT",
        "何をお飲みになりますか。,OPEN",
    })
    void tells_what_kind_of_question_it_is(String question, Asked asked) {
        assertThat(ANSWERS.asked(question)).isEqualTo(asked);
    }
}
