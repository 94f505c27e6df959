package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.core.StopSpotter;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import dev.aizuchi.testkit.evaluation.Recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Play stop words, and talk without any, to the very spotter that watches in the runtime; one recording after the other
 * as one sound, a second of silence between.
 */
public final class StopEvaluation {
    private static final int GAP_FRAMES = 1_000 / AudioFrame.MILLIS;

    private final SpeechRecognizer recognizer;
    private final List<String> expected;
    private final VoiceDetector detector;
    private final Predicate<String> isStop;
    private final Function<Path, AudioClip> reader;

    /**
     * Choose what is measured.
     *
     * @param expected the sentences that the recogniser watches with, stop words among them
     * @param isStop tells a text with a stop word
     * @param reader reads a WAV file as 16 kHz
     */
    public StopEvaluation(
            SpeechRecognizer recognizer,
            List<String> expected,
            VoiceDetector detector,
            Predicate<String> isStop,
            Function<Path, AudioClip> reader) {
        this.recognizer = recognizer;
        this.expected = List.copyOf(expected);
        this.detector = detector;
        this.isStop = isStop;
        this.reader = reader;
    }

    /**
     * Tell what was taken for a stop word in one recording.
     *
     * @param stops the texts, in order; empty for none
     */
    public record Row(Recording recording, List<String> stops) {
        /** Copies the texts. */
        public Row {
            stops = List.copyOf(stops);
        }
    }

    /**
     * Hold what was found.
     *
     * @param words a row for each recording of a stop word
     * @param talk a row for each recording without one
     * @param talked length of the talk
     */
    public record Report(List<Row> words, List<Row> talk, Duration talked) {
        /** Copies the rows. */
        public Report {
            words = List.copyOf(words);
            talk = List.copyOf(talk);
        }

        /** Count the stop words that were heard. */
        public long heard() {
            return words.stream().filter(row -> !row.stops.isEmpty()).count();
        }

        /** Give the false stops an hour of talk; NaN without talk. */
        public double falseAnHour() {
            int stops = talk.stream().mapToInt(row -> row.stops.size()).sum();
            return talked.isZero() ? Double.NaN : stops * 3_600_000.0 / talked.toMillis();
        }
    }

    /** Hear all recordings; what says a stop word by its transcript is no talk, and is left out of it. */
    public Report run(List<Recording> words, List<Recording> talk) {
        List<Recording> others =
                talk.stream().filter(one -> !isStop.test(one.text())).toList();
        Duration[] length = {Duration.ZERO};
        List<Row> heard = rows(words, length);
        length[0] = Duration.ZERO;
        return new Report(heard, rows(others, length), length[0]);
    }

    private List<Row> rows(List<Recording> recordings, Duration[] length) {
        List<Row> rows = new ArrayList<>();
        List<String> stops = new ArrayList<>();
        try (StopSpotter spotter = new StopSpotter(recognizer, expected, isStop, stops::add, Runnable::run)) {
            for (Recording recording : recordings) {
                stops.clear();
                AudioClip clip = reader.apply(recording.file());
                short[] samples = clip.samples();
                for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
                    play(spotter, AudioFrame.copyOf(samples, at));
                }
                for (int i = 0; i < GAP_FRAMES; i++) {
                    play(spotter, AudioFrame.silence());
                }
                length[0] = length[0].plus(clip.duration());
                rows.add(new Row(recording, stops));
            }
        }
        return rows;
    }

    private void play(StopSpotter spotter, AudioFrame frame) {
        spotter.accept(frame, detector.probability(frame));
    }
}
