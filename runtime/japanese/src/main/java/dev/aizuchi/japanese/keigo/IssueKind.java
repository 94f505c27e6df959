package dev.aizuchi.japanese.keigo;

import java.util.Locale;

/** Name what is wrong with a sentence. */
public enum IssueKind {
    /** 二重敬語: おっしゃられる. Customary ones (お召し上がりになる, お伺いする) are none. */
    DOUBLE_KEIGO,
    /** Humble words for the guest, honorific ones for one's own side. */
    WRONG_DIRECTION,
    /** バイト敬語: よろしかったでしょうか, 〜のほう, 〜になります. */
    BAITO_KEIGO,
    /** Plain sentences among polite ones. */
    MIXED_LEVELS,
    /** さ入れ: 読まさせていただく. */
    SA_INSERTION,
    /** れ足す: 書けれる. */
    RE_INSERTION,
    /** ら抜き: 食べれる. */
    RA_DROPPING,
    /** Talk as if to a child: あんよ, 飲みましょうね. */
    ELDERSPEAK,
    /** Too familiar for a guest. */
    TOO_CASUAL;

    /** Give the kind as it stands in JSON: {@code double_keigo}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
