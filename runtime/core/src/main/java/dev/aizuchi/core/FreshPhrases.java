package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Expect other phrases from the next utterance on when they have changed; never in the middle of one. */
final class FreshPhrases implements SpeechRecognizer.Session {
    private final SpeechRecognizer recognizer;
    private final Supplier<List<String>> phrases;
    private List<String> expected;
    private SpeechRecognizer.Session session;

    FreshPhrases(SpeechRecognizer recognizer, Supplier<List<String>> phrases) {
        this.recognizer = recognizer;
        this.phrases = phrases;
        this.expected = List.copyOf(phrases.get());
        this.session = recognizer.open(expected);
    }

    @Override
    public Optional<String> accept(AudioFrame frame) {
        return session.accept(frame);
    }

    @Override
    public void paused(boolean pausing) {
        session.paused(pausing);
    }

    @Override
    public Optional<Recognition> finish() {
        Optional<Recognition> recognition = session.finish();
        List<String> now = phrases.get();
        if (!expected.equals(now)) {
            session.close();
            expected = List.copyOf(now);
            session = recognizer.open(expected);
        }
        return recognition;
    }

    @Override
    public void close() {
        session.close();
    }
}
