package dev.aizuchi.audio;

/** Pass the time only when somebody waits; an action may happen meanwhile. */
final class FakeClock implements MonotonicClock {
    private long nanos;
    private Runnable whileWaiting = () -> {};

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public boolean waitUntil(long until) {
        whileWaiting.run();
        nanos = Math.max(nanos, until);
        return !Thread.currentThread().isInterrupted();
    }

    void advanceMillis(long millis) {
        nanos += millis * 1_000_000;
    }

    long millis() {
        return nanos / 1_000_000;
    }

    void whileWaiting(Runnable action) {
        whileWaiting = action;
    }
}
