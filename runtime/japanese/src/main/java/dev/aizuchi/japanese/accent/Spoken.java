package dev.aizuchi.japanese.accent;

import java.util.ArrayList;
import java.util.List;

/** Part readings in katakana into morae as they sound: センセイ is セ ン セ ー. */
final class Spoken {
    private static final String SMALL = "ャュョァィゥェォヮ";
    private static final String BEFORE_LONG_U = "オコソトノホモヨロゴゾドボポョクスツヌフムユルグズヅブプュ";
    private static final String BEFORE_LONG_I = "エケセテネヘメレゲゼデベペ";

    private Spoken() {}

    /** Give the morae, vowels drawn out where spelling shows it. */
    static List<String> drawn(String kana, boolean verb) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < kana.length(); i++) {
            char letter = kana.charAt(i);
            char before = i == 0 ? ' ' : kana.charAt(i - 1);
            boolean ending = verb && i == kana.length() - 1;
            boolean isLong = (letter == 'ウ' && BEFORE_LONG_U.indexOf(before) >= 0 && !ending)
                    || (letter == 'イ' && BEFORE_LONG_I.indexOf(before) >= 0);
            said.append(isLong ? 'ー' : letter);
        }
        return morae(said.toString());
    }

    /** Give the morae as they are written; what is no katakana is left out. */
    static List<String> morae(String kana) {
        List<String> morae = new ArrayList<>();
        for (int i = 0; i < kana.length(); i++) {
            char letter = kana.charAt(i);
            int last = morae.size() - 1;
            if (SMALL.indexOf(letter) >= 0 && last >= 0 && morae.get(last).length() == 1) {
                morae.set(last, morae.get(last) + letter);
            } else if (letter >= 'ァ' && letter <= 'ー' && letter != '・') {
                morae.add(String.valueOf(letter));
            }
        }
        return morae;
    }
}
