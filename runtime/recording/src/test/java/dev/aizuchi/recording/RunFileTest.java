package dev.aizuchi.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.aizuchi.core.EventJson;
import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.mcap.Compression;
import dev.aizuchi.mcap.McapFile;
import dev.aizuchi.mcap.McapRecord;
import dev.aizuchi.mcap.Selection;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    static final Instant START = Instant.parse("2026-04-01T01:00:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    /** One of each kind of event. */
    static List<DialogueEvent> events() {
        Action navigate = new Action.Navigate(new Place("食堂"));
        return List.of(
                new DialogueEvent.SpeechStarted(1, at(0)),
                new DialogueEvent.PartialHeard(1, at(1), "お茶"),
                new DialogueEvent.Heard(1, at(2), Recognition.ofText("お茶を持ってきて"), Duration.ofMillis(300)),
                new DialogueEvent.NotHeard(1, at(2)),
                new DialogueEvent.Understood(
                        1, at(2), "care", "fetch", Map.of("item", "お茶"), 0.93, Duration.ofMillis(4)),
                new DialogueEvent.NotUnderstood(1, at(2), Duration.ofMillis(4)),
                new DialogueEvent.Asked(1, at(3), "お茶でよろしいですか", true),
                new DialogueEvent.Said(1, at(3), "お持ちします", false),
                new DialogueEvent.Nodded(1, at(3), "はい"),
                new DialogueEvent.Sounding(1, at(3), Duration.ofMillis(20)),
                new DialogueEvent.Spoken(1, at(3)),
                new DialogueEvent.SpeechCut(1, at(3), "お持ち"),
                new DialogueEvent.Deferred(1, at(3), navigate),
                new DialogueEvent.Commanded(1, at(4), "c1", navigate),
                new DialogueEvent.Refused(1, at(4), new Action.RaiseBed(30), "touches_person", "確認が要ります"),
                new DialogueEvent.Progressed(1, at(5), "c1", 0.5),
                new DialogueEvent.Completed(1, at(6), "c1"),
                new DialogueEvent.Failed(1, at(6), "c1", Outcome.Reason.BLOCKED, "廊下"),
                new DialogueEvent.Stopped(1, at(7), "word"),
                new DialogueEvent.Resumed(1, at(8)),
                new DialogueEvent.Perceived(1, at(8), new Percept.Battery(0.4)),
                new DialogueEvent.Perceived(1, at(8), new Percept.Own("gas", List.of(new Argument.Measure("ppm", 12)))),
                new DialogueEvent.Faulted(1, at(9), "hearing", "the microphone is gone"));
    }

    private static RobotState state(double x) {
        return new RobotState(START, x, 2, 90, 0.4, 0.8, false, false, "廊下");
    }

    private Path write(SpeechTexts texts) throws IOException {
        Path path = folder.resolve("run.mcap");
        try (RunFile file = new RunFile(
                Files.newOutputStream(path),
                Compression.ZSTD,
                new EventJson(texts, Optional.empty()),
                Map.of("scenario", "fetch"))) {
            for (DialogueEvent event : events()) {
                file.event(event);
            }
            file.state(state(1), at(5));
            file.audio(AudioFrame.silence(), at(5));
        }
        return path;
    }

    @Test
    void all_kinds_of_events_are_tried() {
        assertThat(events().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(List.of(DialogueEvent.class.getPermittedSubclasses()));
    }

    @Test
    void every_message_fits_the_schema_that_is_written_with_it() throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        Map<String, JsonSchema> schemas = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        try (McapFile file = McapFile.open(write(SpeechTexts.PLAIN))) {
            for (McapRecord.Channel channel : file.channels()) {
                McapRecord.Schema schema = file.schema(channel).orElseThrow();
                assertThat(schema.encoding()).isEqualTo("jsonschema");
                schemas.put(channel.topic(), factory.getSchema(schema.data().utf8()));
            }
            file.forEach(Selection.all(), (channel, message) -> {
                JsonNode json = MAPPER.readTree(message.data().utf8());
                Objects.requireNonNull(schemas.get(channel.topic()))
                        .validate(json)
                        .forEach(fault -> wrong.add(channel.topic() + fault));
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(schemas.keySet())
                .isEqualTo(Stream.of(Topic.values()).map(Topic::wireName).collect(Collectors.toSet()));
    }

    @Test
    void the_journal_comes_back_line_by_line() throws IOException {
        List<String> lines = new ArrayList<>();
        Recording.journal(write(SpeechTexts.PLAIN), lines::add, problem -> lines.add("! " + problem));
        EventJson json = new EventJson(SpeechTexts.PLAIN, Optional.empty());
        assertThat(lines)
                .isEqualTo(events().stream()
                        .map(event -> json.of(event).toString())
                        .toList());
    }

    @Test
    void nothing_of_what_was_said_is_written_unless_the_site_allows_it() throws IOException {
        List<String> data = new ArrayList<>();
        try (McapFile file = McapFile.open(write(SpeechTexts.NONE))) {
            file.forEach(
                    Selection.all(),
                    (channel, message) -> data.add(message.data().utf8()));
        }
        assertThat(data).hasSizeGreaterThan(40).noneMatch(json -> json.contains("お茶") || json.contains("お持ち"));
    }

    @Test
    void the_gate_the_pose_and_the_log_have_channels_of_their_own() throws IOException {
        Map<String, List<String>> byTopic = new TreeMap<>();
        try (McapFile file = McapFile.open(write(SpeechTexts.PLAIN))) {
            file.forEach(
                    Selection.all(),
                    (channel, message) -> byTopic.computeIfAbsent(channel.topic(), t -> new ArrayList<>())
                            .add(message.data().utf8()));
            assertThat(file.metadata()).contains(new McapRecord.Metadata("aizuchi", Map.of("scenario", "fetch")));
        }
        assertThat(byTopic.get("/gate"))
                .contains("{\"verdict\":\"approved\",\"turn\":1,\"command_id\":\"c1\",\"action\":\"navigate\","
                        + "\"arguments\":{\"place\":\"食堂\"}}")
                .anyMatch(json -> json.contains("refused") && json.contains("touches_person"));
        assertThat(byTopic.get("/robot/pose"))
                .singleElement()
                .asString()
                .contains("\"position\":{\"x\":1.0,\"y\":2.0,\"z\":0.0}")
                .contains("\"z\":0.707");
        assertThat(byTopic.get("/log"))
                .anyMatch(json -> json.contains("\"level\":4") && json.contains("faulted hearing"));
    }
}
