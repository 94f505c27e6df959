package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PeopleCommandTest {
    private static final String SUZUKI = """
            id: p-1
            call: 鈴木さん
            hearing: HARD
            pace: SLOW
            dialect: kansai
            language: ja
            forbidden-topics:
            - 戦争
            - 奥様
            consent:
              given: 2026-03-31
              by: 本人
              purpose: 名前で呼ぶため
            last-seen: 2026-04-01T01:00:00Z
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        write("agent.yaml", """
                site: { speaker: 101号室 }
                robot: { use: mqtt }
                people: { directory: people, key: people.key }
                """);
    }

    @Test
    void shows_what_was_added_as_a_file_that_add_takes() throws IOException {
        assertThat(run("add", "--from", write("suzuki.yaml", SUZUKI))).isZero();
        assertThat(run("show", "p-1")).isZero();
        assertThat(out.toString().replace("\"", "")).isEqualTo(SUZUKI);
        assertThat(run("add", "--replace", "--from", write("again.yaml", out.toString())))
                .isZero();
    }

    @Test
    void adds_by_options_and_lists_who_is_known() {
        assertThat(run(
                        "add",
                        "p-2",
                        "--call",
                        "田中さん",
                        "--consent-by",
                        "ご家族",
                        "--consent-for",
                        "呼び方",
                        "--hearing",
                        "hard"))
                .isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).startsWith("p-2  田中さん  last seen 20").endsWith(" by ご家族\n");
    }

    @Test
    void refuses_a_person_without_consent_and_names_the_cure() throws IOException {
        String without = SUZUKI.substring(0, SUZUKI.indexOf("consent:"));
        assertThat(run("add", "--from", write("suzuki.yaml", without))).isEqualTo(2);
        assertThat(err.toString())
                .contains("suzuki.yaml:1", "consent is missing", "record consent: { given: 2026-04-01");
        assertThat(run("add", "p-2", "--call", "田中さん")).isEqualTo(2);
        assertThat(err.toString()).contains("--consent-by");
        assertThat(folder.resolve("people.key")).doesNotExist();
    }

    @Test
    void refuses_what_is_wrong_in_a_file() throws IOException {
        assertThat(run("add", "--from", write("a.yaml", SUZUKI.replace("pace", "pase"))))
                .isEqualTo(2);
        assertThat(run("add", "--from", write("a.yaml", SUZUKI.replace("kansai", "edo"))))
                .isEqualTo(2);
        assertThat(run("add", "--from", write("a.yaml", SUZUKI.replace(": ja", ": 日本語"))))
                .isEqualTo(2);
        assertThat(run("add", "--from", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "a.yaml:4: pase: unknown key pase; did you mean pace?",
                        "no dialect edo; leave it out for standard Japanese, or name kansai",
                        "must be a BCP 47 tag",
                        "none.yaml: no such file; write one such as");
    }

    @Test
    void changes_a_known_person_only_when_told_to() throws IOException {
        String file = write("suzuki.yaml", SUZUKI);
        assertThat(run("add", "--from", file)).isZero();
        assertThat(run("add", "--from", file)).isEqualTo(2);
        assertThat(err.toString()).contains("p-1 is known already; add --replace");
    }

    @Test
    void forgets_and_tells_of_who_is_unknown() throws IOException {
        assertThat(run("add", "--from", write("suzuki.yaml", SUZUKI))).isZero();
        assertThat(run("forget", "p-1")).isZero();
        assertThat(run("forget", "p-1")).isEqualTo(1);
        assertThat(run("show", "p-1")).isEqualTo(1);
        assertThat(err.toString()).contains("nobody is known as p-1; ./aizuchi people list");
    }

    @Test
    void wipes_only_when_it_is_meant() throws IOException {
        assertThat(run("add", "--from", write("suzuki.yaml", SUZUKI))).isZero();
        assertThat(run("wipe")).isEqualTo(2);
        assertThat(err.toString()).contains("people.key for good; if that is meant, add --yes");
        assertThat(folder.resolve("people.key")).exists();
        assertThat(run("wipe", "--yes")).isZero();
        assertThat(folder.resolve("people.key")).doesNotExist();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tells_of_a_missing_key_and_of_a_configuration_without_people() throws IOException {
        assertThat(run("add", "--from", write("suzuki.yaml", SUZUKI))).isZero();
        Files.delete(folder.resolve("people.key"));
        assertThat(run("list")).isEqualTo(1);
        assertThat(err.toString()).contains("people.key to ", "is missing; bring it back");
        write("agent.yaml", "site: { speaker: 101号室 }\nrobot: { use: mqtt }\n");
        assertThat(run("list")).isEqualTo(2);
        assertThat(err.toString()).contains("people is missing: add people: {");
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("name what to do: ", "forget");
    }

    private int run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("people"));
        line.addAll(List.of(arguments));
        line.add("--config=" + folder.resolve("agent.yaml"));
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(line.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
