package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer.Session;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Measure the figures of BENCHMARKS.md; not part of a normal build, since its name does not end in Test.
 *
 * <p>{@code mvn -pl adapters/vosk test -Dtest=RecognitionBenchmark}, with {@code -Dwavs=FOLDER} for recordings of one's
 * own: a {@code transcripts.tsv} of name and text, and a folder of WAV files for each voice.
 */
class RecognitionBenchmark {
    private static final Path REPOSITORY = Starter.MODEL.resolve("../..").normalize();
    private static final Path LOOP = REPOSITORY.resolve("runtime/app/src/main/resources/dev/aizuchi/app/bench");
    private static final int BEFORE = 400;
    /** Decoding happens on the caller's thread; its time on the processor does not depend on what else runs. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Double> acceptMillis = new ArrayList<>();
    private final List<Double> finishMillis = new ArrayList<>();
    private double soundSeconds;
    private double workSeconds;

    private record Spoken(String voice, String text, Path file, int endMillis) {
        boolean isStop() {
            return file.getFileName().toString().contains("stop");
        }
    }

    @Test
    void commands() throws IOException {
        List<Spoken> recordings = Files.readAllLines(LOOP.resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .map(row -> new Spoken(row.get(3), row.get(1), LOOP.resolve(row.get(0)), Integer.parseInt(row.get(4))))
                .toList();
        try (VoskRecognizer recognizer = load()) {
            measure(recognizer, "commands, skills' phrases expected", recordings, phrases());
            measure(recognizer, "commands, no phrases", recordings, List.of());
            stopWords(recognizer, recordings.stream().filter(Spoken::isStop).toList());
        }
    }

    @Test
    void sentences() throws IOException {
        String folder = System.getProperty("wavs");
        Assumptions.assumeTrue(folder != null, "no -Dwavs");
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(folder, "transcripts.tsv"))) {
            texts.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
        }
        List<Spoken> recordings = new ArrayList<>();
        try (Stream<Path> voices =
                Files.list(Path.of(folder)).filter(Files::isDirectory).sorted()) {
            voices.forEach(voice -> texts.forEach((name, text) ->
                    recordings.add(new Spoken(voice.getFileName().toString(), text, voice.resolve(name + ".wav"), 0))));
        }
        List<String> expected = new ArrayList<>(phrases());
        expected.addAll(texts.values());
        try (VoskRecognizer recognizer = load()) {
            measure(recognizer, "sentences, they and the skills' phrases expected", recordings, expected);
            measure(recognizer, "sentences, no phrases", recordings, List.of());
        }
    }

    private static VoskRecognizer load() {
        long begun = System.nanoTime();
        VoskRecognizer recognizer = VoskRecognizer.open(Starter.MODEL);
        print("load %.0f ms", millisSince(begun));
        return recognizer;
    }

    private void measure(VoskRecognizer recognizer, String what, List<Spoken> recordings, List<String> expected)
            throws IOException {
        Map<String, int[]> byVoice = new LinkedHashMap<>();
        acceptMillis.clear();
        finishMillis.clear();
        soundSeconds = 0;
        workSeconds = 0;
        try (Session session = recognizer.open(expected)) {
            for (Spoken spoken : recordings) {
                Optional<Recognition> heard = hear(session, Starter.frames(Files.readAllBytes(spoken.file)));
                String text = plain(spoken.text);
                int wrong = distance(text, heard.map(Recognition::text).orElse(""));
                int[] sums = byVoice.computeIfAbsent(spoken.voice, voice -> new int[4]);
                sums[0] += wrong;
                sums[1] += text.length();
                sums[2] += wrong == 0 ? 1 : 0;
                sums[3]++;
            }
        }
        byVoice.forEach((voice, sums) ->
                print("%s: %s CER %.1f %%, %d of %d exact", what, voice, 100.0 * sums[0] / sums[1], sums[2], sums[3]));
        print(
                "%s: RTF %.3f, accept p95 %.1f max %.1f ms, finish p50 %.1f p95 %.1f ms, %s",
                what,
                workSeconds / soundSeconds,
                percentile(acceptMillis, 95),
                percentile(acceptMillis, 100),
                percentile(finishMillis, 50),
                percentile(finishMillis, 95),
                residentMemory());
        assertThat(byVoice).isNotEmpty();
    }

    private Optional<Recognition> hear(Session session, List<AudioFrame> frames) {
        long begun = THREADS.getCurrentThreadCpuTime();
        for (AudioFrame frame : frames) {
            long before = System.nanoTime();
            session.accept(frame);
            acceptMillis.add(millisSince(before));
        }
        long before = System.nanoTime();
        Optional<Recognition> heard = session.finish();
        finishMillis.add(millisSince(before));
        workSeconds += (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
        soundSeconds += frames.size() * AudioFrame.MILLIS / 1_000.0;
        return heard;
    }

    /** Measure from where a listener hears a word of stopping end to the partial that has it, work included. */
    private static void stopWords(VoskRecognizer recognizer, List<Spoken> recordings) throws IOException {
        List<Double> sound = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        int missed = 0;
        try (Session session = recognizer.watch(phrases())) {
            for (Spoken spoken : recordings) {
                List<AudioFrame> frames =
                        new ArrayList<>(Collections.nCopies(BEFORE / AudioFrame.MILLIS, AudioFrame.silence()));
                frames.addAll(Starter.frames(Files.readAllBytes(spoken.file)));
                frames.addAll(Collections.nCopies(600 / AudioFrame.MILLIS, AudioFrame.silence()));
                boolean found = false;
                for (int i = 0; i < frames.size() && !found; i++) {
                    long before = System.nanoTime();
                    found = session.accept(frames.get(i))
                            .filter(plain(spoken.text)::equals)
                            .isPresent();
                    if (found) {
                        double delay = (i + 1.0) * AudioFrame.MILLIS - BEFORE - spoken.endMillis;
                        sound.add(delay);
                        all.add(delay + millisSince(before));
                    }
                }
                missed += found ? 0 : 1;
                session.finish();
            }
        }
        print(
                "stop: whole phrase in a partial p50 %.0f p95 %.0f max %.0f ms of sound after its end; with work p50 %.0f p95"
                        + " %.0f max %.0f ms; %d of %d missed",
                percentile(sound, 50),
                percentile(sound, 95),
                percentile(sound, 100),
                percentile(all, 50),
                percentile(all, 95),
                percentile(all, 100),
                missed,
                recordings.size());
        assertThat(missed).isLessThan(recordings.size());
    }

    private static List<String> phrases() throws IOException {
        List<String> phrases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve("skills"))) {
            for (Path file : files.filter(path ->
                            path.endsWith("phrases.txt") && path.toString().contains("src/main"))
                    .toList()) {
                phrases.addAll(lines(file));
            }
        }
        phrases.addAll(lines(REPOSITORY.resolve("models/training/speech-graph/commands.txt")));
        return phrases;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty() && !line.startsWith("#") && !line.startsWith("[") && !line.contains("{"))
                .toList();
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static String residentMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .map(line -> line.replaceAll("\\s+", " "))
                        .orElse("")
                : "";
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
