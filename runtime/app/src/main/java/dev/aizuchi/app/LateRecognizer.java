package dev.aizuchi.app;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Open a recogniser only when others are ready: what is said before it is there is kept for it, and the end of an
 * utterance waits for it. Callable from any thread, each session by one.
 */
final class LateRecognizer implements SpeechRecognizer {
    private final Supplier<SpeechRecognizer> opening;
    private final Consumer<String> failed;
    private final CompletableFuture<SpeechRecognizer> opened = new CompletableFuture<>();
    private boolean begun;

    /**
     * Prepare; nothing is opened yet.
     *
     * @param failed is told, on a thread of its own, when it cannot be opened; asking for it then throws that
     */
    LateRecognizer(Supplier<SpeechRecognizer> opening, Consumer<String> failed) {
        this.opening = opening;
        this.failed = failed;
    }

    /** Open it on a thread of its own; only the first call does something. */
    synchronized void begin() {
        if (!begun) {
            begun = true;
            CompletableFuture<?> unused = opened.whenComplete((there, failure) -> {
                if (failure != null) {
                    failed.accept(
                            "the second pass cannot be opened, and the first hears alone: " + failure.getMessage());
                }
            });
            Beside.run("open second pass", opening, opened);
        }
    }

    @Override
    public Session open(List<String> phrases) {
        return opened.isDone() && !opened.isCompletedExceptionally()
                ? opened.join().open(phrases)
                : new Waiting(phrases);
    }

    /** Close it; waits for it, since native code must not go on while the process ends. */
    @Override
    public synchronized void close() {
        if (!begun) {
            begun = true;
            opened.completeExceptionally(new IllegalStateException("the recogniser is closed"));
        }
        opened.handle((there, failure) -> Optional.ofNullable(there)).join().ifPresent(SpeechRecognizer::close);
    }

    /** Keeps one utterance until the recogniser can hear it. */
    private final class Waiting implements Session {
        private final List<String> phrases;
        private final List<AudioFrame> kept = new ArrayList<>();
        private @Nullable Session session;

        Waiting(List<String> phrases) {
            this.phrases = phrases;
        }

        @Override
        public Optional<String> accept(AudioFrame frame) {
            if (session == null && !opened.isDone()) {
                kept.add(frame);
                return Optional.empty();
            }
            return opened.isCompletedExceptionally()
                    ? Optional.empty()
                    : caughtUp().accept(frame);
        }

        @Override
        public void paused(boolean pausing) {
            if (session != null) {
                session.paused(pausing);
            }
        }

        @Override
        public Optional<Recognition> finish() {
            return caughtUp().finish();
        }

        @Override
        public void close() {
            if (session != null) {
                session.close();
            }
        }

        private Session caughtUp() {
            Session there = session;
            if (there == null) {
                there = opened.join().open(phrases);
                kept.forEach(there::accept);
                kept.clear();
                session = there;
            }
            return there;
        }
    }
}
