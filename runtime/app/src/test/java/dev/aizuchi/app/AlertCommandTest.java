package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class AlertCommandTest {
    static final String CAP = """
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>A-1</identifier><sender>bousai@city.example.jp</sender>
              <sent>2026-04-01T09:45:00+09:00</sent>
              <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
              <info><language>ja</language><event>津波警報</event><headline>津波警報が出ました</headline>
                <expires>2026-04-01T21:00:00+09:00</expires><area><areaDesc>港町</areaDesc></area></info>
            </alert>
            """;
    private static final String TEN = "2026-04-01T10:00+09:00";

    @TempDir
    private Path directory;

    private Path alert = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        alert = Files.writeString(directory.resolve("a.xml"), CAP);
    }

    @Test
    void prints_what_would_be_said_in_japanese() {
        assertThat(run("--at", TEN, alert.toString())).isZero();
        assertThat(out.toString().lines()).containsExactly("津波の情報です。すぐに海や川から離れ、高い所へ避難してください。対象の地域は、港町です。津波警報が出ました。");
    }

    @Test
    void prints_the_languages_that_are_named_in_their_order() {
        assertThat(run("--at", TEN, "--lang", "en,easy", "--lang", "zh", "--lang", "ko", alert.toString()))
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "Tsunami. Move away from the sea and rivers to high ground now.",
                        "津波が 来ます。すぐに 高い 所へ 逃げて ください。",
                        "海啸。请立即离开海边和河边，到高处避难。",
                        "쓰나미입니다. 즉시 바다와 강에서 떨어져 높은 곳으로 대피하세요.");
        assertThat(run("--lang", "fr", alert.toString())).isEqualTo(2);
    }

    @Test
    void of_what_would_not_be_said_the_reason_is_told() throws IOException {
        Path test = Files.writeString(directory.resolve("t.xml"), CAP.replace("Actual", "Test"));
        assertThat(run("--at", "2026-04-02T00:00Z", alert.toString(), test.toString()))
                .isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("a.xml: not said: out of date since 2026-04-01T21:00+09:00")
                .contains("t.xml: not said: a test");
    }

    @Test
    void a_bad_file_is_named_and_the_others_are_read() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.xml"), "<alert");
        assertThat(run(
                        "--at",
                        TEN,
                        bad.toString(),
                        directory.resolve("none.xml").toString(),
                        alert.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("aizuchi: bad.xml: ").contains("none.xml");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void it_is_a_command_of_the_program() {
        assertThat(Main.commandLine().getSubcommands()).containsKeys("alert", "report");
        assertThat(Stream.of(AlertCommand.Language.values())).hasSize(5);
    }

    private int run(String... arguments) {
        return new CommandLine(new AlertCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
