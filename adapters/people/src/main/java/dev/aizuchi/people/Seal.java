package dev.aizuchi.people;

import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tell people who were stored from what a damaged or changed file makes of them: H2's cipher hides, and proves nothing.
 */
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private Seal() {}

    /** Compute the HMAC-SHA256 (RFC 2104) of all of them. */
    static byte[] of(List<Person> people, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            people.stream().flatMap(Seal::fields).forEach(field -> {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                // With the length before it, no two lists read the same.
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            });
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static Stream<String> fields(Person person) {
        Consent consent = person.consent();
        Stream<String> own = Stream.of(
                person.id(),
                person.call(),
                person.hearing().name(),
                person.pace().name(),
                person.dialect(),
                person.language().toLanguageTag(),
                consent.given().toString(),
                consent.by(),
                consent.purpose(),
                person.lastSeen().toString(),
                "" + person.forbiddenTopics().size());
        return Stream.concat(own, person.forbiddenTopics().stream());
    }
}
