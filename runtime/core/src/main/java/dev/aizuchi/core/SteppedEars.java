package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.Optional;

/**
 * Hear what is handed over frame by frame, on the caller's thread: what {@link Agent#listen} does with a device and two
 * threads, for a simulation.
 */
public final class SteppedEars implements AutoCloseable {
    private final SpeechRecognizer.Session session;
    private final Listener listener;
    private final Optional<StopSpotter> spotter;

    SteppedEars(SpeechRecognizer.Session session, Listener listener, Optional<StopSpotter> spotter) {
        this.session = session;
        this.listener = listener;
        this.spotter = spotter;
    }

    /** Take the next 20 ms; {@code voice} is the probability that they hold a voice. */
    public void accept(AudioFrame frame, double voice) {
        boolean stopWord =
                spotter.map(watching -> watching.accept(frame, voice)).orElse(false);
        listener.accept(frame, voice, stopWord);
    }

    @Override
    public void close() {
        spotter.ifPresent(StopSpotter::close);
        session.close();
    }
}
