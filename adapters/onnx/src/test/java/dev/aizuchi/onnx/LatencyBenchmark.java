package dev.aizuchi.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Measure the figures of BENCHMARKS.md; not part of a normal build, since its name does not end in Test.
 *
 * <p>{@code mvn -pl adapters/onnx test -Dtest=LatencyBenchmark}
 */
class LatencyBenchmark {
    private static final List<String> UTTERANCES = List.of(
            "トイレに行きたいです",
            "お水を一杯いただけますか",
            "看護師さんを呼んでください",
            "電気をつけて",
            "会議室はどこですか",
            "おはようございます",
            "もう一度言ってもらえますか",
            "今日の天気は？",
            "お薬の時間を教えてください",
            "田中さんと三時にお約束をいただいております");

    @Test
    void encoder() {
        long start = System.nanoTime();
        try (OnnxTextEncoder encoder = OnnxTextEncoder.open(ShippedModels.encoder())) {
            print("encoder: open %.0f ms", millisSince(start));
            double p50 = report("encoder: short utterances", 400, i -> encoder.encode(UTTERANCES.get(i % 10)));
            String longest = "お茶が欲しいです。".repeat(100);
            report("encoder: 128 pieces", 40, i -> encoder.encode(longest));
            print("encoder: resident memory of the whole JVM %s", residentMemory());
            assertThat(p50).isLessThan(100);
        }
    }

    @Test
    void voice_detector() {
        long start = System.nanoTime();
        try (SileroVoiceDetector detector = SileroVoiceDetector.open(ShippedModels.silero())) {
            print("silero: open %.0f ms", millisSince(start));
            AudioFrame frame = AudioFrame.silence();
            double p50 = report("silero: a frame of 20 ms", 4_000, i -> detector.probability(frame));
            assertThat(p50).isLessThan(20);
        }
    }

    private static double report(String what, int runs, IntConsumer work) {
        double[] millis = new double[runs];
        double[] processorMillis = new double[runs];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            long processorStart = threads.getCurrentThreadCpuTime();
            work.accept(i);
            processorMillis[i] = (threads.getCurrentThreadCpuTime() - processorStart) / 1e6;
            millis[i] = millisSince(start);
        }
        Arrays.sort(millis);
        Arrays.sort(processorMillis);
        print(
                "%s: p50 %.2f p95 %.2f p99 %.2f ms over %d; of processor time p50 %.2f ms",
                what,
                millis[runs / 2],
                millis[runs * 95 / 100],
                millis[runs * 99 / 100],
                runs,
                processorMillis[runs / 2]);
        return millis[runs / 2];
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static String residentMemory() {
        Path status = Path.of("/proc/self/status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .map(line -> line.replaceAll("\\s+", " "))
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown (no " + status + ")";
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
