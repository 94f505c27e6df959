package dev.aizuchi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three processes, of which one is killed while it plays. */
class KilledMachineTest {
    static final String SECRET = "killed machines share it";
    private static final int REPEAT = 200;

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    @Timeout(180)
    void what_a_killed_machine_had_is_played_by_the_others_and_each_run_counts_once() throws IOException {
        int port = Lent.port();
        String owner = "127.0.0.1:" + port;
        ScenarioSuite suite = new ScenarioSuite(Lent.scenarios(folder, "a", "b"), REPEAT, 1);
        List<Played> heard = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<Played> played;
        try (Machine machine = Lent.machine(port, owner, 1, SECRET, () -> new Scripted("owner"))) {
            BufferedReader healthy = start(port + 1, owner, "healthy");
            BufferedReader stuck = start(port + 2, owner, "stuck");
            assertThat(healthy.readLine()).startsWith("joined");
            assertThat(stuck.readLine()).startsWith("joined");
            CompletableFuture<String> began = CompletableFuture.supplyAsync(() -> killedUpon(stuck));
            played = machine.play(suite, SuiteFiles.of(List.of(folder)), false, heard::add, told::add);
            assertThat(began.join()).startsWith("began ");
        }
        assertThat(played).hasSize(2 * REPEAT).allMatch(one -> one.failure().isEmpty());
        assertThat(played.stream()
                        .map(one -> one.scenario().name() + one.seed())
                        .collect(Collectors.toSet()))
                .hasSize(2 * REPEAT);
        assertThat(heard).containsExactlyInAnyOrderElementsOf(played);
        assertThat(told).filteredOn(line -> line.contains("is lost")).hasSize(1);
        assertThat(played.stream()
                        .map(one -> one.course().moments().get(0).text())
                        .collect(Collectors.toSet()))
                .contains("played by healthy");
    }

    /** Kill the last process when it says that it has begun a run. */
    private String killedUpon(BufferedReader output) {
        try {
            String line = output.readLine();
            processes.get(processes.size() - 1).destroyForcibly();
            return String.valueOf(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private BufferedReader start(int port, String others, String role) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LentProcess.class.getName(),
                        String.valueOf(port),
                        others,
                        role)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process.inputReader(StandardCharsets.UTF_8);
    }
}
