package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.person.Person;
import dev.aizuchi.skill.Turn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hold in which language the person is spoken to. Lives on the dialogue thread.
 *
 * <p>Japanese, until somebody asks for another, speaks English, or is known to want another; and again, once who spoke
 * English, or another person, speaks Japanese. Who has it asked for in Japanese, for a guest, may go on in Japanese.
 */
final class SpokenLanguage {
    private static final String ENGLISH = "en";
    private static final Pattern JAPANESE_LETTER = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern NO_WORD = Pattern.compile("[^a-zà-ÿ']+");

    private final Set<String> inSentence;
    private final Set<String> alone;
    private String current = Turn.JAPANESE;
    /** Why it is that one. */
    private Why why = Why.ASKED_FOR;
    /** The id of the known person who is spoken to. */
    private String person = "";

    private enum Why {
        ASKED_FOR,
        HEARD,
        KNOWN
    }

    SpokenLanguage() {
        DataFile data = DataFile.read(SpokenLanguage.class, "english.txt");
        inSentence = Set.copyOf(data.lines("in a sentence"));
        alone = Set.copyOf(data.lines("alone"));
    }

    String current() {
        return current;
    }

    /** Tell whether a text may be said in the language of the talk: all Japanese that is written has its letters. */
    boolean isOf(String text) {
        return current.equals(Turn.JAPANESE) || !JAPANESE_LETTER.matcher(text).find();
    }

    /** Take what was said to the robot for the language in which it was. */
    void heard(String text) {
        if (JAPANESE_LETTER.matcher(text).find()) {
            if (why == Why.HEARD) {
                speak(Turn.JAPANESE);
            }
        } else if (isEnglish(text)) {
            is(ENGLISH, Why.HEARD);
        }
    }

    /** A single word and a name are no sentence. */
    private boolean isEnglish(String text) {
        List<String> words = Arrays.stream(
                        NO_WORD.split(text.toLowerCase(Locale.ROOT).replace('’', '\'')))
                .filter(word -> !word.isEmpty())
                .toList();
        return alone.contains(String.join(" ", words))
                || (words.size() > 1 && words.stream().anyMatch(inSentence::contains));
    }

    /** Speak a language that was asked for. */
    void speak(String language) {
        is(language, Why.ASKED_FOR);
    }

    /** Speak to a person as they want it; with who is not known, nobody else's wish goes on. */
    void speakTo(@Nullable Person known) {
        String before = person;
        person = known == null ? "" : known.id();
        if (known == null) {
            if (why == Why.KNOWN) {
                speak(Turn.JAPANESE);
            }
        } else if (!person.equals(before)) {
            is(known.language().getLanguage(), Why.KNOWN);
        }
    }

    private void is(String language, Why reason) {
        current = language;
        why = reason;
    }
}
