package dev.aizuchi.japanese.kana;

import dev.aizuchi.japanese.Kana;
import java.util.ArrayList;
import java.util.List;

/** Split kana into morae: きゃっと → きゃ っ と; what draws a vowel out (ー, おう, えい) becomes that vowel. */
public final class Morae {
    private static final String SMALL = "ゃゅょぁぃぅぇぉゎ";
    private static final String ROWS =
            "あかがさざただなはばぱまやらわぁゃゎいきぎしじちぢにひびぴみりぃうくぐすずつづぬふぶぷむゆるぅゅゔえけげせぜてでねへべぺめれぇおこごそぞとどのほぼぽもよろをぉょ";
    /** Cut once, since readings are compared mora by mora. */
    private static final List<String> VOWELS =
            List.of("ああああああああああああああああああいいいいいいいいいいいいいいうううううううううううううううううええええええええええええええおおおおおおおおおおおおおおおおお".split(""));

    private Morae() {}

    /** Split a text; what is no kana is left out. */
    public static List<String> of(String text) {
        return split(text, false);
    }

    /** Split a text; what is no kana stays, unit by unit, so that 301 and 302 differ. */
    public static List<String> withOthers(String text) {
        return split(text, true);
    }

    private static List<String> split(String text, boolean others) {
        String hiragana = Kana.hiragana(text);
        List<String> morae = new ArrayList<>(hiragana.length());
        for (int i = 0; i < hiragana.length(); i++) {
            char c = hiragana.charAt(i);
            int last = morae.size() - 1;
            if (last >= 0 && drawsOut(c, morae.get(last))) {
                morae.add(vowel(morae.get(last)));
            } else if (SMALL.indexOf(c) >= 0 && last >= 0 && morae.get(last).length() == 1) {
                morae.set(last, morae.get(last) + c);
            } else if (others || (c >= 'ぁ' && c <= 'ゖ')) {
                morae.add(String.valueOf(c));
            }
        }
        return morae;
    }

    private static boolean drawsOut(char c, String before) {
        String vowel = vowel(before);
        return c == 'ー' || (c == 'う' && vowel.equals("お")) || (c == 'い' && vowel.equals("え"));
    }

    /** Give the vowel in which a mora ends; itself for ん, っ and what is no kana. */
    public static String vowel(String mora) {
        int row = ROWS.indexOf(mora.charAt(mora.length() - 1));
        return row < 0 ? mora : VOWELS.get(row);
    }
}
