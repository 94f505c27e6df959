package dev.aizuchi.whisper;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.whisper.Credibility.Believed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collect one utterance and decode it at its end, or ahead of its end while the speaker pauses. */
final class WhisperSession implements SpeechRecognizer.Session {
    /** A decoding in the background, which holds for the sound until its pause. */
    private record Ahead(FutureTask<Optional<Recognition>> task, AtomicBoolean cancelled) {}

    private final Decoder decoder;
    private final Credibility credibility;
    private final Background background;
    private final String prompt;
    private final double minLevelDb;
    private final Sound sound = new Sound();
    private volatile @Nullable Ahead ahead;
    /** Gives up what {@link #finish} waits for. */
    private volatile AtomicBoolean current = new AtomicBoolean();

    private volatile boolean closed;

    /** Runs one decoding after the other. */
    interface Background {
        void run(FutureTask<?> task);

        void forget(FutureTask<?> task);
    }

    WhisperSession(Decoder decoder, Credibility credibility, Background background, String prompt, double minLevelDb) {
        this.decoder = decoder;
        this.credibility = credibility;
        this.background = background;
        this.prompt = prompt;
        this.minLevelDb = minLevelDb;
    }

    @Override
    public synchronized Optional<String> accept(AudioFrame frame) {
        checkOpen();
        sound.add(frame);
        return Optional.empty();
    }

    @Override
    public synchronized void paused(boolean pausing) {
        checkOpen();
        drop();
        if (pausing) {
            ahead = begin();
            background.run(ahead.task);
        }
    }

    @Override
    public synchronized Optional<Recognition> finish() {
        checkOpen();
        Ahead begun = ahead;
        ahead = null;
        if (begun == null) {
            begun = begin();
        }
        // Does nothing when the background has begun it; when it still waits there, this thread is free.
        current = begun.cancelled;
        if (closed) {
            begun.cancelled.set(true);
        }
        begun.task.run();
        sound.clear();
        return result(begun);
    }

    /** Callable from another thread too, to give up what {@link #finish} is waiting for; returns at once. */
    @Override
    public void close() {
        closed = true;
        current.set(true);
        drop();
    }

    private Ahead begin() {
        AtomicBoolean cancelled = new AtomicBoolean();
        float[] samples = sound.copy();
        return new Ahead(new FutureTask<>(() -> recognize(samples, cancelled)), cancelled);
    }

    private Optional<Recognition> recognize(float[] samples, AtomicBoolean cancelled) {
        if (Sound.loudestDb(samples) < minLevelDb) {
            return Optional.empty();
        }
        List<Believed> believed = Sound.parts(samples, decoder.longest()).stream()
                .flatMap(part -> decoder.decode(part, prompt, cancelled).stream())
                .flatMap(transcript -> credibility.judge(transcript).stream())
                .toList();
        if (believed.isEmpty()) {
            return Optional.empty();
        }
        String text = believed.stream().map(Believed::text).collect(Collectors.joining());
        double confidence =
                believed.stream().mapToDouble(Believed::confidence).min().orElse(0);
        return Optional.of(new Recognition(List.of(new Hypothesis(text, confidence, words(believed)))));
    }

    /** Give the pieces that the text is made of; none when a part has been changed. */
    private static List<Word> words(List<Believed> believed) {
        if (believed.stream().anyMatch(part -> part.pieces().isEmpty())) {
            return List.of();
        }
        return believed.stream()
                .flatMap(part -> part.pieces().stream())
                .map(piece -> new Word(piece.text(), piece.confidence(), Duration.ZERO, Duration.ZERO))
                .toList();
    }

    private static Optional<Recognition> result(Ahead begun) {
        try {
            return begun.task.get();
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            begun.cancelled.set(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AudioException known
                    ? known
                    : new AudioException("Whisper failed to decode: " + e.getCause(), e);
        }
    }

    /** Give up what was begun: the speaker goes on. */
    private void drop() {
        Ahead begun = ahead;
        if (begun != null) {
            begun.cancelled.set(true);
            background.forget(begun.task);
            ahead = null;
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }
}
