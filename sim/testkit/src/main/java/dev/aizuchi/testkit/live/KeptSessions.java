package dev.aizuchi.testkit.live;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keep a recogniser's sessions for who asks for the same again: to begin one with thousands of phrases takes longer
 * than to hear a sentence. For one thread.
 */
public final class KeptSessions implements SpeechRecognizer {
    private final SpeechRecognizer recognizer;
    private final Map<List<String>, Deque<Session>> opened = new HashMap<>();
    private final Map<List<String>, Deque<Session>> watching = new HashMap<>();
    private final Map<List<String>, Optional<Scorer>> scorers = new HashMap<>();
    private final List<AutoCloseable> all = new ArrayList<>();

    /** Take a recogniser, which is closed with this. */
    public KeptSessions(SpeechRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public Session open(List<String> phrases) {
        Deque<Session> free = opened.computeIfAbsent(phrases, none -> new ArrayDeque<>());
        return new Kept(free.isEmpty() ? kept(recognizer.open(phrases)) : free.pop(), free);
    }

    @Override
    public Session watch(List<String> phrases) {
        Deque<Session> free = watching.computeIfAbsent(phrases, none -> new ArrayDeque<>());
        return new Kept(free.isEmpty() ? kept(recognizer.watch(phrases)) : free.pop(), free);
    }

    /** It scores each sound by itself, so that one does for all. */
    @Override
    public Optional<Scorer> scorer(List<String> phrases) {
        return scorers.computeIfAbsent(
                        phrases, none -> recognizer.scorer(phrases).map(this::kept))
                .map(Shared::new);
    }

    private <T extends AutoCloseable> T kept(T one) {
        all.add(one);
        return one;
    }

    @Override
    public void close() {
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("a recogniser's session cannot be closed", e);
            }
        }
        recognizer.close();
    }

    /** Ends its utterance, where there is one, instead of itself. */
    private static final class Kept implements Session {
        private final Session session;
        private final Deque<Session> free;
        private boolean begun;

        Kept(Session session, Deque<Session> free) {
            this.session = session;
            this.free = free;
        }

        @Override
        public Optional<String> accept(AudioFrame frame) {
            begun = true;
            return session.accept(frame);
        }

        @Override
        public void paused(boolean pausing) {
            session.paused(pausing);
        }

        @Override
        public Optional<Recognition> finish() {
            begun = false;
            return session.finish();
        }

        @Override
        public void close() {
            if (begun) {
                session.finish();
            }
            free.push(session);
        }
    }

    /** Stays open for the others. */
    private record Shared(Scorer scorer) implements Scorer {
        @Override
        public List<Scored> score(List<AudioFrame> sound) {
            return scorer.score(sound);
        }

        @Override
        public void close() {}
    }
}
