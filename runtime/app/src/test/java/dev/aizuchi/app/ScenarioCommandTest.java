package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScenarioCommandTest {
    private static final String GREETS = """
            name: greets
            tags: [talk]
            turns:
              - user: こんにちは
                expect: [{ understood: greeting }]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tells_every_fault_with_its_line_and_column() throws IOException {
        write("good.yaml", GREETS);
        write("bad.yaml", "name: x\nturns:\n  - usr: こんにちは\n");
        write("same.yaml", GREETS);
        assertThat(run("check", folder.toString())).isOne();
        assertThat(out.toString())
                .contains("bad.yaml:3:5: unknown key usr; did you mean user?")
                .contains("same.yaml:1:1: has the name of " + folder.resolve("good.yaml") + ": greets")
                .contains("2 scenarios read, 2 faults");
    }

    @Test
    void plays_reports_and_compares_with_the_run_before() throws IOException {
        write("good.yaml", GREETS);
        write(
                "hopes.yaml",
                "name: hopes\nturns:\n  - user: こんにちは\n    expect: [{ commanded: navigate }]\n    within: PT2S\n");
        Path report = folder.resolve("report");
        Path junit = folder.resolve("junit.xml");
        String[] command = {
            "run",
            folder.toString(),
            "--no-encoder",
            "--jobs",
            "2",
            "--report",
            report.toString(),
            "--junit",
            junit.toString()
        };
        assertThat(run(command)).isOne();
        assertThat(out.toString()).contains("hopes.yaml:3: turn 0: expected commanded: navigate", "1 of 2 right");
        assertThat(report.resolve("index.html")).content().contains("hopes");
        assertThat(junit).content().contains("<testcase");
        String first = Files.readString(report.resolve("summary.json"));

        write("hopes.yaml", Files.readString(folder.resolve("hopes.yaml")) + "expected-to-fail: 立ったまま挨拶する\n");
        assertThat(run(command)).isZero();
        assertThat(out.toString()).contains("since the last run: hopes (seed 1): failed → failed as expected");
        assertThat(report.resolve("summary.json")).content().isNotEqualTo(first);
        String second = Files.readString(report.resolve("summary.json"));
        assertThat(run(command)).isZero();
        assertThat(report.resolve("summary.json")).content().isEqualTo(second);
    }

    @Test
    void people_speak_aloud_and_are_heard_by_the_recogniser_that_comes_along() throws IOException {
        write("light.yaml", """
                name: light
                turns:
                  - user: 電気をつけてください
                    distance-m: 0.7
                    expect: [{ commanded: light }]
                """);
        Path report = folder.resolve("report");
        String[] command = {
            "run", folder.toString(), "--spoken", "--no-encoder", "--jobs", "1", "--report", report.toString()
        };
        assertThat(run(command)).isZero();
        assertThat(out.toString()).contains("1 lines spoken, 100 % heard sound for sound", "1 of 1 right");
        String first = Files.readString(report.resolve("summary.json"));
        assertThat(first).contains("\"hearing\"", "\"wrong_morae\" : 0.0");
        assertThat(run(command)).isZero();
        assertThat(report.resolve("summary.json")).content().isEqualTo(first);
    }

    @Test
    void says_what_is_wrong_with_how_people_are_to_speak() throws IOException {
        write("good.yaml", GREETS);
        assertThat(run("run", folder.toString(), "--spoken", "--no-encoder", "--voice", "mary"))
                .isEqualTo(2);
        assertThat(run("run", folder.toString(), "--spoken", "--no-encoder", "--noise", "babel:10"))
                .isEqualTo(2);
        assertThat(run("run", folder.toString(), "--spoken", "--no-encoder", "--room", "7"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("there is no voice mary: write mei, mei+3")
                .contains("--noise babel:10: write KIND:DB")
                .contains("--room must be from 0 to 2 seconds, but is 7.0");
    }

    @Test
    void plays_those_with_a_tag_and_says_when_there_are_none() throws IOException {
        write("good.yaml", GREETS);
        assertThat(run("run", folder.toString(), "--no-encoder", "--tag", "talk", "--repeat", "3"))
                .isZero();
        assertThat(out.toString()).contains("3 of 3 right");
        assertThat(run("run", folder.toString(), "--tag", "fault")).isEqualTo(2);
        assertThat(err.toString()).contains("none of 1 scenarios has the tag fault");
    }

    @Test
    void says_before_it_plays_that_a_report_cannot_be_written() throws IOException {
        write("good.yaml", GREETS);
        Path file = Files.writeString(folder.resolve("file"), "");
        for (String option : List.of("--report", "--junit")) {
            String target = file.resolve("in-a-file").resolve("x").toString();
            assertThat(run("run", folder.toString(), "--no-encoder", option, target))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("aizuchi: " + option + ": the folder ", " cannot be made");
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void says_what_is_wrong_with_a_folder_or_a_file_before_it_plays() throws IOException {
        assertThat(run("run", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no scenario (*.yaml) in " + folder);
        write("bad.yaml", "name: [\n");
        assertThat(run("run", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("bad.yaml:").contains("not YAML");
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "scenario";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int code = command.execute(all);
        command.getOut().flush();
        command.getErr().flush();
        return code;
    }
}
