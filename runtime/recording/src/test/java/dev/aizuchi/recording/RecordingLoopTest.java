package dev.aizuchi.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.mcap.Compression;
import dev.aizuchi.mcap.McapFile;
import dev.aizuchi.mcap.McapRecord;
import dev.aizuchi.robot.RobotState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingLoopTest {
    private static final Instant START = RunFileTest.START;

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();

    private RecordingSettings settings(Path directory, long maxBytes, int keep) {
        return new RecordingSettings(
                directory, maxBytes, keep, Compression.NONE, SpeechTexts.PLAIN, Optional.empty(), Map.of("robot", "r"));
    }

    private static DialogueEvent said(int i) {
        return new DialogueEvent.Said(1, START.plusSeconds(i), "文 " + i + "。".repeat(300), false);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static List<String> journal(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        Recording.journal(file, lines::add, lines::add);
        return lines;
    }

    @Test
    void begins_a_new_file_when_one_is_full_and_keeps_as_many_as_it_may() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("r")).resolve("notes.mcap"), "not ours");
        try (RecordingLoop loop = new RecordingLoop(settings(folder.resolve("r"), 65_536, 3), faults::add)) {
            for (int i = 0; i < 3_000; i++) {
                loop.event(said(i), START.plusMillis(i));
                loop.tick(START.plusMillis(i));
            }
        }
        List<Path> files = files(folder.resolve("r"));
        assertThat(files).hasSize(4).contains(folder.resolve("r/notes.mcap"));
        List<String> kept = new ArrayList<>();
        for (Path file : files.subList(0, 3)) {
            kept.addAll(journal(file));
            assertThat(Files.size(file)).isLessThan(200_000);
            try (McapFile read = McapFile.open(file)) {
                assertThat(read.damages()).isEmpty();
                assertThat(read.metadata()).containsExactly(new McapRecord.Metadata("aizuchi", Map.of("robot", "r")));
            }
        }
        assertThat(kept).anyMatch(line -> line.contains("文 2999")).noneMatch(line -> line.contains("文 1000。"));
        assertThat(faults).isEmpty();
    }

    @Test
    void what_was_flushed_is_there_though_the_process_was_killed() throws IOException {
        RecordingLoop loop = new RecordingLoop(settings(folder, 1 << 20, 3), faults::add);
        loop.event(said(1), START);
        loop.event(said(2), START);
        loop.tick(START.plus(RecordingLoop.FLUSH_EVERY));
        loop.event(said(3), START.plusSeconds(6));
        // Nobody closes it.
        List<String> read = journal(files(folder).get(0));
        assertThat(read).hasSize(3);
        assertThat(read.get(1)).contains("文 2");
        assertThat(read.get(2)).contains("breaks off");
    }

    @Test
    void tells_once_that_it_cannot_write_and_goes_on_when_it_can() throws IOException {
        Path directory = folder.resolve("recording");
        Files.writeString(directory, "a file stands where the directory should be");
        try (RecordingLoop loop = new RecordingLoop(settings(directory, 1 << 20, 3), faults::add)) {
            assertThat(loop.isReady(START)).isTrue();
            loop.event(said(1), START);
            assertThat(loop.isReady(START.plusSeconds(1))).isFalse();
            Instant later = START.plus(RecordingLoop.RETRY_AFTER);
            assertThat(loop.isReady(later)).isTrue();
            loop.event(said(2), later);
            loop.lost(5);
            assertThat(faults)
                    .singleElement()
                    .asString()
                    .contains("recording.directory")
                    .contains("free the disk");
            Files.delete(directory);
            loop.event(said(3), later.plus(RecordingLoop.RETRY_AFTER));
        }
        Path file = files(directory).get(0);
        assertThat(journal(file)).singleElement().asString().contains("文 3");
        try (McapFile read = McapFile.open(file)) {
            assertThat(read.metadata())
                    .anyMatch(metadata -> "7".equals(metadata.values().get("lost")));
        }
    }

    @Test
    void a_robot_that_stands_is_noted_seldom_and_one_that_moves_each_time() throws IOException {
        try (RecordingLoop loop = new RecordingLoop(settings(folder, 1 << 20, 3), faults::add)) {
            for (int i = 0; i < 100; i++) {
                double x = i < 50 ? i : 50;
                Instant now = START.plusMillis(100L * i);
                loop.state(new RobotState(now, x, 0, 0, 0, 0.9 - i * 1e-6, false, false, ""), now);
            }
            loop.state(new RobotState(Instant.MIN, 0, 0, 0, 0, 1, false, false, ""), START.plusSeconds(11));
        }
        try (McapFile read = McapFile.open(files(folder).get(0))) {
            assertThat(read.statistics().messages()).isEqualTo(51 * 3);
        }
    }

    @Test
    void a_directory_that_cannot_be_made_is_told_at_the_start() throws IOException {
        Path directory = folder.resolve("recording");
        Files.writeString(directory, "");
        assertThatThrownBy(() -> Recorder.open(settings(directory, 1 << 20, 3), () -> START, faults::add))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> settings(folder, 10, 3)).hasMessageContaining("max-bytes is 10");
    }

    @Test
    void a_recorder_writes_what_it_was_handed_before_it_was_closed() throws IOException {
        try (Recorder recorder = Recorder.open(settings(folder, 1 << 20, 3), () -> START, faults::add)) {
            recorder.follow(() -> new RobotState(START, 1, 0, 0, 0, 1, false, false, ""));
            RunFileTest.events().forEach(recorder);
        }
        assertThat(journal(files(folder).get(0))).hasSameSizeAs(RunFileTest.events());
    }
}
