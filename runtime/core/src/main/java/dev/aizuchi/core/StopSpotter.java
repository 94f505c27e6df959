package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Watch for stop words in all that is said, whatever the rest of the hearing is busy with; lives on the thread that
 * reads the sound.
 *
 * <p>It has a recogniser's session of its own, which expects the sentences that may be said: what is one of them is
 * less easily taken for a stop word. A stop word in a text is believed at once; one that no text has is found by a
 * {@link SecondLook} at the first pause, where the recogniser can tell likelihoods.
 */
public final class StopSpotter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(800);

    /** Longer than a stop consonant, and shorter than the wait for the end. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Who only calls a stop says a word or two; there, a likely alternative is enough. */
    private static final int FEW_WORDS = 2;

    private static final double LIKELY = 0.2;

    private final SpeechRecognizer.Session session;
    private final Optional<SecondLook> look;
    private final Predicate<String> isStop;
    private final Consumer<String> stop;
    private final Endpointer endpointer = new Endpointer();
    /** Of no sound from further back: who calls a stop speaks up, and early looks are for a call's first seconds. */
    private final Onset onset = new Onset(0);

    private boolean stopped;
    private boolean justStopped;

    /**
     * Watch by a recogniser, with sessions of its own.
     *
     * @param expected sentences that may be said, those with a stop word among them
     * @param isStop tells a text so far with a stop word in it
     * @param stop is told that text at once, on the thread that calls {@link #accept}, once in an utterance
     * @param executor runs second looks
     */
    public StopSpotter(
            SpeechRecognizer recognizer,
            List<String> expected,
            Predicate<String> isStop,
            Consumer<String> stop,
            Executor executor) {
        this(recognizer.watch(expected), SecondLook.of(recognizer, expected, isStop, executor), isStop, stop);
    }

    StopSpotter(
            SpeechRecognizer.Session session,
            Optional<SecondLook> look,
            Predicate<String> isStop,
            Consumer<String> stop) {
        this.session = session;
        this.look = look;
        this.isStop = isStop;
        this.stop = stop;
    }

    /**
     * Take the next frame and the probability that it holds voice; tell whether a stop word has been heard with it, for
     * the first time in this utterance.
     */
    public boolean accept(AudioFrame frame, double voice) {
        justStopped = false;
        switch (endpointer.accept(voice, PATIENCE)) {
            case SILENT -> onset.keep(frame, voice);
            case BEGUN -> {
                stopped = false;
                look.ifPresent(SecondLook::begin);
                onset.drain(this::decode);
                decode(frame);
            }
            case SPEAKING -> {
                decode(frame);
                if (!stopped && endpointer.silence().equals(PAUSE)) {
                    look.ifPresent(SecondLook::ask);
                }
            }
            case ENDED -> session.finish().ifPresent(this::judge);
        }
        look.flatMap(SecondLook::answer).ifPresent(this::stop);
        return justStopped;
    }

    /** Look at the end once more: the last word may be in no partial text, and what was said may be another's guess. */
    private void judge(Recognition recognition) {
        Stream.concat(
                        Stream.of(recognition.text()),
                        recognition.hypotheses().stream()
                                .filter(other -> other.words().size() <= FEW_WORDS && other.confidence() >= LIKELY)
                                .map(Recognition.Hypothesis::text))
                .filter(isStop)
                .findFirst()
                .ifPresent(this::stop);
    }

    private void stop(String text) {
        if (!stopped) {
            stopped = true;
            justStopped = true;
            stop.accept(text);
        }
    }

    private void decode(AudioFrame frame) {
        look.ifPresent(second -> second.keep(frame));
        session.accept(frame).filter(isStop).ifPresent(this::stop);
    }

    @Override
    public void close() {
        session.close();
        look.ifPresent(SecondLook::close);
    }
}
