package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.core.Journal;
import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.disaster.DisasterSkill;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.TestAgent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From what is said to the robot, through the journal that it writes, to the report. */
final class ReportCommandTest {
    @TempDir
    private static Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void speak() throws IOException {
        try (TestAgent agent =
                TestAgent.on(Setup.on("rescue"), List.of(new DisasterSkill()), PhraseInterpreter::of, "")) {
            for (String sentence :
                    List.of("赤タグ二名", "訂正、赤タグ三名", "黄タグ一名", "負傷者四名", "毛布が二十枚足りない", "二班に撤収と伝えて", "救急車を呼んで")) {
                agent.hears(sentence).waits(Duration.ofSeconds(20));
            }
            for (SpeechTexts texts : SpeechTexts.values()) {
                Journal.Settings settings =
                        new Journal.Settings(directory.resolve(texts.name()), 1_000_000, 1, texts, Optional.empty());
                try (Journal journal = Journal.open(settings, fault -> {})) {
                    agent.events().forEach(journal);
                }
            }
        }
    }

    @Test
    void what_was_said_to_the_robot_stands_in_the_report() throws JsonProcessingException {
        assertThat(run(directory.resolve("PLAIN").toString(), "--json")).isZero();
        JsonNode report = Json.MAPPER.readTree(out.toString());
        assertThat(report.at("/totals/people/red").asInt()).isEqualTo(3);
        assertThat(report.at("/totals/people/yellow").asInt()).isEqualTo(1);
        assertThat(report.at("/totals/people/injured").asInt()).isEqualTo(4);
        assertThat(report.at("/totals/supplies/毛布").asInt()).isEqualTo(20);
        assertThat(report.findValuesAsText("words")).containsExactly("二班への伝言: 撤収");
        assertThat(report.path("entries").findValuesAsText("kind"))
                .containsExactly("triage", "triage", "triage", "casualty", "supplies", "message", "ambulance");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_journal_without_words_has_all_figures_and_says_what_it_lacks() throws JsonProcessingException {
        assertThat(run(directory.resolve("NONE/journal.jsonl").toString(), "--json"))
                .isZero();
        JsonNode report = Json.MAPPER.readTree(out.toString());
        assertThat(report.at("/totals/people/red").asInt()).isEqualTo(3);
        assertThat(report.at("/totals/supplies/毛布").asInt()).isEqualTo(20);
        assertThat(report.findValuesAsText("words")).isEmpty();
        assertThat(err.toString()).contains("does not hold the words of messages");
    }

    @Test
    void excel_knows_the_encoding_by_the_byte_order_mark() throws IOException {
        Path file = directory.resolve("report.csv");
        assertThat(run(directory.resolve("PLAIN").toString(), "--csv", "--bom", "--out", file.toString()))
                .isZero();
        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).startsWith("\uFEFF時刻,種別,");
        assertThat(out.toString()).isEmpty();
        assertThat(run(directory.resolve("PLAIN").toString())).isZero();
        assertThat(out.toString()).startsWith("時刻,種別,");
    }

    @Test
    void what_cannot_be_read_or_written_is_told() {
        assertThat(run(directory.resolve("missing").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no report of").contains("missing");
        assertThat(run(directory.resolve("PLAIN").toString(), "--out", directory + "/none/report.csv"))
                .isEqualTo(1);
        assertThat(run(directory.resolve("PLAIN").toString(), "--json", "--bom"))
                .isEqualTo(2);
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new ReportCommand());
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
