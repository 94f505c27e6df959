package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kill an agent that takes down reminders, at a random moment, again and again: whatever it had promised is kept. */
class KilledRemindersTest {
    private static final long SEED = 20_261_126;
    private static final int KILLS = Integer.getInteger("reminders.kills", 5);
    /** So many promises, less one, are waited for at most. */
    private static final int MOST_PROMISED = 7;
    /** Then so long at most: a few more promises. */
    private static final int LONGEST_MICROS = 20_000;

    private static final String PROMISED = "promised ";

    @Test
    @Timeout(1_200)
    void loses_no_reminder_that_was_promised(@TempDir Path folder) throws Exception {
        Random random = new Random(SEED);
        Path file = folder.resolve("reminders");
        Set<String> expected = new LinkedHashSet<>();
        int promised = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> lines = remindUntilKilled(file, kill, random);
            Set<String> begun = new LinkedHashSet<>(expected);
            lines.forEach(line -> begun.add(line.substring(line.indexOf(' ') + 1)));
            lines.stream()
                    .filter(line -> line.startsWith(PROMISED))
                    .forEach(line -> expected.add(line.substring(PROMISED.length())));
            promised = expected.size();
            List<String> kept = RemindingAgent.file(file).before().stream()
                    .map(each -> each.about().text())
                    .toList();
            assertThat(kept).as("kill %d after %s", kill, lines).doesNotHaveDuplicates();
            assertThat(kept).as("kill %d after %s", kill, lines).containsAll(expected);
            assertThat(begun).as("kill %d after %s", kill, lines).containsAll(kept);
            expected.addAll(kept);
        }
        assertThat(promised).as("promises").isGreaterThan(KILLS);
    }

    private static List<String> remindUntilKilled(Path file, int run, Random random) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RemindingAgent.class.getName(),
                        file.toString(),
                        "" + run)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            int wanted = 1 + random.nextInt(MOST_PROMISED);
            while (lines.stream().filter(line -> line.startsWith(PROMISED)).count() < wanted) {
                String line = out.readLine();
                assertThat(line).as("the process goes on after %s", lines).isNotNull();
                lines.add(line);
            }
            boolean ended = process.waitFor(random.nextInt(LONGEST_MICROS), TimeUnit.MICROSECONDS);
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
