package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.List;

/**
 * Split a reading into morae and compare two of them by ear: what a recogniser mixes up costs little, anything else
 * makes them differ.
 */
final class Morae {
    /** The cost from which on two sounds are different words. */
    static final double APART = 1;

    private static final double NEARLY = 0.3;
    private static final String SMALL = "ゃゅょぁぃぅぇぉゎ";
    private static final String[] ROWS = {
        "あかさたなはまやらわがざだばぱゃぁ", "いきしちにひみりぎじぢびぴぃ", "うくすつぬふむゆるぐずづぶぷゅぅゔ", "えけせてねへめれげぜでべぺぇ", "おこそとのほもよろをごぞどぼぽょぉ"
    };
    private static final String VOICELESS = "かきくけこさしすせそたちつてとはひふへほぱぴぷぺぽ";
    private static final String VOICED = "がぎぐげござじずぜぞだじずでどばびぶべぼばびぶべぼ";

    private Morae() {}

    /** Split a reading, in hiragana; long vowels become ー, and what sounds alike is written alike. */
    static List<String> of(String reading) {
        List<String> morae = new ArrayList<>();
        for (int i = 0; i < reading.length(); i++) {
            char c = reading.charAt(i);
            if (SMALL.indexOf(c) >= 0 && !morae.isEmpty()) {
                morae.add(morae.remove(morae.size() - 1) + c);
            } else {
                morae.add(isLengthening(c, morae) ? "ー" : alike(c));
            }
        }
        return morae;
    }

    /** Give what it costs to hear one for the other: 0 for the same, below 1 for nearly the same. */
    static double distance(List<String> one, List<String> other) {
        double[] row = new double[other.size() + 1];
        for (int j = 1; j <= other.size(); j++) {
            row[j] = row[j - 1] + gap(other.get(j - 1));
        }
        for (String mora : one) {
            double diagonal = row[0];
            row[0] += gap(mora);
            for (int j = 1; j <= other.size(); j++) {
                String against = other.get(j - 1);
                double swapped = diagonal + swap(mora, against);
                diagonal = row[j];
                row[j] = Math.min(swapped, Math.min(row[j] + gap(mora), row[j - 1] + gap(against)));
            }
        }
        return row[other.size()];
    }

    /** A length, a stop or an n is easily missed or made up. */
    private static double gap(String mora) {
        return mora.equals("ー") || mora.equals("っ") || mora.equals("ん") ? NEARLY : APART;
    }

    private static double swap(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        boolean nearly = unvoiced(one).equals(unvoiced(other));
        return nearly ? NEARLY : APART;
    }

    private static String unvoiced(String mora) {
        int at = VOICED.indexOf(mora.charAt(0));
        return at < 0 ? mora : VOICELESS.charAt(at) + mora.substring(1);
    }

    private static boolean isLengthening(char c, List<String> before) {
        if (c == 'ー') {
            return true;
        }
        if (before.isEmpty() || "あいうえお".indexOf(c) < 0) {
            return false;
        }
        String last = before.get(before.size() - 1);
        char vowel = vowel(last.charAt(last.length() - 1));
        return c == vowel || (vowel == 'お' && c == 'う') || (vowel == 'え' && c == 'い');
    }

    private static char vowel(char kana) {
        for (int row = 0; row < ROWS.length; row++) {
            if (ROWS[row].indexOf(kana) >= 0) {
                return "あいうえお".charAt(row);
            }
        }
        return kana;
    }

    private static String alike(char c) {
        return switch (c) {
            case 'を' -> "お";
            case 'ぢ' -> "じ";
            case 'づ' -> "ず";
            default -> String.valueOf(c);
        };
    }
}
