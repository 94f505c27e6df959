package dev.aizuchi.testkit.users;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.noise.Hearing;
import dev.aizuchi.testkit.noise.NoisyHearing;
import dev.aizuchi.testkit.noise.RecogniserErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Read people from files, and have them visit. */
public final class People {
    private People() {}

    /** Read when the first person speaks in noise. */
    private static final class Shipped {
        static final RecogniserErrors ERRORS = RecogniserErrors.shipped();
    }

    /** Read those that come along: of every trade a few, from easy to hard. */
    public static List<Person> shipped() {
        return DataFile.read(People.class, "people.txt").lines("people").stream()
                .map(People::shipped)
                .toList();
    }

    private static Person shipped(String name) {
        try (InputStream in = Objects.requireNonNull(People.class.getResourceAsStream(name), name)) {
            return PersonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Read a file, or all {@code *.yaml} of a folder, by name.
     *
     * @throws UserException when one cannot be read, or there is none; the message names file, place and cure
     */
    public static List<Person> in(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new UserException("no person (*.yaml) in " + path);
            }
            return found.stream().map(People::read).toList();
        } catch (IOException e) {
            throw new UserException("cannot read people in " + path + ": " + e.getMessage(), e);
        }
    }

    private static Person read(Path file) {
        try {
            return PersonReader.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UserException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Have a person talk with an agent that stands on their floor.
     *
     * @param seed decides what they say and how
     * @param hearing how what they say is heard
     * @param phrasing puts their sentences into words
     */
    public static Visit visit(Person person, long seed, TestAgent agent, Hearing hearing, Phrasing phrasing) {
        return new Visitor(person, seed, agent, hearing, phrasing).visit();
    }

    /**
     * Hear a person as the recogniser that comes along would.
     *
     * @param noise in what; where it is empty, what the person's own file says, and every word where that says nothing
     */
    public static Hearing hearing(Person person, long seed, Optional<Circumstance> noise) {
        return noise.or(person::noise)
                .<Hearing>map(in -> new NoisyHearing(Shipped.ERRORS, in, Duration.ZERO, seed))
                .orElseGet(Hearing::typed);
    }
}
