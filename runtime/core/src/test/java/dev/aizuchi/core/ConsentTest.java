package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Cues;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.pragmatics.Answers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hold answers to what the question makes of them. */
final class ConsentTest {
    private final Consent consent =
            new Consent(Cues.standard(), Answers.standard(), new StandardJapanese(PlainForms.standard(), () -> 1));

    @ParameterizedTest
    @CsvSource({
        "ベッドを起こしましょうか。,上げんでええ",
        "ベッドを起こしましょうか。,起こすなよ",
        "ベッドを起こしましょうか。,起こさんでもらえる？",
        "ベッドを起こしましょうか。,起こしちゃいや",
        "電気を消しましょうか。,つけたままでお願い",
        "看護師を呼びましょうか。,呼ばいでもよか",
    })
    void who_forbids_what_is_asked_about_or_wants_the_contrary_refuses(String question, String answer) {
        assertThat(consent.refuses(question(question, true), answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ベッドを起こしましょうか。,起こしてええよ",
        "ベッドを起こしましょうか。,起こしてくれへん？",
        "涼しくしましょうか。,暑いね",
        "ご家族には連絡しないでおきましょうか。,連絡しないで",
    })
    void who_says_it_once_more_does_not_refuse(String question, String answer) {
        assertThat(consent.refuses(question(question, true), answer)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "お茶をお持ちしましょうか。,はい,true",
        "お茶をお持ちしましょうか。,結構です,false",
        "お茶をお持ちしましょうか。,大丈夫です,false",
        "三時でよろしいですか。,結構です,true",
        "三時でよろしいですか。,大丈夫です,true",
        "中に入ってもよろしいですか。,大丈夫です,true",
        "中に入ってもよろしいですか。,いや,false",
        "お茶をお持ちしましょうか。,また今度,false",
    })
    void the_question_decides_what_an_answer_means(String question, String answer, boolean agrees) {
        assertThat(consent.plain(question(question, false), answer)).contains(agrees);
    }

    @ParameterizedTest
    @CsvSource({
        "お茶をお持ちしましょうか。,さっき飲んだばかりなんだ,false",
        "一緒に歩いてみませんか。,今日は膝が痛くて,false",
        "窓を開けましょうか。,そうしてもらえると助かるよ,true",
    })
    void an_answer_may_be_implied(String question, String answer, boolean agrees) {
        assertThat(consent.plain(question(question, false), answer)).isEmpty();
        assertThat(consent.implied(question(question, false), answer)).contains(agrees);
    }

    @ParameterizedTest
    @CsvSource({"はい、大丈夫です", "はい？", "電気を消して", "どうしようかな"})
    void what_is_no_answer_or_two_is_not_taken_for_one(String answer) {
        Question.YesNo question = question("お茶をお持ちしましょうか。", false);

        assertThat(consent.plain(question, answer)).isEmpty();
        assertThat(consent.implied(question, answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ベッドを上げてもよろしいですか。,はい,true",
        "ベッドを上げてもよろしいですか。,はい、お願いします,true",
        "ベッドを上げてもよろしいですか。,いいえ,false",
        "ベッドを上げてもよろしいですか。,大丈夫です,false",
        "ベッドを上げましょうか。,やめとく,false",
    })
    void what_moves_a_person_needs_a_yes_in_both_ways(String question, String answer, boolean agrees) {
        assertThat(consent.plain(question(question, true), answer)).contains(agrees);
    }

    @ParameterizedTest
    @CsvSource({"窓を開けましょうか。,そうしてもらえると助かるよ", "ベッドを上げてもよろしいですか。,うーん、まあ"})
    void an_implied_yes_does_not_move_a_person(String question, String answer) {
        assertThat(consent.plain(question(question, true), answer)).isEmpty();
        assertThat(consent.implied(question(question, true), answer)).isEmpty();
    }

    private static Question.YesNo question(String text, boolean guarded) {
        return new Question.YesNo(text, guarded, null, () -> {}, () -> {}, () -> {});
    }
}
