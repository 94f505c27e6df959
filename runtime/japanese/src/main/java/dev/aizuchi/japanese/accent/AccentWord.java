package dev.aizuchi.japanese.accent;

import java.util.List;

/**
 * Hold a word on its way into a phrase.
 *
 * @param morae as they sound
 * @param partOfSpeech of the IPA dictionary
 * @param surface as it is written
 * @param accent of the word alone
 * @param joining what becomes of it behind another word; {@code *} for nothing
 * @param alone whether it begins a phrase wherever it stands
 */
record AccentWord(List<String> morae, String partOfSpeech, String surface, int accent, String joining, boolean alone) {
    private static final String NAI_BEFORE_DE = "動詞%F2@1/形容詞%F2@1";

    AccentWord {
        morae = List.copyOf(morae);
    }

    boolean is(String part) {
        return partOfSpeech.startsWith(part);
    }

    /** Draw out the vowel before it where it is the う of しよう and でしょう. */
    AccentWord drawn() {
        boolean draws = is("助動詞") && morae.equals(List.of("ウ"));
        return draws ? new AccentWord(List.of("ー"), partOfSpeech, surface, accent, joining, alone) : this;
    }

    /** 行かない stays high; the pitch falls in 行かな’いで. */
    AccentWord before(AccentWord next) {
        boolean falls = is("助動詞") && surface.equals("ない") && next.surface.equals("で");
        return falls ? new AccentWord(morae, partOfSpeech, surface, accent, NAI_BEFORE_DE, alone) : this;
    }

    boolean isSuffix() {
        return partOfSpeech.contains("-接尾");
    }

    /** Particles and auxiliaries lean on what stands before them. */
    boolean leans() {
        return is("助詞") || is("助動詞");
    }

    boolean standsAlone() {
        return is("副詞") || is("接続詞") || is("連体詞") || is("名詞-副詞可能");
    }
}
