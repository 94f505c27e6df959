package dev.aizuchi.app;

import dev.aizuchi.speech.AudioClip;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One recording of the benchmark.
 *
 * @param file the WAV file beside the index
 * @param intent what it asks for; {@code stop} for a stop word
 * @param endOfSpeechMillis where the voice ends, known from its making
 */
record BenchRecording(String file, String intent, long endOfSpeechMillis) {
    private static final int FILE = 0;
    private static final int INTENT = 2;
    private static final int END = 4;

    /** Read the index; at most {@code limit} commands and as many stop words. */
    static List<BenchRecording> all(int limit) {
        List<BenchRecording> commands = new ArrayList<>();
        List<BenchRecording> stops = new ArrayList<>();
        SpokenLoop.resource("bench/index.tsv").lines().skip(1).forEach(line -> {
            String[] fields = line.split("\t", -1);
            BenchRecording recording = new BenchRecording(fields[FILE], fields[INTENT], Long.parseLong(fields[END]));
            List<BenchRecording> kind = recording.isStop() ? stops : commands;
            if (kind.size() < limit) {
                kind.add(recording);
            }
        });
        commands.addAll(stops);
        return commands;
    }

    boolean isStop() {
        return intent.equals("stop");
    }

    /** Play to the microphone and give the time (System.nanoTime) at which its voice ends; returns as it begins. */
    long playTo(SpokenLoop loop) {
        AudioClip clip = Home.wavResource("bench/" + file);
        CompletableFuture<Long> begun = new CompletableFuture<>();
        loop.play(clip.samples(), () -> begun.complete(System.nanoTime()));
        return begun.join() + TimeUnit.MILLISECONDS.toNanos(endOfSpeechMillis);
    }
}
