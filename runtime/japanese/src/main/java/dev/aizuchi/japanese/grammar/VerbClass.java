package dev.aizuchi.japanese.grammar;

/** Name how a verb is conjugated. */
public enum VerbClass {
    /** 五段: 書く, 読む. */
    GODAN,
    /** 一段: 食べる, 見る. */
    ICHIDAN,
    /** サ変: する, 利用する. */
    SURU,
    /** カ変: 来る, 持ってくる. */
    KURU,
    /** ラ行特殊: いらっしゃる, くださる, with 〜います and the imperative 〜い. */
    HONORIFIC;

    /** Read the dictionary's inflection type; what is no verb of today (四段・ハ行) counts as 五段. */
    static VerbClass of(String type) {
        if (type.startsWith("一段") || type.startsWith("下二") || type.startsWith("上二")) {
            return ICHIDAN;
        }
        if (type.startsWith("サ変")) {
            return SURU;
        }
        if (type.startsWith("カ変")) {
            return KURU;
        }
        return type.startsWith("五段・ラ行特殊") ? HONORIFIC : GODAN;
    }
}
