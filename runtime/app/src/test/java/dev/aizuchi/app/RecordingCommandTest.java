package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a run to its recording, and from there back to a journal and a report. */
@Timeout(120)
final class RecordingCommandTest {
    private static final String RESCUE = """
            name: writes down
            world: { floor: rescue }
            turns:
              - user: 赤タグ二名
                expect: [{ completed: record }]
                within: PT20S
              - user: 指揮所に行って
                expect: [{ commanded: navigate }]
                within: PT20S
            """;

    @TempDir
    private static Path folder;

    private static Path recorded = Path.of("run.mcap");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void play() throws IOException {
        Path scenarios = Files.createDirectories(folder.resolve("scenarios"));
        Files.writeString(scenarios.resolve("writes.yaml"), RESCUE);
        StringWriter out = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .execute(
                        "scenario",
                        "run",
                        scenarios.toString(),
                        "--no-encoder",
                        "--seed",
                        "7",
                        "--record",
                        folder.resolve("recordings").toString());
        assertThat(code).as(out.toString()).isZero();
        recorded = files(folder.resolve("recordings")).get(0);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void what_no_recording_can_show_is_told() {
        String file = recorded.toString();
        assertThat(run("recording", "show", file, "--topic", "/gat")).isEqualTo(2);
        assertThat(run("recording", "show", file, "--from", "3", "--to", "2")).isEqualTo(2);
        assertThat(run("recording", "show", file, "--from", "-1")).isEqualTo(2);
        assertThat(run("recording", "show", file, "--to", "1e30")).isZero();
        assertThat(out.toString()).isNotEmpty();
        assertThat(run("recording", "info", file + ".mcap")).isEqualTo(1);
        assertThat(err.toString())
                .contains("--topic: the file has no /gat; did you mean /gate?")
                .contains("--from comes first")
                .contains(file + ".mcap: there is no such file");
    }

    @Test
    void info_tells_what_is_in_a_recording() throws IOException {
        assertThat(recorded.getFileName().toString()).endsWith("scenarios-writes-7.mcap");
        assertThat(run("recording", "info", recorded.toString(), "--json")).isZero();
        JsonNode info = Json.MAPPER.readTree(out.toString());
        assertThat(info.at("/metadata/0/values/seed").asText()).isEqualTo("7");
        assertThat(info.at("/metadata/0/values/scenario").asText()).isEqualTo("writes down");
        assertThat(info.at("/channels").findValuesAsText("topic"))
                .contains("/dialogue", "/commands", "/gate", "/robot/pose", "/tf", "/log");
        assertThat(run("recording", "info", recorded.toString())).isZero();
        assertThat(out.toString()).contains("/robot/pose").contains("foxglove.PoseInFrame");
    }

    @Test
    void what_was_recorded_is_a_journal_again_and_can_be_reported() throws IOException {
        assertThat(run("recording", "events", recorded.toString())).isZero();
        Path journal = Files.writeString(folder.resolve("back.jsonl"), out.toString());
        assertThat(run("report", journal.toString(), "--json")).isZero();
        assertThat(Json.MAPPER.readTree(out.toString()).at("/totals/people/red").asInt())
                .isEqualTo(2);
    }

    @Test
    void show_gives_the_log_or_the_chosen_channels() {
        assertThat(run("recording", "show", recorded.toString())).isZero();
        assertThat(out.toString()).contains("heard 赤タグ二名").contains("commanded record");
        assertThat(run("recording", "show", recorded.toString(), "--topic", "/gate", "--json"))
                .isZero();
        assertThat(out.toString().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"topic\":\"/gate\"") && line.contains("\"verdict\":\"approved\""));
        assertThat(run("recording", "show", recorded.toString(), "--from", "100000"))
                .isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void what_a_power_cut_left_is_read_and_told_of() throws IOException {
        byte[] whole = Files.readAllBytes(recorded);
        Path cut = Files.write(folder.resolve("cut.mcap"), Arrays.copyOf(whole, whole.length - 100));
        assertThat(run("recording", "events", cut.toString())).isOne();
        assertThat(out.toString().lines()).hasSizeGreaterThan(3);
        assertThat(err.toString()).contains("cut.mcap: the file breaks off at byte " + (whole.length - 100));
        assertThat(run("recording", "info", folder.resolve("back.jsonl").toString()))
                .isOne();
        assertThat(run(
                        "recording",
                        "info",
                        folder.resolve("scenarios/writes.yaml").toString()))
                .isOne();
        assertThat(err.toString()).contains("writes.yaml: this is no MCAP file");
    }

    @Test
    void one_line_of_the_configuration_records_a_run_without_what_was_said() throws Exception {
        String config = """
                site: { speaker: 101号室 }
                robot: { use: simulated }
                recording: { directory: kept }
                skills: [care, conversation, policy]
                """;
        assertThat(OneUtterance.answer(config, folder, "ありがとう")).isNotEmpty();
        assertThat(run(
                        "recording",
                        "events",
                        files(folder.resolve("kept")).get(0).toString()))
                .isZero();
        assertThat(out.toString())
                .contains("\"event\":\"heard\"")
                .contains("\"event\":\"said\"")
                .doesNotContain("ありがとう");
        assertThat(run("recording", "show", files(folder.resolve("kept")).get(0).toString(), "--topic", "/robot/state"))
                .isZero();
        assertThat(out.toString()).contains("\"battery\":");
    }

    @Test
    void the_sound_of_one_who_agreed_is_recorded_and_of_a_stranger_is_not() throws Exception {
        assertThat(framesHeardOf("p-1")).isGreaterThan(50);
        assertThat(framesHeardOf("stranger")).isZero();
    }

    /** Give how many frames of a recorded sentence were kept while only this person was there. */
    private long framesHeardOf(String person) throws Exception {
        Path home = Files.createDirectories(folder.resolve("sound-" + person));
        Path config = Files.writeString(home.resolve("agent.yaml"), """
                site: { speaker: 101号室 }
                robot: { use: simulated }
                hearing:
                  source: { use: wav, with: { file: "%s" } }
                  detector: { use: silero, with: { model: "model:silero-vad" } }
                  recognizer: { use: vosk, with: { model: "model:starter-ja" } }
                people: { directory: people, key: people.key }
                recording: { directory: kept, audio: true }
                """.formatted(
                Path.of("src/main/resources/dev/aizuchi/app/demo/02-water.wav").toAbsolutePath()));
        assertThat(run(
                        "people",
                        "add",
                        "p-1",
                        "--call",
                        "鈴木さん",
                        "--consent-by",
                        "本人",
                        "--consent-for",
                        "名前で呼ぶためと録音のため",
                        "--config",
                        config.toString()))
                .isZero();
        ConfigFile file = ConfigFile.read(config, Home.here().paths(home));
        CountDownLatch sensed = new CountDownLatch(1);
        try (AgentRuntime runtime = AgentRuntime.open(file, new Plugins(), true, List.of(event -> {
            if (event instanceof DialogueEvent.Perceived) {
                sensed.countDown();
            }
        }))) {
            runtime.agent().perceive(new Percept.PersonArrived(person));
            assertThat(sensed.await(30, TimeUnit.SECONDS)).isTrue();
            runtime.listen();
        }
        assertThat(run("recording", "info", files(home.resolve("kept")).get(0).toString(), "--json"))
                .isZero();
        for (JsonNode channel : Json.MAPPER.readTree(out.toString()).path("channels")) {
            if (channel.path("topic").asText().equals("/audio")) {
                return channel.path("messages").asLong();
            }
        }
        return 0;
    }

    @Test
    void sound_is_not_recorded_where_nobody_can_have_agreed_to_it() {
        String config = """
                site: { speaker: 101号室 }
                robot: { use: simulated }
                recording: { directory: kept, audio: true }
                """;
        assertThatThrownBy(() -> OneUtterance.answer(config, folder, "ありがとう"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agent.yaml:3")
                .hasMessageContaining("name people too");
    }

    @Test
    void a_recording_that_is_out_of_range_is_told_with_its_line() {
        String config = """
                site: { speaker: 101号室 }
                robot: { use: simulated }
                recording: { directory: kept, max-bytes: 10 }
                """;
        assertThatThrownBy(() -> OneUtterance.answer(config, folder, "ありがとう"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agent.yaml:3")
                .hasMessageContaining("max-bytes is 10");
    }
}
