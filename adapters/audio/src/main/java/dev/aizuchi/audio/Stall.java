package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;

/**
 * Wait for a device in small steps, and give up when it does nothing for five seconds: a lost device often just stops,
 * and a sound server may take two to begin.
 */
final class Stall {
    private static final long STEP_NANOS = 5_000_000;
    private static final long LOST_NANOS = 5_000_000_000L;

    private final MonotonicClock clock;
    private final String message;
    private long latestProgress;

    Stall(MonotonicClock clock, String message) {
        this.clock = clock;
        this.message = message;
        this.latestProgress = clock.nanos();
    }

    /** Note that the device works. */
    void progress() {
        latestProgress = clock.nanos();
    }

    /**
     * Wait a step.
     *
     * @return false when the thread was interrupted
     * @throws AudioException when the device does nothing any more
     */
    boolean await() {
        long now = clock.nanos();
        if (now - latestProgress > LOST_NANOS) {
            throw new AudioException(message);
        }
        return clock.waitUntil(now + STEP_NANOS);
    }
}
