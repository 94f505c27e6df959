package dev.aizuchi.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aizuchi.japanese.dialect.Region;
import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hold a person as a file does; what is usual may be left out.
 *
 * @param dialect a region's wire name; standard Japanese where it is left out
 * @param language a BCP 47 tag, ja where it is left out
 * @param lastSeen now where it is left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonEntry(
        String id,
        String call,
        @Nullable Hearing hearing,
        @Nullable Pace pace,
        @Nullable String dialect,
        @Nullable String language,
        @Nullable List<String> forbiddenTopics,
        ConsentEntry consent,
        @Nullable Instant lastSeen) {
    PersonEntry {
        Objects.requireNonNull(id, "id is missing: by what the robot's sensors name the person");
        Objects.requireNonNull(call, "call is missing: how to call the person, such as 鈴木さん");
        Objects.requireNonNull(
                consent,
                "consent is missing, and nothing is kept about a person without it; record"
                        + " consent: { given: 2026-04-01, by: who gave it, purpose: what for }");
    }

    /** Hold who agreed to what, and on which day. */
    record ConsentEntry(LocalDate given, String by, String purpose) {
        ConsentEntry {
            Objects.requireNonNull(given, "given is missing: the day on which consent was given");
            Objects.requireNonNull(by, "by is missing: who gave the consent");
            Objects.requireNonNull(purpose, "purpose is missing: what the consent is for");
        }
    }

    static PersonEntry of(Person person) {
        Consent consent = person.consent();
        return new PersonEntry(
                person.id(),
                person.call(),
                person.hearing(),
                person.pace(),
                person.dialect().isEmpty() ? null : person.dialect(),
                person.language().toLanguageTag(),
                person.forbiddenTopics(),
                new ConsentEntry(consent.given(), consent.by(), consent.purpose()),
                person.lastSeen());
    }

    /**
     * Give the person.
     *
     * @throws IllegalArgumentException when a value cannot be; the message names it
     */
    Person person(Instant now) {
        return new Person(
                id,
                call,
                Objects.requireNonNullElse(hearing, Hearing.NORMAL),
                Objects.requireNonNullElse(pace, Pace.NORMAL),
                known(dialect),
                Locale.forLanguageTag(language == null ? "ja" : language),
                forbiddenTopics == null ? List.of() : forbiddenTopics,
                new Consent(consent.given, consent.by, consent.purpose),
                lastSeen == null ? now : lastSeen);
    }

    private static String known(@Nullable String dialect) {
        List<String> regions =
                Arrays.stream(Region.values()).map(Region::wireName).toList();
        if (dialect != null && !regions.contains(dialect)) {
            throw new IllegalArgumentException("no dialect " + dialect
                    + "; leave it out for standard Japanese, or name " + String.join(", ", regions));
        }
        return dialect == null ? "" : dialect;
    }
}
