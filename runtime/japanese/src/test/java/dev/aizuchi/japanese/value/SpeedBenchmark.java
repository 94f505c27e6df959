package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.reading.SpeechReader;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Time how long a sentence takes to find values in and to read aloud; prints a line for each, for BENCHMARKS.md. */
final class SpeedBenchmark {
    /** About 20 characters each, as a robot hears and says them. */
    private static final List<String> SENTENCES = List.of(
            "明日の午後三時半に起こしてください。",
            "さんじはんにおくすりをにじょうください",
            "エアコンの温度を二度下げてもらえますか",
            "三〇五号室の田中さんを呼んでください。",
            "毎朝八時と夜八時に薬を二錠飲んでいます",
            "今日はとてもいい天気なので散歩に行きたい",
            "2024年3月5日の10時30分に来ます",
            "電話番号は〇九〇の一二三四の五六七八です",
            "体温は三十七度五分で血圧は百二十の八十",
            "廊下を五メートル進んで右に曲がってください");

    private static final int ROUNDS = 3_000;

    private SpeedBenchmark() {}

    /** Run; takes about ten seconds. */
    public static void main(String[] arguments) {
        long begun = System.nanoTime();
        Morphology morphology = new Morphology();
        Values values = new Values(morphology);
        values.find("三時");
        double loaded = (System.nanoTime() - begun) / 1e6;
        begun = System.nanoTime();
        SpeechReader reader = new SpeechReader(morphology);
        reader.read("三時");
        System.out.printf(
                Locale.ROOT,
                "loading: values with the dictionary %.0f ms, then reader %.0f ms%n",
                loaded,
                (System.nanoTime() - begun) / 1e6);
        LocalDateTime reference = LocalDateTime.parse("2024-05-01T10:00");
        time("values", sentence -> values.find(sentence, reference));
        time("read", reader::read);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "heap after GC: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static void time(String name, Consumer<String> work) {
        for (int i = 0; i < ROUNDS; i++) {
            SENTENCES.forEach(work);
        }
        long[] nanos = new long[ROUNDS * SENTENCES.size()];
        int at = 0;
        for (int i = 0; i < ROUNDS; i++) {
            for (String sentence : SENTENCES) {
                long begun = System.nanoTime();
                work.accept(sentence);
                nanos[at++] = System.nanoTime() - begun;
            }
        }
        double characters =
                ROUNDS * (double) SENTENCES.stream().mapToInt(String::length).sum();
        double seconds = Arrays.stream(nanos).sum() / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.3f ms, p99 %.3f ms, %.0f characters/s%n",
                name,
                nanos[at / 2] / 1e6,
                nanos[at * 99 / 100] / 1e6,
                characters / seconds);
    }
}
