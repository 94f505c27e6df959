package dev.aizuchi.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.people.Writer.Change;
import dev.aizuchi.person.Person;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Let the system refuse a process files of more than 40 kB, as a full disk would. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {
    @Test
    void tells_of_a_full_disk_and_keeps_what_was_stored(@TempDir Path folder) throws Exception {
        PeopleSettings settings = new PeopleSettings(folder.resolve("people"), folder.resolve("people.key"));
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 80; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filler.class.getName(),
                        settings.directory().toString(),
                        settings.key().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(said).hasSize(2);
        int kept = Integer.parseInt(said.get(0));
        assertThat(kept).isGreaterThan(5);
        assertThat(said.get(1))
                .contains("the people cannot be stored in", "File too large", "free some space", "is unchanged")
                .doesNotContain("人");
        TreeMap<String, Person> expected = new TreeMap<>();
        for (int who = 0; who < kept; who++) {
            new Change(who, Filler.VERSION).to(expected);
        }
        assertThat(H2People.open(settings).all()).isEqualTo(List.copyOf(expected.values()));
        try (Stream<Path> files = Files.list(settings.directory())) {
            assertThat(files).as("the store and the lock").hasSize(2);
        }
    }
}
