package dev.aizuchi.japanese;

/**
 * Describe one word of an analysed text.
 *
 * @param surface the word as it stands
 * @param base its dictionary form (行っ → 行く)
 * @param reading how it is said, in katakana; the surface itself where no dictionary knows
 * @param partOfSpeech of the IPA dictionary, from coarse to fine: 名詞-固有名詞-人名-姓
 * @param start the first UTF-16 unit in the text
 * @param end the unit after the last
 */
public record Morpheme(String surface, String base, String reading, String partOfSpeech, int start, int end) {

    /** Tell whether the part of speech begins like this. */
    public boolean is(String prefix) {
        return partOfSpeech.startsWith(prefix);
    }
}
