package dev.aizuchi.japanese.fence;

import java.util.Locale;

/**
 * Say why a sentence may not be spoken.
 *
 * @param kind what is wrong with it
 * @param surface the words that are; personal when the sentence is, so not for logs
 */
public record Breach(Kind kind, String surface) {

    /** Name what is wrong with a sentence. */
    public enum Kind {
        /** A number that no fact gives. */
        NUMBER,
        /** A time, a day or a duration that no fact gives. */
        TIME,
        PLACE,
        /** The name of a person or of a thing. */
        NAME,
        DRUG,
        /** It says of what a fact speaks of something that the fact does not say, or its opposite. */
        UNFOUNDED,
        /** It promises an act, or claims one. */
        PROMISE,
        /** It tells a person to do something. */
        REQUEST,
        ADVICE,
        /** It says that all is well, which a robot cannot know. */
        ASSURANCE,
        MEDICAL,
        /** Death, violence, crime. */
        HARM,
        SEXUAL,
        DISCRIMINATION,
        INSULT,
        /** It tells personal data or asks for them. */
        PERSONAL,
        /** Politics or religion. */
        OPINION,
        /** Money or law. */
        MONEY,
        /** It sets people against each other or asks for secrecy. */
        ISOLATION,
        /** The robot claims to be a person. */
        IDENTITY,
        /** It talks about its own instructions. */
        MACHINERY,
        /** It is no plain Japanese sentence: another language, markup, a role's name. */
        FORM,
        IMPOLITE,
        TOO_LONG,
        /** It gives back what the person said, or says a thing twice. */
        ECHO;

        /** Give the kind as it stands in JSON. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
