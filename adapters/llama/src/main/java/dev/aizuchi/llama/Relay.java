package dev.aizuchi.llama;

import dev.aizuchi.language.Generation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Hand pieces of text from the thread that has them written to the one that reads them.
 *
 * <p>A reader never waits for the writer to notice that it was cancelled or is late: the text ends at once, and the
 * writer is told when it offers its next piece.
 */
final class Relay implements Generation {
    private final long begun = System.nanoTime();
    private final Limits limits;
    private final Queue<String> waiting = new ArrayDeque<>();
    private @Nullable Runnable whenGivenUp;
    private int promptTokens;
    private int cachedTokens;
    private int tokens;
    private long first;
    private @Nullable Ending ending;

    Relay(Limits limits) {
        this.limits = limits;
    }

    /** Have something done, on any thread, when the reader gives up; at once when it has already. */
    void onGivenUp(Runnable action) {
        boolean now;
        synchronized (this) {
            whenGivenUp = action;
            now = isGivenUp();
        }
        if (now) {
            action.run();
        }
    }

    /** Tell how long the prompt is. */
    synchronized void prompt(int all, int cached) {
        promptTokens = all;
        cachedTokens = cached;
    }

    /** Tell how many tokens the text has, where the writer knows better than by its pieces. */
    synchronized void written(int all) {
        tokens = all;
    }

    /** Add a piece; false when nobody waits for it any more. */
    boolean offer(String piece) {
        if (isLate()) {
            giveUp(Reason.TIMED_OUT);
        }
        synchronized (this) {
            if (ending != null) {
                return false;
            }
            if (first == 0) {
                first = System.nanoTime();
            }
            tokens++;
            if (!piece.isEmpty()) {
                waiting.add(piece);
                notifyAll();
            }
            return true;
        }
    }

    /** End the text; the first ending counts. */
    synchronized void end(Reason reason, String message) {
        if (ending == null) {
            ending = ending(reason, message);
            notifyAll();
        }
    }

    synchronized boolean isOver() {
        return ending != null;
    }

    @Override
    public Optional<String> next() {
        Reason end = Reason.TIMED_OUT;
        synchronized (this) {
            try {
                while (waiting.isEmpty() && ending == null && left() > 0) {
                    // Rounded up: a wait of 0 ms would last for ever.
                    wait(Math.max(0, left()) / 1_000_000 + 1);
                }
                if (!waiting.isEmpty() && !Thread.currentThread().isInterrupted()) {
                    return Optional.of(waiting.remove());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            end = Reason.CANCELLED;
        }
        giveUp(end);
        return Optional.empty();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            if (ending != null && !waiting.isEmpty()) {
                // All was written, but not yet read: to the reader it ends here.
                waiting.clear();
                ending = ending(Reason.CANCELLED, "");
            }
        }
        giveUp(Reason.CANCELLED);
    }

    @Override
    public synchronized Ending ending() {
        if (ending == null) {
            throw new IllegalStateException("the text is still being written: read next() until it is empty");
        }
        return ending;
    }

    private void giveUp(Reason reason) {
        Runnable action;
        synchronized (this) {
            if (ending != null) {
                return;
            }
            waiting.clear();
            ending = ending(reason, "");
            action = whenGivenUp;
            notifyAll();
        }
        if (action != null) {
            action.run();
        }
    }

    private boolean isGivenUp() {
        return ending != null && (ending.reason() == Reason.CANCELLED || ending.reason() == Reason.TIMED_OUT);
    }

    private boolean isLate() {
        return left() <= 0;
    }

    private long left() {
        return limits.time().toNanos() - (System.nanoTime() - begun);
    }

    private Ending ending(Reason reason, String message) {
        Duration toFirst = first == 0 ? Duration.ZERO : Duration.ofNanos(first - begun);
        Duration total = Duration.ofNanos(System.nanoTime() - begun);
        return new Ending(reason, message, new Usage(promptTokens, cachedTokens, tokens, toFirst, total));
    }
}
