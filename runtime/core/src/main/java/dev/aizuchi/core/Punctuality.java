package dev.aizuchi.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Wait for answers no longer than a person waits, and give up asking when they are late as a rule; now and then one is
 * asked for again, since a machine may be busy for a while only.
 */
final class Punctuality implements AutoCloseable {
    private static final double NEWEST_SHARE = 0.5;
    private static final int TURNS_BETWEEN_TRIES = 20;

    private final Duration longest;
    /** A mean from which on the wait does more harm than the better text is of use. */
    private final double tooLateMillis;

    private final Consumer<String> skipped;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "second pass");
        thread.setDaemon(true);
        return thread;
    });
    private int leftOut;
    private double meanMillis;
    private boolean told;

    Punctuality(Duration longest, Consumer<String> skipped) {
        this.longest = longest;
        this.tooLateMillis = longest.toMillis() * 2 / 3.0;
        this.skipped = skipped;
    }

    /** Tell, once for each utterance, whether an answer can be expected in time. */
    synchronized boolean isWorthTrying() {
        return meanMillis < tooLateMillis || ++leftOut % TURNS_BETWEEN_TRIES == 0;
    }

    /**
     * Ask on another thread and wait; a failure is told and counts as too late, so that a broken second pass does not
     * make the robot deaf.
     *
     * @return empty when it came too late or failed; it may still be at work then
     */
    <T> Optional<T> await(Supplier<T> question) {
        long begun = System.nanoTime();
        Future<T> answer = threads.submit(question::get);
        try {
            T given = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            note((System.nanoTime() - begun) / 1e6);
            return Optional.of(given);
        } catch (TimeoutException e) {
            note((double) longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            noteFailure(String.valueOf(e.getCause()));
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private void note(double millis) {
        boolean late;
        synchronized (this) {
            // A recovery counts at once: what was seen before is long ago.
            boolean recovered = meanMillis >= tooLateMillis && millis < tooLateMillis;
            meanMillis = recovered ? millis : meanMillis + NEWEST_SHARE * (millis - meanMillis);
            late = meanMillis >= tooLateMillis;
        }
        if (late) {
            tell("comes too late after the end of speech; free the processor, give it more threads, or remove it");
        }
    }

    private void noteFailure(String why) {
        synchronized (this) {
            meanMillis = (double) longest.toMillis();
        }
        tell("failed: " + why);
    }

    private void tell(String what) {
        synchronized (this) {
            if (told) {
                return;
            }
            told = true;
        }
        skipped.accept(
                "the second pass is left out, but for one in " + TURNS_BETWEEN_TRIES + " utterances: it " + what);
    }
}
