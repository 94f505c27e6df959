package dev.aizuchi.japanese.accent;

/** Decide whether two words that follow each other are said as one accent phrase. */
final class Joining {
    private Joining() {}

    /**
     * Tell whether a word joins the one before it.
     *
     * <p>The rules are those by which Open JTalk chains words, by part of speech of the IPA dictionary: the last that
     * speaks of a pair decides.
     */
    static boolean joins(AccentWord before, AccentWord word) {
        if (word.alone()) {
            return false;
        }
        if (word.isSuffix()) {
            return true;
        }
        if (partsNames(before, word) || word.is("接頭詞") || before.is("記号") || word.is("記号")) {
            return false;
        }
        if (before.is("名詞") && (word.is("動詞") || word.is("形容詞") || word.is("名詞-形容動詞語幹"))) {
            return false;
        }
        if (word.is("動詞-非自立") && before.is("動詞")) {
            return true;
        }
        if (word.is("形容詞-非自立") && (before.is("動詞") || before.is("形容詞") || isTe(before))) {
            return true;
        }
        if (before.isSuffix() && word.is("名詞")) {
            return false;
        }
        if (word.leans() || before.leans()) {
            return word.leans();
        }
        return !before.standsAlone() && !word.standsAlone() && !partsContent(before, word);
    }

    private static boolean partsNames(AccentWord before, AccentWord word) {
        boolean surname = before.partOfSpeech().endsWith("-姓") && word.is("名詞");
        boolean counted = before.is("名詞-数") && word.is("名詞");
        return surname || counted || (before.is("名詞") && word.partOfSpeech().endsWith("-名"));
    }

    private static boolean partsContent(AccentWord before, AccentWord word) {
        return (before.is("形容詞") && word.is("名詞"))
                || (before.is("名詞-形容動詞語幹") && word.is("名詞"))
                || (before.is("動詞") && (word.is("形容詞") || word.is("名詞")));
    }

    private static boolean isTe(AccentWord word) {
        return word.is("助詞-接続助詞")
                && (word.surface().equals("て") || word.surface().equals("で"));
    }
}
