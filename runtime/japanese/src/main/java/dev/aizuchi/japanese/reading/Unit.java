package dev.aizuchi.japanese.reading;

import dev.aizuchi.japanese.Morpheme;

/**
 * Hold something that is read as one, with what decides where accent phrases part.
 *
 * @param kana its reading in katakana; a blank parts phrases; 、 or 。 for a pause
 * @param start its first unit in the spelled text
 * @param end the unit after the last
 * @param word the word that it is; for what is written in a form of its own, a noun
 * @param number whether it begins with a number
 */
public record Unit(String kana, int start, int end, Morpheme word, boolean number) {
    /** Tell whether it is a pause alone. */
    public boolean isPause() {
        return kana.equals("、") || kana.equals("。");
    }

    /**
     * Tell whether a new accent phrase begins between two units. After the rules by which Open JTalk chains phrases
     * (njd_set_accent_phrase), said anew by part of speech of the IPA dictionary.
     */
    boolean parts(Unit next) {
        Morpheme a = word;
        Morpheme b = next.word;
        if (b.is("助詞") || b.is("助動詞") || b.partOfSpeech().contains("接尾") || a.is("接頭詞") || isBound(b)) {
            return false;
        }
        if (b.is("動詞-非自立") || b.is("形容詞-非自立")) {
            return b.base().equals("くださる")
                    || b.base().equals("いただく")
                    || b.base().equals("ください")
                    || b.base().equals("ほしい");
        }
        if ((a.is("名詞") || a.is("動詞")) && !number && b.base().equals("する")) {
            return false;
        }
        if (a.is("名詞") && b.is("名詞")) {
            boolean apart = number
                    || next.number
                    || a.is("名詞-副詞可能")
                    || b.is("名詞-副詞可能")
                    || a.partOfSpeech().contains("接尾")
                    || a.is("名詞-代名詞");
            return apart || (a.partOfSpeech().endsWith("姓") && b.partOfSpeech().endsWith("名"));
        }
        return true;
    }

    /** の, ん and よう lean on what is before them. */
    private static boolean isBound(Morpheme word) {
        return word.is("名詞-非自立")
                && (word.surface().equals("の")
                        || word.surface().equals("ん")
                        || word.surface().equals("よう"));
    }
}
