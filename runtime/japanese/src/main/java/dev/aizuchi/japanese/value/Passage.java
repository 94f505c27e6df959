package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counters;
import dev.aizuchi.japanese.number.Numeral;
import dev.aizuchi.japanese.number.SpokenNumerals;
import dev.aizuchi.japanese.number.WrittenNumerals;

/**
 * Hold a text that is being cut into pieces, with what is known of its words and what may be looked up for it.
 *
 * @param hiragana the text with its katakana in hiragana
 */
record Passage(
        String text, String hiragana, WordBounds bounds, Counters counters, SpokenNumerals spoken, WordList words) {

    boolean numberFollows(int at) {
        int next = text.startsWith("の", at) ? at + 1 : at;
        boolean written =
                next < text.length() && (WrittenNumerals.begins(text.charAt(next)) || text.startsWith("元年", next));
        return written || countFollows(next);
    }

    /** Kana begin as numbers do all the time, so that something must be counted as well. */
    boolean countFollows(int at) {
        for (Numeral next : spoken.at(hiragana, at)) {
            if (!counters.soundingAt(hiragana, next.end(), new int[1]).isEmpty()
                    || (counters.at(text, next.end()) != null && next.end() - at > 1)) {
                return true;
            }
        }
        return counters.irregularAt(hiragana, at) != null;
    }

    boolean closesOrGoesOn(int start, int end) {
        if (bounds.closes(start, end)) {
            return true;
        }
        if (countFollows(end)) {
            return true;
        }
        return end < text.length() && words.begins(text.charAt(end)) && words.at(text, end) != null;
    }

    boolean latinGoesOn(int end) {
        return end < text.length()
                && isLatin(text.charAt(end))
                && (end == 0 || isLatin(text.charAt(end - 1)) || text.charAt(end - 1) <= '9');
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
