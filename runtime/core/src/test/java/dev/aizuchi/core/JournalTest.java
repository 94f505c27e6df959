package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.DialogueEvent.Commanded;
import dev.aizuchi.event.DialogueEvent.Heard;
import dev.aizuchi.event.DialogueEvent.Stopped;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.mask.Seal;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Place;
import dev.aizuchi.speech.Recognition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Seal SEAL = new Seal(new byte[Seal.KEY_BYTES], new SecureRandom());
    private static final Instant AT = Instant.parse("2026-04-01T06:00:00Z");

    @TempDir
    Path directory;

    private final BlockingQueue<String> faults = new LinkedBlockingQueue<>();

    @Test
    void writes_each_event_as_a_line() throws IOException {
        write(
                SpeechTexts.PLAIN,
                new Heard(1, AT, Recognition.ofText("お水"), Duration.ofMillis(250)),
                new Commanded(1, AT, "a-1", new Action.Navigate(new Place("給湯室"))),
                new Stopped(2, AT, "word"));
        assertThat(lines())
                .containsExactly(
                        "{\"event\":\"heard\",\"turn\":1,\"at\":\"2026-04-01T06:00:00Z\",\"text\":\"お水\",\"confidence\":1.0,\"took_ms\":250}",
                        "{\"event\":\"commanded\",\"turn\":1,\"at\":\"2026-04-01T06:00:00Z\",\"command_id\":\"a-1\",\"action\":\"navigate\",\"arguments\":{\"place\":\"給湯室\"}}",
                        "{\"event\":\"stopped\",\"turn\":2,\"at\":\"2026-04-01T06:00:00Z\",\"cause\":\"word\"}");
    }

    /** Two runs of one scenario are compared byte for byte, and each process orders a map in its own way. */
    @Test
    void writes_slots_in_the_order_of_their_names() throws IOException {
        Map<String, String> slots =
                Map.of("visitor", "鈴木", "host", "佐藤", "dept", "総務部", "purpose", "面会", "time", "10:00");
        write(SpeechTexts.PLAIN, new DialogueEvent.Understood(1, AT, "s", "i", slots, 1, Duration.ZERO));
        assertThat(lines().get(0))
                .contains(
                        "\"slots\":{\"dept\":\"総務部\",\"host\":\"佐藤\",\"purpose\":\"面会\",\"time\":\"10:00\",\"visitor\":\"鈴木\"}");
    }

    @Test
    void keeps_the_words_of_people_out_unless_told_to_write_them() throws IOException {
        write(
                SpeechTexts.NONE,
                new DialogueEvent.PartialHeard(1, AT, "ひみつ"),
                new Heard(1, AT, Recognition.ofText("ひみつ"), Duration.ZERO),
                new DialogueEvent.Understood(1, AT, "s", "i", Map.of("item", "ひみつ"), 1, Duration.ZERO),
                new DialogueEvent.Said(1, AT, "ひみつ", false),
                new DialogueEvent.Asked(1, AT, "ひみつ", true),
                new Commanded(1, AT, "a-1", new Action.CallHuman("看護師", new Place("101号室"), "ひみつ", true)),
                new Commanded(1, AT, "a-2", new Action.Notify("職員", "ひみつ")),
                new Commanded(1, AT, "a-3", new Action.Display("ひみつ")));
        assertThat(lines()).hasSize(8).noneMatch(line -> line.contains("ひみつ"));
    }

    @Test
    void puts_placeholders_for_personal_data_and_seals_what_they_stand_for() throws Exception {
        write(
                SpeechTexts.MASKED,
                new Heard(1, AT, Recognition.ofText("田中さんに電話して、090-1234-5678です"), Duration.ZERO),
                new DialogueEvent.Understood(1, AT, "s", "i", Map.of("person", "田中さん"), 1, Duration.ZERO),
                new Commanded(1, AT, "a-1", new Action.Notify("職員", "田中さんが呼んでいます")),
                new DialogueEvent.Said(1, AT, "分かりました。", false));
        assertThat(lines())
                .noneMatch(line -> line.contains("田中") || line.contains("5678"))
                .anyMatch(line -> line.contains("〔氏名1〕さんが呼んでいます"))
                .anyMatch(line -> line.contains("\"text\":\"分かりました。\",\"small_talk\""));
        JsonNode heard = new ObjectMapper().readTree(lines().get(0));
        byte[] sealed = Base64.getDecoder().decode(heard.get("text_sealed").asText());
        assertThat(SEAL.unmask(heard.get("text").asText(), sealed)).contains("田中さんに電話して、090-1234-5678です");
    }

    @Test
    void writes_every_kind_of_event() throws IOException {
        write(SpeechTexts.PLAIN, EveryEvent.all().toArray(DialogueEvent[]::new));
        assertThat(lines()).hasSameSizeAs(EveryEvent.all());
    }

    @Test
    void begins_a_new_file_at_the_size_and_keeps_as_many_as_told() throws IOException {
        for (int i = 0; i < 10; i++) {
            write(SpeechTexts.PLAIN, new DialogueEvent.Said(i, AT, "長".repeat(400), false));
        }
        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("journal.jsonl", "journal.1.jsonl", "journal.2.jsonl");
        assertThat(Files.size(directory.resolve("journal.jsonl"))).isLessThanOrEqualTo(2_000);
    }

    @Test
    void cuts_a_torn_last_line_off_and_says_so() throws IOException {
        write(SpeechTexts.PLAIN, new Stopped(1, AT, "word"));
        Files.writeString(directory.resolve("journal.jsonl"), "{\"event\":\"hea", StandardOpenOption.APPEND);
        write(SpeechTexts.PLAIN, new Stopped(2, AT, "key"));
        assertThat(lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("word"),
                        second -> assertThat(second).isEqualTo("{\"event\":\"journal_mended\",\"bytes\":13}"),
                        third -> assertThat(third).contains("key"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tells_of_a_full_disk_and_stays_up() throws Exception {
        Files.createSymbolicLink(directory.resolve("journal.jsonl"), Path.of("/dev/full"));
        try (Journal journal = open(SpeechTexts.PLAIN)) {
            journal.accept(new Stopped(1, AT, "word"));
            assertThat(faults.poll(10, TimeUnit.SECONDS))
                    .contains("journal.jsonl")
                    .contains("free the disk");
        }
    }

    @Test
    void two_kinds_of_percept_carry_their_own_fields() throws IOException {
        write(
                SpeechTexts.PLAIN,
                new DialogueEvent.Perceived(1, AT, new Percept.Battery(0.5)),
                new DialogueEvent.Perceived(
                        1, AT, new Percept.Own("gas", List.of(new dev.aizuchi.robot.Argument.Measure("ppm", 12)))));
        assertThat(lines().get(0)).contains("\"percept\":\"battery\"").contains("\"charge\":0.5");
        assertThat(lines().get(1)).contains("\"percept\":\"gas\"").contains("\"ppm\":12.0");
    }

    private void write(SpeechTexts speechTexts, DialogueEvent... events) throws IOException {
        try (Journal journal = open(speechTexts)) {
            for (DialogueEvent event : events) {
                journal.accept(event);
            }
        }
    }

    private Journal open(SpeechTexts speechTexts) throws IOException {
        return Journal.open(new Journal.Settings(directory, 2_000, 2, speechTexts, Optional.of(SEAL)), faults::add);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(directory.resolve("journal.jsonl"));
    }
}
