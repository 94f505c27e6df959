package dev.aizuchi.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measure the wait for the final text, with sound that comes in real time; not part of a normal build, since its name
 * does not end in Test.
 *
 * <p>{@code mvn -pl adapters/whisper test -Dtest=LatencyBenchmark -Dwavs=FOLDER}: WAV files of one utterance each.
 */
class LatencyBenchmark {
    private static final double VOICE_DB = -45;
    private static final int PAUSE_MILLIS = 120;

    @Test
    void wait_for_the_final_text() throws IOException {
        List<List<AudioFrame>> sounds = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("wavs")))) {
            for (Path file :
                    files.sorted().limit(Integer.getInteger("limit", 30)).toList()) {
                sounds.add(Shipped.frames(Files.readAllBytes(file)));
            }
        }
        assertThat(sounds).isNotEmpty();
        int margin = Integer.getInteger("margin", 160);
        WhisperSettings settings = new WhisperSettings(Shipped.MODEL, 2, margin, List.of(), 0.6, -1.0, -60.0);
        try (WhisperRecognizer recognizer = WhisperRecognizer.open(settings)) {
            measure(recognizer, sounds, 0);
            measure(recognizer, sounds, 240);
            measure(recognizer, sounds, 480);
            measure(recognizer, sounds, 800);
        }
    }

    /** Play each sound, then silence; {@code patience} is the silence that ends the turn, 0 for no work ahead. */
    private static void measure(WhisperRecognizer recognizer, List<List<AudioFrame>> sounds, int patience) {
        List<Double> waits = new ArrayList<>();
        double seconds = 0;
        for (List<AudioFrame> sound : sounds) {
            List<AudioFrame> voiced = untilLastVoice(sound);
            seconds += voiced.size() * AudioFrame.MILLIS / 1_000.0;
            try (Session session = recognizer.open(List.of())) {
                play(session, voiced);
                play(session, Collections.nCopies(PAUSE_MILLIS / AudioFrame.MILLIS, AudioFrame.silence()));
                if (patience > 0) {
                    session.paused(true);
                    play(
                            session,
                            Collections.nCopies((patience - PAUSE_MILLIS) / AudioFrame.MILLIS, AudioFrame.silence()));
                }
                long begun = System.nanoTime();
                session.finish();
                waits.add((System.nanoTime() - begun) / 1e6);
            }
        }
        Collections.sort(waits);
        System.out.println(String.format(
                Locale.ROOT,
                "%s: wait for the text p50 %.0f p95 %.0f ms, %d utterances of %.1f s on average",
                patience == 0 ? "no work ahead" : "the turn ends after " + patience + " ms of silence",
                waits.get(waits.size() / 2),
                waits.get((int) Math.ceil(waits.size() * 0.95) - 1),
                waits.size(),
                seconds / waits.size()));
    }

    private static List<AudioFrame> untilLastVoice(List<AudioFrame> sound) {
        int last = 0;
        for (int i = 0; i < sound.size(); i++) {
            last = sound.get(i).levelDb() > VOICE_DB ? i : last;
        }
        return sound.subList(0, last + 1);
    }

    private static void play(Session session, List<AudioFrame> frames) {
        long due = System.nanoTime();
        for (AudioFrame frame : frames) {
            due += TimeUnit.MILLISECONDS.toNanos(AudioFrame.MILLIS);
            session.accept(frame);
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }
}
