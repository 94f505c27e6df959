package dev.aizuchi.japanese.grammar;

import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology.Inflection;

/**
 * Describe one word of a text with its inflection.
 *
 * @param surface the word as it stands
 * @param base its dictionary form (行っ → 行く); the surface where nothing inflects
 * @param pos part of speech of the IPA dictionary, from coarse to fine: 動詞-自立
 * @param type inflection type: 五段・ラ行, 一段, 特殊・マス; empty where nothing inflects
 * @param form inflection form: 連用形, 未然形; empty where nothing inflects
 * @param start the first UTF-16 unit in the text
 * @param end the unit after the last
 */
public record Token(String surface, String base, String pos, String type, String form, int start, int end) {

    static Token of(Morpheme word, Inflection inflection) {
        return new Token(
                word.surface(),
                word.base(),
                word.partOfSpeech(),
                inflection.type(),
                inflection.form(),
                word.start(),
                word.end());
    }

    /** Tell whether the part of speech begins like this. */
    public boolean is(String prefix) {
        return pos.startsWith(prefix);
    }

    /** Tell whether the word stands exactly so. */
    public boolean says(String word) {
        return surface.equals(word);
    }

    /** Tell whether this is a verb, main or auxiliary, but no suffix (れる, せる). */
    public boolean isVerb() {
        return is("動詞") && !is("動詞-接尾");
    }

    public boolean isNoun() {
        return is("名詞");
    }

    public boolean isParticle() {
        return is("助詞");
    }
}
