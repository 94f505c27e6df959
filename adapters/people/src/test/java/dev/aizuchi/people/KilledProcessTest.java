package dev.aizuchi.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.people.Writer.Change;
import dev.aizuchi.person.Person;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kill a process that writes, at a random moment, again and again: what it had said to be done is there. */
class KilledProcessTest {
    private static final long SEED = 20_261_126;
    private static final int KILLS = Integer.getInteger("people.kills", 10);
    /** So often one begins where there is neither key nor database yet. */
    private static final int FRESH = 5;
    /** So many changes, less one, are waited for at most. */
    private static final int MOST_DONE = 7;
    /** Then so long at most: about two changes, or the first one, for which H2 is loaded. */
    private static final int LONGEST_MICROS = 80_000;

    private static final int LONGEST_FIRST_MICROS = 600_000;

    @Test
    @Timeout(900)
    void keeps_every_change_that_was_done_and_half_of_none(@TempDir Path folder) throws Exception {
        Random random = new Random(SEED);
        TreeMap<String, Person> expected = new TreeMap<>();
        Path directory = folder;
        int inTheMidst = 0;
        int done = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % FRESH == 0) {
                expected.clear();
                directory = folder.resolve("people" + kill);
            }
            PeopleSettings settings = new PeopleSettings(directory, directory.resolveSibling("key" + kill / FRESH));
            List<String> lines = writeUntilKilled(settings, random);
            lines.stream()
                    .filter(line -> line.startsWith("done"))
                    .map(Change::read)
                    .forEach(change -> change.to(expected));
            done += lines.size() / 2;
            TreeMap<String, Person> withTheLast = new TreeMap<>(expected);
            if (lines.size() % 2 == 1) {
                Change.read(lines.get(lines.size() - 1)).to(withTheLast);
                inTheMidst++;
            }
            List<Person> found = H2People.open(settings).all();
            assertThat(found)
                    .as("kill %d after %s", kill, lines)
                    .isIn(List.copyOf(expected.values()), List.copyOf(withTheLast.values()));
            expected.clear();
            found.forEach(person -> expected.put(person.id(), person));
        }
        assertThat(done).as("changes that were done").isPositive();
        assertThat(inTheMidst).as("kills in the midst of a change").isPositive();
    }

    private static List<String> writeUntilKilled(PeopleSettings settings, Random random) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        settings.directory().toString(),
                        settings.key().toString(),
                        "" + random.nextLong())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            int changes = random.nextInt(MOST_DONE);
            while (lines.size() < 2 * changes + 1) {
                String line = out.readLine();
                assertThat(line).as("the process goes on after %s", lines).isNotNull();
                lines.add(line);
            }
            int micros = random.nextInt(changes == 0 ? LONGEST_FIRST_MICROS : LONGEST_MICROS);
            boolean ended = process.waitFor(micros, TimeUnit.MICROSECONDS);
            assertThat(ended).as("it ends only when it is killed").isFalse();
            // By its handle: the process itself would close the pipe, in which the last lines are.
            process.toHandle().destroyForcibly();
            process.waitFor();
            out.lines().forEach(lines::add);
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }
}
