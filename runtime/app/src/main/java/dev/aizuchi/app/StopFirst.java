package dev.aizuchi.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * On Ctrl-C, stop the robot before anything else, then let the command close what it has open.
 *
 * <p>Open this first, so that it is closed last: the JVM waits for that, since native code must not be torn down under
 * a thread that is in it.
 */
final class StopFirst implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 8;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread command = Thread.currentThread();

    /** Call this stop on Ctrl-C, then interrupt the thread that made this, which is the command's. */
    void watch(Runnable stop) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            // A command that has ended by itself has nothing left to stop.
                            if (closed.getCount() > 0) {
                                stop.run();
                                command.interrupt();
                                awaitClosed();
                            }
                        },
                        "stop-first"));
    }

    private void awaitClosed() {
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(StopFirst.class.getName())
                        .log(System.Logger.Level.WARNING, "ended before everything was closed; the robot is stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
