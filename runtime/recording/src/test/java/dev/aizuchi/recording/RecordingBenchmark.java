package dev.aizuchi.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.core.EventJson;
import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.mcap.Compression;
import dev.aizuchi.robot.RobotState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measure what recording costs in time on the processor and on the disk; see BENCHMARKS.md. */
class RecordingBenchmark {
    private static final int ROUNDS = 2_000;

    @TempDir
    private Path folder;

    private interface Work {
        void run() throws IOException;
    }

    private static double cpuMicros(int of, Work work) throws IOException {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e3 / of;
    }

    @Test
    void measure() throws IOException {
        List<DialogueEvent> events = RunFileTest.events();
        int count = ROUNDS * events.size();
        EventJson json = new EventJson(SpeechTexts.PLAIN, Optional.empty());
        Path journal = folder.resolve("journal.jsonl");
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            double journalCpu = cpuMicros(count, () -> {
                try (var out = new BufferedOutputStream(Files.newOutputStream(journal))) {
                    for (int i = 0; i < ROUNDS; i++) {
                        for (DialogueEvent event : events) {
                            out.write((json.of(event) + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
            });
            tell("journal line", journalCpu, (double) Files.size(journal) / count, 0);
            for (Compression compression : Compression.values()) {
                measure(compression, json, events, count);
            }
        }
    }

    private void measure(Compression compression, EventJson json, List<DialogueEvent> events, int count)
            throws IOException {
        Path path = folder.resolve("run.mcap");
        double cpu = cpuMicros(count, () -> {
            try (RunFile file =
                    new RunFile(new BufferedOutputStream(Files.newOutputStream(path)), compression, json, Map.of())) {
                for (int i = 0; i < ROUNDS; i++) {
                    for (DialogueEvent event : events) {
                        file.event(event);
                    }
                    file.state(
                            new RobotState(RunFileTest.START, i / 10.0, 2, i, 0.4, 0.8, false, false, "廊下"),
                            RunFileTest.START.plusMillis(100L * i));
                }
            }
        });
        AtomicInteger lines = new AtomicInteger();
        double reading =
                cpuMicros(count, () -> Recording.journal(path, line -> lines.incrementAndGet(), problem -> {}));
        assertThat(lines).hasValue(count);
        tell("event, " + compression, cpu, (double) Files.size(path) / count, reading);
    }

    private static void tell(String what, double micros, double bytes, double readingMicros) {
        System.out.printf(
                Locale.ROOT,
                "%-14s %6.1f us of a core to write, %6.1f to read back, %6.1f bytes%n",
                what,
                micros,
                readingMicros,
                bytes);
    }
}
