package dev.aizuchi.language;

import java.time.Duration;
import java.util.Optional;

/** Hold one text while it is being written. One thread reads it; any thread may cancel it. */
public interface Generation extends AutoCloseable {

    /**
     * Give the next piece of the text, a few characters, waiting for it; empty once the text has ended, for whatever
     * reason.
     *
     * <p>An interrupted thread gets nothing more: the generation is cancelled and the thread stays interrupted.
     */
    Optional<String> next();

    /**
     * End the text; a thread that waits in {@link #next} is released within 50 ms. The model itself may need until its
     * next word to fall idle. Does nothing once the text has ended.
     */
    void cancel();

    /**
     * Tell how the text ended.
     *
     * @throws IllegalStateException while it is still being written
     */
    Ending ending();

    @Override
    default void close() {
        cancel();
    }

    /**
     * Bound a text.
     *
     * @param tokens the most to write
     * @param time the most to take, from the request on
     */
    record Limits(int tokens, Duration time) {
        public Limits {
            if (tokens < 1 || time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException(
                        "a generation needs a token and some time, not " + tokens + " tokens in " + time);
            }
        }
    }

    /**
     * Say how a text ended.
     *
     * @param message what went wrong and the cure, never words of the text or of the prompt; empty unless it failed
     */
    record Ending(Reason reason, String message, Usage usage) {}

    /** Tell why a text ended. */
    enum Reason {
        /** The model came to its end. */
        COMPLETE,
        /** The most tokens were written. */
        LENGTH,
        CANCELLED,
        TIMED_OUT,
        /** The model or its server broke, or the prompt cannot be taken. */
        FAILED
    }

    /**
     * Count what a text took.
     *
     * @param promptTokens the prompt's length; 0 when the model does not tell
     * @param cachedTokens how many of them were known from an earlier prompt; at least
     * @param tokens the text's length, so far as it was written
     * @param first from the request to the first piece; zero when there was none
     * @param total from the request to the end
     */
    record Usage(int promptTokens, int cachedTokens, int tokens, Duration first, Duration total) {}
}
