package dev.aizuchi.japanese.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Write all ways to say or write digits as ASCII, and remember where each stood: 〇九〇, ０９０, ぜろきゅうぜろ. */
final class Digits {
    private static final Map<String, Character> SPOKEN = new TreeMap<>();
    private static final String KANJI = "〇一二三四五六七八九";
    private static final int LONGEST_WORD = 3;

    static {
        String[] words = {
            "ぜろ", "れい", "まる", "いち", "に", "にい", "にー", "さん", "よん", "し", "ご", "ごお", "ごー", "ろく", "なな", "しち", "はち", "きゅう",
            "く", "きゅー"
        };
        int[] values = {0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 5, 5, 5, 6, 7, 7, 8, 9, 9, 9};
        for (int i = 0; i < words.length; i++) {
            SPOKEN.put(words[i], (char) ('0' + values[i]));
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /**
     * Read a text.
     *
     * @param spoken whether digits said in kana count too
     */
    Digits(String original, boolean spoken) {
        int i = 0;
        while (i < original.length()) {
            int length = spoken ? word(original, i) : 0;
            char written =
                    length > 0 ? SPOKEN.getOrDefault(hiragana(original, i, length), '?') : plain(original.charAt(i));
            // A long vowel is a hyphen only behind a digit: not in マイナンバー.
            boolean hyphen = length == 0
                    && original.charAt(i) == 'ー'
                    && i > 0
                    && Character.isDigit(text.charAt(text.length() - 1));
            text.append(hyphen ? '-' : written);
            starts.add(i);
            i += Math.max(1, length);
            ends.add(i);
        }
    }

    /** Give the text to search; each unit stands for one or more of the original. */
    String text() {
        return text.toString();
    }

    int start(int index) {
        return starts.get(index);
    }

    int end(int index) {
        return ends.get(index - 1);
    }

    private static int word(String original, int from) {
        for (int length = Math.min(LONGEST_WORD, original.length() - from); length > 0; length--) {
            if (SPOKEN.containsKey(hiragana(original, from, length))) {
                return length;
            }
        }
        return 0;
    }

    private static String hiragana(String original, int from, int length) {
        StringBuilder kana = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            char c = original.charAt(i);
            kana.append(c >= 'ァ' && c <= 'ヶ' ? (char) (c - 'ァ' + 'ぁ') : c);
        }
        return kana.toString();
    }

    private static char plain(char c) {
        if (c >= '０' && c <= '９') {
            return (char) (c - '０' + '0');
        }
        int kanji = KANJI.indexOf(c);
        if (kanji >= 0 || c == '零' || c == '○' || c == '◯') {
            return (char) ('0' + Math.max(0, kanji));
        }
        if ("‐‑‒–—―−－".indexOf(c) >= 0) {
            return '-';
        }
        return switch (c) {
            case '（' -> '(';
            case '）' -> ')';
            case '＋' -> '+';
            case '　' -> ' ';
            default -> c;
        };
    }
}
