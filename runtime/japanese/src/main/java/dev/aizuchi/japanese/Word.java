package dev.aizuchi.japanese;

/**
 * Hold one word that says what a sentence is about.
 *
 * @param base its dictionary form, by which opposites are looked up
 * @param key what stands for all words that mean the same
 * @param reading of the dictionary form, in hiragana
 * @param weight how much it says, from 0 to 1
 * @param noun whether it names a thing
 * @param predicate whether it can be negated: a verb or an adjective
 * @param at its place among the morphemes
 */
record Word(String base, String key, String reading, double weight, boolean noun, boolean predicate, int at) {

    /** Say how far two words mean the same, from 0 to 1. Homophones do: a recogniser writes 異動 for 移動. */
    double same(Word other) {
        if (key.equals(other.key)) {
            return 1;
        }
        if (reading.length() > 1 && reading.equals(other.reading)) {
            return 0.9;
        }
        return related(other) ? 0.5 : 0;
    }

    /** Tell 大きい from 大きくする and つく from つける: near, but not the same. */
    private boolean related(Word other) {
        if (!predicate || !other.predicate || key.isEmpty() || key.charAt(0) != other.key.charAt(0)) {
            return false;
        }
        return Character.isIdeographic(key.charAt(0))
                && (key.startsWith(stem(other.key)) || other.key.startsWith(stem(key)));
    }

    private static String stem(String key) {
        return key.substring(0, Math.max(1, key.length() - 1));
    }
}
