package dev.aizuchi.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Describe a person whom the robot knows, and how they want to be spoken to. There is none without consent.
 *
 * @param id by what the robot's sensors name them, in {@code speaker} and {@code person_arrived}
 * @param call how to call them, title included: 鈴木さん
 * @param hearing how well they hear
 * @param pace how fast to speak to them
 * @param dialect what they speak, as a wire name such as {@code kansai}; "" for standard Japanese
 * @param language what they want to be spoken to in
 * @param forbiddenTopics words of what no small talk may touch
 * @param consent that this may be kept
 * @param lastSeen when the robot last had to do with them, or when this was recorded
 */
public record Person(
        String id,
        String call,
        Hearing hearing,
        Pace pace,
        String dialect,
        Locale language,
        List<String> forbiddenTopics,
        Consent consent,
        Instant lastSeen) {
    private static final int LONGEST = 100;

    public Person {
        checkLine("id", id);
        checkLine("call", call);
        if (language.getLanguage().isEmpty()
                || !Locale.forLanguageTag(language.toLanguageTag()).equals(language)) {
            throw new IllegalArgumentException("the language must be a BCP 47 tag such as ja or en");
        }
        forbiddenTopics = List.copyOf(forbiddenTopics);
        forbiddenTopics.forEach(topic -> checkLine("a forbidden topic", topic));
        checkConsent(consent);
    }

    /** Tell how well a person hears. */
    public enum Hearing {
        NORMAL,
        /** Is spoken to louder. */
        HARD
    }

    /** Tell how fast a person wants to be spoken to. */
    public enum Pace {
        SLOW,
        NORMAL,
        FAST
    }

    /**
     * Record that a person agreed to being remembered.
     *
     * @param given the day on which it was given
     * @param by who gave it: the person or, for them, somebody who may
     * @param purpose what for
     */
    public record Consent(LocalDate given, String by, String purpose) {
        public Consent {
            checkLine("who consented", by);
            checkLine("what the consent is for", purpose);
        }
    }

    /** Give the same person, seen at a time. */
    public Person seenAt(Instant time) {
        return new Person(id, call, hearing, pace, dialect, language, forbiddenTopics, consent, time);
    }

    /** Give the same person, to be spoken to at another pace. */
    public Person paced(Pace other) {
        return new Person(id, call, hearing, other, dialect, language, forbiddenTopics, consent, lastSeen);
    }

    private static void checkConsent(@Nullable Consent consent) {
        if (consent == null) {
            throw new IllegalArgumentException(
                    "nothing is kept about a person without consent: record when it was given, by whom and what for");
        }
    }

    private static void checkLine(String what, String text) {
        boolean line = !text.isBlank() && text.codePoints().noneMatch(Character::isISOControl);
        if (!line || text.length() > LONGEST) {
            throw new IllegalArgumentException(what + " must be one line of 1 to " + LONGEST + " characters");
        }
    }
}
