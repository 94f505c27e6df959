package dev.aizuchi.japanese;

import java.util.List;
import java.util.Set;

/**
 * Hold a sentence without what softens its end: particles, けど, から, んです and です.
 *
 * @param questioned whether a か stood there
 */
record Core(List<Morpheme> morphemes, boolean questioned) {
    private static final Set<String> QUESTION_ENDS = Set.of("か", "かい", "っけ", "かね");
    private static final Set<String> SOFTENERS =
            Set.of("けど", "けれど", "けれども", "けども", "が", "から", "ので", "し", "ば", "のに", "もんで", "もので");
    /** 行くんです, 行ったばかり, 行ったところ, 行っただけ: no more than 行った. */
    private static final Set<String> EXPLAIN = Set.of("ん", "の", "だけ", "ばかり", "ばっかり", "とこ", "ところ", "わけ");

    private static final Set<String> COPULA = Set.of("です", "だ", "な", "や", "じゃ");

    static Core of(List<Morpheme> all) {
        int end = all.size();
        boolean questioned = false;
        while (end > 0 && isSoftener(all, end - 1)) {
            Morpheme word = all.get(end - 1);
            // かな wonders, and softens a remark as well: ちょっと暗いかな.
            boolean wonders = end < all.size() && all.get(end).surface().startsWith("な");
            questioned |= QUESTION_ENDS.contains(word.surface()) && !wonders;
            end--;
        }
        return new Core(all.subList(0, end), questioned);
    }

    Morpheme last() {
        return morphemes.get(morphemes.size() - 1);
    }

    Morpheme beforeLast() {
        return morphemes.get(Math.max(0, morphemes.size() - 2));
    }

    /** Give the place of the last word that is no auxiliary. */
    int lastVerb() {
        int at = morphemes.size() - 1;
        while (at > 0 && morphemes.get(at).is("助動詞")) {
            at--;
        }
        return at;
    }

    boolean has(Set<String> bases) {
        return morphemes.stream().anyMatch(word -> bases.contains(word.base()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        morphemes.forEach(word -> text.append(word.surface()));
        return text.toString();
    }

    /** Tell whether a word is the て or で that joins a verb to what follows. */
    static boolean isJoining(Morpheme word) {
        return word.is("助詞-接続助詞")
                && (word.surface().equals("て") || word.surface().equals("で"));
    }

    private static boolean isSoftener(List<Morpheme> all, int at) {
        Morpheme word = all.get(at);
        boolean joins = word.is("助詞-接続助詞") && SOFTENERS.contains(word.surface());
        boolean explains = (word.is("名詞-非自立") || word.is("助詞-副助詞")) && EXPLAIN.contains(word.surface());
        boolean copula = word.is("助動詞") && COPULA.contains(word.surface());
        boolean past = copula && at > 0 && all.get(at - 1).is("動詞");
        boolean ends = word.is("助詞-終助詞") || word.is("助詞-副助詞／並立助詞／終助詞");
        return ends || joins || explains || (copula && !past) || word.is("記号") || word.is("フィラー");
    }
}
