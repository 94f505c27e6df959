package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Watch for stop words in all that is said, whatever the rest of the hearing is busy with; lives on the thread that
 * reads the sound.
 *
 * <p>It has a recogniser's session of its own, which expects the sentences that may be said: what is one of them is
 * less easily taken for a stop word.
 */
public final class StopSpotter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(800);

    /** Who only calls a stop says a word or two; there, a likely alternative is enough. */
    private static final int FEW_WORDS = 2;

    private static final double LIKELY = 0.2;

    private final SpeechRecognizer.Session session;
    private final Predicate<String> isStop;
    private final Consumer<String> stop;
    private final Endpointer endpointer = new Endpointer();
    private final Onset onset = new Onset();
    private boolean stopped;

    /**
     * Watch by a session, which is closed with this.
     *
     * @param isStop tells a text so far with a stop word in it
     * @param stop is told that text at once, on the caller's thread, once in an utterance
     */
    public StopSpotter(SpeechRecognizer.Session session, Predicate<String> isStop, Consumer<String> stop) {
        this.session = session;
        this.isStop = isStop;
        this.stop = stop;
    }

    /**
     * Take the next frame and the probability that it holds voice; tell whether a stop word has been heard with it, for
     * the first time in this utterance.
     */
    public boolean accept(AudioFrame frame, double voice) {
        boolean before = stopped;
        boolean ended = false;
        switch (endpointer.accept(voice, PATIENCE)) {
            case SILENT -> onset.keep(frame);
            case BEGUN -> {
                onset.drain(this::decode);
                decode(frame);
            }
            case SPEAKING -> decode(frame);
            case ENDED -> {
                session.finish().ifPresent(this::judge);
                ended = true;
            }
        }
        boolean heard = stopped && !before;
        stopped = stopped && !ended;
        return heard;
    }

    /** Look at the end once more: the last word may be in no partial text, and what was said may be another's guess. */
    private void judge(Recognition recognition) {
        Stream.concat(
                        Stream.of(recognition.text()),
                        recognition.hypotheses().stream()
                                .filter(other -> other.words().size() <= FEW_WORDS && other.confidence() >= LIKELY)
                                .map(Recognition.Hypothesis::text))
                .filter(text -> !stopped && isStop.test(text))
                .findFirst()
                .ifPresent(this::stop);
    }

    private void stop(String text) {
        stopped = true;
        stop.accept(text);
    }

    private void decode(AudioFrame frame) {
        session.accept(frame).filter(text -> !stopped && isStop.test(text)).ifPresent(this::stop);
    }

    @Override
    public void close() {
        session.close();
    }
}
