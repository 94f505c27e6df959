package dev.aizuchi.testkit.live;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognise as another does, and keep what it recognised; what only watches is left alone. */
final class HearingLog implements SpeechRecognizer {
    private final SpeechRecognizer recognizer;
    private final List<Recognition> heard = new ArrayList<>();
    private boolean listening;

    HearingLog(SpeechRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /** Tell whether an utterance has begun and has not ended. */
    boolean isListening() {
        return listening;
    }

    /** Give what was recognised since this was last asked. */
    List<Recognition> take() {
        List<Recognition> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }

    @Override
    public Session open(List<String> phrases) {
        return new Logged(recognizer.open(phrases));
    }

    @Override
    public Session watch(List<String> phrases) {
        return recognizer.watch(phrases);
    }

    @Override
    public Optional<Scorer> scorer(List<String> phrases) {
        return recognizer.scorer(phrases);
    }

    /** It stays its owner's. */
    @Override
    public void close() {}

    private final class Logged implements Session {
        private final Session session;

        Logged(Session session) {
            this.session = session;
        }

        @Override
        public Optional<String> accept(AudioFrame frame) {
            listening = true;
            return session.accept(frame);
        }

        @Override
        public void paused(boolean pausing) {
            session.paused(pausing);
        }

        @Override
        public Optional<Recognition> finish() {
            listening = false;
            Optional<Recognition> recognition = session.finish();
            recognition.ifPresent(heard::add);
            return recognition;
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
