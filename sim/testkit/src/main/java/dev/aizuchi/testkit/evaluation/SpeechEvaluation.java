package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.testkit.evaluation.Recordings.Recording;
import dev.aizuchi.testkit.evaluation.SpeechReport.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Play recordings to a recogniser, frame by frame as a microphone would, and compare what it heard. */
public final class SpeechEvaluation {
    private final SpeechRecognizer recognizer;
    private final List<String> phrases;
    private final Function<Path, AudioClip> reader;
    private final Spelling spelling = new Spelling();

    /**
     * Choose what is measured.
     *
     * @param phrases what the recogniser is told to expect; empty for its own language model
     * @param reader reads a WAV file as 16 kHz; may throw {@link AudioException}
     */
    public SpeechEvaluation(SpeechRecognizer recognizer, List<String> phrases, Function<Path, AudioClip> reader) {
        this.recognizer = recognizer;
        this.phrases = List.copyOf(phrases);
        this.reader = reader;
    }

    /**
     * Hear all recordings, faster than real time and one after another.
     *
     * @param progress is told each row as it is done
     */
    public SpeechReport run(List<Recording> recordings, Consumer<Row> progress) {
        List<Row> rows = new ArrayList<>();
        for (Recording recording : recordings) {
            Row row = row(recording);
            rows.add(row);
            progress.accept(row);
        }
        return new SpeechReport(rows, Memory.residentMegabytes());
    }

    private Row row(Recording recording) {
        AudioClip clip;
        try {
            clip = reader.apply(recording.file());
        } catch (AudioException e) {
            return Row.unread(recording, String.valueOf(e.getMessage()));
        }
        Timing timing = new Timing();
        Optional<Recognition> heard;
        try (SpeechRecognizer.Session session = recognizer.open(phrases)) {
            short[] samples = clip.samples();
            for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
                AudioFrame frame = AudioFrame.copyOf(samples, at);
                timing.frame(() -> session.accept(frame).isPresent());
            }
            heard = timing.end(session::finish);
        }
        String text = heard.map(Recognition::text).orElse("");
        return new Row(
                recording,
                text,
                spelling.said(text),
                heard.map(Recognition::confidence).orElse(0.0),
                ErrorRate.of(spelling.written(recording.text()), spelling.written(text)),
                ErrorRate.of(spelling.said(recording.reading().orElse(recording.text())), spelling.said(text)),
                clip.duration().toMillis(),
                timing.workMillis,
                timing.finalMillis,
                timing.firstPartialMillis,
                "");
    }

    /** Take the times of one recording. */
    private static final class Timing {
        private double workMillis;
        private double finalMillis;
        /** How far into the sound the first words came; NaN when none came before the end. */
        private double firstPartialMillis = Double.NaN;

        private double soundMillis;

        void frame(BooleanSupplier accept) {
            long begun = System.nanoTime();
            boolean words = accept.getAsBoolean();
            workMillis += (System.nanoTime() - begun) / 1e6;
            soundMillis += AudioFrame.MILLIS;
            if (words && Double.isNaN(firstPartialMillis)) {
                firstPartialMillis = soundMillis;
            }
        }

        Optional<Recognition> end(Supplier<Optional<Recognition>> finish) {
            long begun = System.nanoTime();
            Optional<Recognition> heard = finish.get();
            finalMillis = (System.nanoTime() - begun) / 1e6;
            workMillis += finalMillis;
            return heard;
        }
    }
}
