package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Watch for stop words in all that is said, whatever the rest of the hearing is busy with; lives on the thread that
 * reads the sound.
 *
 * <p>It has a recogniser's session of its own, which expects the sentences that may be said: what is one of them is
 * less easily taken for a stop word.
 */
public final class StopSpotter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(800);

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
        switch (endpointer.accept(voice, PATIENCE)) {
            case SILENT -> onset.keep(frame);
            case BEGUN -> {
                onset.drain(this::decode);
                decode(frame);
            }
            case SPEAKING -> decode(frame);
            case ENDED -> {
                session.finish();
                stopped = false;
            }
        }
        return stopped && !before;
    }

    private void decode(AudioFrame frame) {
        session.accept(frame).filter(text -> !stopped && isStop.test(text)).ifPresent(text -> {
            stopped = true;
            stop.accept(text);
        });
    }

    @Override
    public void close() {
        session.close();
    }
}
