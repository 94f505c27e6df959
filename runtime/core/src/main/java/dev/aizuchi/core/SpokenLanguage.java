package dev.aizuchi.core;

import dev.aizuchi.skill.Turn;
import java.util.regex.Pattern;

/**
 * Hold in which language the person is spoken to. Lives on the dialogue thread.
 *
 * <p>Japanese, until somebody asks for another or speaks English; and again, once who spoke English, or another person,
 * speaks Japanese. Who has it asked for in Japanese, for a guest, may go on in Japanese.
 */
final class SpokenLanguage {
    private static final String ENGLISH = "en";
    private static final Pattern JAPANESE_LETTER = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    /** OK, AED and TV are Japanese too. */
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-zÀ-ÿ]{4,}|[A-Za-zÀ-ÿ']+ [A-Za-zÀ-ÿ']+");

    private String current = Turn.JAPANESE;
    private boolean heard;

    String current() {
        return current;
    }

    /** Take what was said for the language in which it was. */
    void heard(String text) {
        if (JAPANESE_LETTER.matcher(text).find()) {
            if (heard) {
                speak(Turn.JAPANESE);
            }
        } else if (LATIN_WORD.matcher(text).find()) {
            current = ENGLISH;
            heard = true;
        }
    }

    /** Speak a language that was asked for. */
    void speak(String language) {
        heard = heard && language.equals(current);
        current = language;
    }
}
