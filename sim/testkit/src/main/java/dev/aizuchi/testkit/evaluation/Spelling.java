package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.reading.SpeechReader;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Bring texts into the two forms that are compared: as written, and as said.
 *
 * <p>As written: NFKC, small letters, without blanks and signs. As said: hiragana, where spellings of one sound are one
 * (づ and ず, は as わ where it is said so, おう and おお and おー).
 */
final class Spelling {
    private static final String LONG = "ー";

    private final SpeechReader reader = new SpeechReader(new Morphology());

    String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}ー]+", "");
    }

    /** Take a sentence, or how it is read in kana. */
    String said(String text) {
        return sounds(Kana.hiragana(written(reader.read(text).kana())));
    }

    private static String sounds(String plain) {
        StringBuilder sounds = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            char before = sounds.isEmpty() ? ' ' : sounds.charAt(sounds.length() - 1);
            sounds.append(
                    switch (c) {
                        case 'ー' -> vowel(before);
                        case 'う' -> vowel(before) == 'お' ? 'お' : c;
                        case 'い' -> vowel(before) == 'え' ? 'え' : c;
                        case 'づ' -> 'ず';
                        case 'ぢ' -> 'じ';
                        case 'を' -> 'お';
                        default -> c;
                    });
        }
        return sounds.toString();
    }

    /** Give the vowel that a long sign after this kana lengthens. */
    private static char vowel(char kana) {
        String[] rows = {"あかがさざただなはばぱまやらわぁゃ", "いきぎしじちにひびぴみりぃ", "うくぐすずつぬふぶぷむゆるぅゅ", "えけげせぜてでねへべぺめれぇ", "おこごそぞとどのほぼぽもよろをぉょ"
        };
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].indexOf(kana) >= 0) {
                return "あいうえお".charAt(i);
            }
        }
        return LONG.charAt(0);
    }
}
