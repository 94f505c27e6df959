package dev.aizuchi.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Do one thing again and again, on a daemon thread of its own. */
final class Rounds implements AutoCloseable {
    private final ScheduledExecutorService clock;

    /**
     * Make the thread.
     *
     * @param name of the thread
     */
    Rounds(String name) {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begin.
     *
     * @param pause from the end of one round to the beginning of the next
     * @param round what it throws would end the rounds, so it must tell of its failures itself
     */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing comes of a round but what it tells
    void every(Duration first, Duration pause, Runnable round) {
        clock.scheduleWithFixedDelay(round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
