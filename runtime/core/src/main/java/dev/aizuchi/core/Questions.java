package dev.aizuchi.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hold the one open question; lives on the dialogue thread. */
final class Questions {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Speech speech;
    private final Lanes lanes;
    private @Nullable Question open;
    private boolean repeated;

    Questions(Speech speech, Lanes lanes) {
        this.speech = speech;
        this.lanes = lanes;
    }

    /** Ask; a question that was still open is dropped. */
    void ask(Question question) {
        expect(question);
        speech.ask(question);
    }

    /** Await the answer to a question that has been spoken already. */
    void expect(Question question) {
        drop();
        open = question;
        repeated = false;
        lanes.after(PATIENCE, () -> {
            if (open == question) {
                drop();
            }
        });
    }

    Optional<Question> open() {
        return Optional.ofNullable(open);
    }

    /** Take the question as answered. */
    void close() {
        open = null;
    }

    /** Ask the open question once more, but not a third time. */
    boolean repeatOnce() {
        Question question = open;
        if (question == null || repeated) {
            return false;
        }
        repeated = true;
        speech.ask(question);
        return true;
    }

    void drop() {
        Question question = open;
        open = null;
        if (question != null) {
            question.dropped().run();
        }
    }
}
