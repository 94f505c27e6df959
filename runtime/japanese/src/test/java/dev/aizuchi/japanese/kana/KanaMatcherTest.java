package dev.aizuchi.japanese.kana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aizuchi.japanese.Morphology;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hold the comparing of sounds, the lexicon and the matching of names. */
final class KanaMatcherTest {
    private static final String FILE = """
            # surface reading accent kind honorific aliases
            田中	たなか	0	person	さん	たなちゃん
            高橋	たかはし	2	person	さん
            田村	たむら	0	person	さん
            談話室	だんわしつ	3	place		談話コーナー
            """;

    private final KanaDistance distance = new KanaDistance(Confusions.usual());

    @Test
    void splits_into_morae() {
        assertThat(Morae.of("キャットショー")).containsExactly("きゃ", "っ", "と", "しょ", "お");
        assertThat(Morae.of("しんよう、abc")).containsExactly("し", "ん", "よ", "お");
    }

    @ParameterizedTest
    @CsvSource({"とうきょう,トーキョー", "おばあさん,おばーさん", "ずつう,づつう", "きって,きて", "かんごし,かんこし", "おみず,おみづ"})
    void what_recognisers_confuse_is_near(String said, String heard) {
        assertThat(distance.likeness(said, heard)).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @CsvSource({"みず,おちゃ", "でんき,テレビ", "たなか,さとう"})
    void what_sounds_otherwise_is_far(String said, String heard) {
        assertThat(distance.likeness(said, heard)).isLessThan(0.5);
    }

    @Property(tries = 300)
    void distance_is_zero_to_itself_and_bounded(@ForAll String text) {
        assertThat(distance.between(text, text)).isZero();
        assertThat(distance.likeness(text, "たなか")).isBetween(0.0, 1.0);
    }

    @Test
    void finds_the_name_that_was_meant_in_the_n_best() throws IOException {
        KanaMatcher matcher = new KanaMatcher(lexicon(), new Morphology(), Confusions.usual());
        assertThat(matcher.match(List.of("棚か さん", "たなかさん"), 0.7).get(0).entry().surface())
                .isEqualTo("田中");
        assertThat(matcher.match(List.of("だんわひつ"), 0.7).get(0).entry().surface())
                .isEqualTo("談話室");
        assertThat(matcher.match(List.of("おはようございます"), 0.7)).isEmpty();
    }

    @Test
    void learns_what_a_recogniser_confuses() {
        Confusions learned = Confusions.usual().learnedFrom(List.of("かば", "かば", "かも"), List.of("はば", "はば", "はも"));
        assertThat(new KanaDistance(learned).between("かさ", "はさ")).isLessThan(distance.between("かさ", "はさ"));
    }

    @Test
    void writes_aliases_as_the_word_and_speaks_words_by_their_reading() {
        Lexicon words = new Lexicon(List.of(
                new LexiconEntry("談話室", "だんわしつ", -1, "place", "", List.of("デイルーム")),
                new LexiconEntry("東海林", "しょうじ", -1, "person", "さん", List.of())));
        assertThat(words.written("東海林さんはデイルームです")).isEqualTo("東海林さんは談話室です");
        assertThat(words.spoken("東海林さんはデイルームです")).isEqualTo("ショウジさんはデイルームです");
        assertThat(words.written("\uD800 何もない")).isEqualTo("\uD800 何もない");
    }

    @Test
    void writes_the_lexicon_as_pls() throws IOException {
        assertThat(lexicon().toPls()).contains("<grapheme>田中</grapheme>", "<phoneme>タナカ</phoneme>", "xml:lang=\"ja\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicon.read(new StringReader("田中\tたなか\n佐藤\n")))
                .withMessageContaining("line 2");
    }

    private static Lexicon lexicon() throws IOException {
        return Lexicon.read(new StringReader(FILE));
    }
}
