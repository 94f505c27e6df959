package dev.aizuchi.japanese.keigo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolitenessCheckTest {
    private static final PolitenessCheck CHECK = new PolitenessCheck();

    @Test
    void marks_the_words_that_are_wrong_and_repairs_only_them() {
        Politeness found = CHECK.check("今朝、先生がおっしゃられました。");

        assertThat(found.issues()).containsExactly(new Issue(6, 12, IssueKind.DOUBLE_KEIGO, "おっしゃられ", "おっしゃい"));
        assertThat(found.suggestion()).contains("今朝、先生がおっしゃいました。");
        assertThat(found.level()).isEqualTo(Level.RESPECTFUL);
    }

    @Test
    void has_nothing_to_suggest_for_what_is_right() {
        Politeness found = CHECK.check("お茶をお持ちしましょうか。");

        assertThat(found.issues()).isEmpty();
        assertThat(found.suggestion()).isEmpty();
    }

    @Test
    void lets_friends_speak_plainly() {
        assertThat(CHECK.check("もう行くよ。", Listener.FRIEND).issues()).isEmpty();
        assertThat(CHECK.check("もう行くよ。", Listener.FRIEND).level()).isEqualTo(Level.PLAIN);
    }

    @Test
    void counts_places_in_the_whole_text() {
        Issue issue = CHECK.check("こんにちは。\n食事はもう食べれますか。").issues().get(0);

        assertThat(issue.kind()).isEqualTo(IssueKind.RA_DROPPING);
        assertThat("こんにちは。\n食事はもう食べれますか。".substring(issue.start(), issue.end())).isEqualTo("食べれ");
    }

    @Test
    void leaves_what_is_quoted_as_it_is() {
        assertThat(CHECK.check("「すぐ行く。待ってろ」と伝言がありました。").issues()).isEmpty();
    }

    @Test
    void tells_a_polite_level_from_a_respectful_one() {
        assertThat(CHECK.check("すぐ行きます。").level()).isEqualTo(Level.POLITE);
        assertThat(CHECK.check("すぐ参ります。").level()).isEqualTo(Level.RESPECTFUL);
    }
}
