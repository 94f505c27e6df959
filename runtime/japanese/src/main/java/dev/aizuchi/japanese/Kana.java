package dev.aizuchi.japanese;

/** Tell and change the scripts of Japanese. */
public final class Kana {
    private static final int BETWEEN_SCRIPTS = 'ァ' - 'ぁ';

    private Kana() {}

    /** Write katakana as hiragana; all else stays, also ー. */
    public static String hiragana(String text) {
        return shifted(text, 'ァ', 'ヶ', -BETWEEN_SCRIPTS);
    }

    /** Write hiragana as katakana; all else stays. */
    public static String katakana(String text) {
        return shifted(text, 'ぁ', 'ゖ', BETWEEN_SCRIPTS);
    }

    /** Tell whether a character is hiragana, katakana or ー. */
    public static boolean isKana(int codePoint) {
        return (codePoint >= 'ぁ' && codePoint <= 'ゖ') || (codePoint >= 'ァ' && codePoint <= 'ー');
    }

    /** Tell whether a character belongs to Japanese running text, in which no blanks are written. */
    public static boolean isJapanese(int codePoint) {
        return isKana(codePoint) || Character.isIdeographic(codePoint) || "、。！？!?…・「」々〇".indexOf(codePoint) >= 0;
    }

    private static String shifted(String text, char first, char last, int by) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < changed.length(); i++) {
            char c = changed.charAt(i);
            if (c >= first && c <= last) {
                changed.setCharAt(i, (char) (c + by));
            }
        }
        return changed.toString();
    }
}
