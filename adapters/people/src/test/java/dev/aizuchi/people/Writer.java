package dev.aizuchi.people;

import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Change people without end in a process of its own, saying each change before it begins and once it is done.
 *
 * <p>Arguments: directory, key file, seed.
 */
final class Writer {
    private static final int PEOPLE = 6;

    private Writer() {}

    /** One change: person number {@code who} is kept in this version, or forgotten with version 0. */
    record Change(int who, int version) {
        static Change read(String line) {
            String[] numbers = line.split(" ", -1);
            return new Change(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
        }

        void to(Map<String, Person> people) {
            if (version == 0) {
                people.remove(id());
            } else {
                people.put(id(), person());
            }
        }

        void to(People people) {
            if (version == 0) {
                var unused = people.forget(id());
            } else {
                people.save(person());
            }
        }

        private String id() {
            return "p-" + who;
        }

        /** All of the person tells the version, so that a half of one and a half of another would show. */
        private Person person() {
            return new Person(
                    id(),
                    "人" + version,
                    version % 2 == 0 ? Hearing.NORMAL : Hearing.HARD,
                    version % 3 == 0 ? Pace.SLOW : Pace.FAST,
                    "d" + version,
                    Locale.JAPANESE,
                    Collections.nCopies(version % 40, "話" + version),
                    new Consent(LocalDate.EPOCH.plusDays(version), "by" + version, "for" + version),
                    Instant.ofEpochSecond(version));
        }
    }

    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[2]));
        People people = H2People.open(new PeopleSettings(Path.of(arguments[0]), Path.of(arguments[1])));
        while (true) {
            int version = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(1_000);
            Change change = new Change(random.nextInt(PEOPLE), version);
            say("begun " + change.who + " " + change.version);
            change.to(people);
            say("done " + change.who + " " + change.version);
        }
    }

    /** In one write, so that a line is there as a whole or not at all. */
    private static void say(String line) {
        System.out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
