package dev.aizuchi.mqtt;

import java.time.Duration;

/**
 * Tell when a moving robot has gone without a sign of life from the runtime that moves it.
 *
 * <p>Only that runtime's signs count: another one, or an old one that still runs, cannot keep the robot moving. Times
 * are from a clock that never jumps, in nanoseconds.
 */
final class DeadMan {
    private final long patience;
    private String commander = "";
    private long lastSign;

    DeadMan(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Note that a runtime gives an order to move. */
    synchronized void obey(String runtime, long now) {
        commander = runtime;
        lastSign = now;
    }

    synchronized void beat(String runtime, long now) {
        if (commander.equals(runtime)) {
            lastSign = now;
        }
    }

    synchronized boolean isDue(long now) {
        return now - lastSign > patience;
    }
}
