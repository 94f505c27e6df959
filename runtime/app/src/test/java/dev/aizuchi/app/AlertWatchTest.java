package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertWatchTest {
    private static final Instant TEN = Instant.parse("2026-04-01T01:00:00Z");
    private static final String CONFIG = """
            site: { speaker: 指揮所 }
            robot: { use: simulated }
            skills: [disaster, conversation]
            alerts: { directory: %s, every-s: 1 }
            """;

    @TempDir
    private Path directory;

    private final List<Percept> percepts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    @Test
    void a_new_alert_is_a_percept_once() throws IOException {
        try (AlertWatch watch = new AlertWatch(directory, () -> TEN, percepts::add, problems::add)) {
            watch.round();
            assertThat(percepts).isEmpty();
            Files.writeString(directory.resolve("a.xml"), AlertCommandTest.CAP);
            watch.round();
            watch.round();
            assertThat(percepts).singleElement().extracting(Percept::kind).isEqualTo("alert");
            assertThat(problems).isEmpty();
        }
    }

    /** Later alerts must come through whatever happens to one. */
    @Test
    void an_agent_that_throws_does_not_end_the_watch() throws IOException {
        try (AlertWatch watch = new AlertWatch(
                directory,
                () -> TEN,
                percept -> {
                    throw new IllegalStateException("broken");
                },
                problems::add)) {
            Files.writeString(directory.resolve("a.xml"), AlertCommandTest.CAP);
            watch.round();
            assertThat(problems).singleElement().asString().contains("broken");
        }
    }

    @Test
    void an_agent_announces_what_lies_in_the_directory_of_its_configuration() throws Exception {
        Files.writeString(directory.resolve("a.xml"), AlertCommandTest.CAP.replace("2026-04-01T21", "2999-04-01T21"));
        CountDownLatch said = new CountDownLatch(1);
        ConfigFile file = ConfigFile.of("agent.yaml", CONFIG.formatted(directory), Path::of);
        try (AgentRuntime runtime = AgentRuntime.open(file, new Plugins(), true, List.of(event -> {
            if (event instanceof DialogueEvent.Said text && text.text().startsWith("津波の情報です。")) {
                said.countDown();
            }
        }))) {
            assertThat(runtime.agent()).isNotNull();
            assertThat(said.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_configuration_by_which_no_alert_would_be_heard_is_refused() {
        refused(CONFIG.formatted(directory.resolve("none")), "agent.yaml:4: alerts.directory: no such directory");
        refused(
                CONFIG.formatted(directory).replace("[disaster, conversation]", "[conversation]"),
                "agent.yaml:4: alerts: none of the skills announces alerts; add disaster");
        refused(CONFIG.formatted(directory).replace("every-s: 1", "every-s: -1"), "seconds from 1 to 3600");
        refused(CONFIG.formatted(directory).replace("every-s", "every"), "did you mean every-s?");
        refused(CONFIG.replace("directory: %s, ", ""), "directory is missing");
    }

    private static void refused(String config, String message) {
        ConfigFile file = ConfigFile.of("agent.yaml", config, Path::of);
        assertThatThrownBy(() ->
                        AgentRuntime.open(file, new Plugins(), true, List.of()).close())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }
}
