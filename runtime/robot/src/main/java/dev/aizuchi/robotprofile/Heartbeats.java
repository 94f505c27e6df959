package dev.aizuchi.robotprofile;

import java.time.Duration;

/**
 * Tell by heartbeats whether the sender lives: they have come without a gap for as long as a gap may last. So neither a
 * single one that was kept somewhere, nor a pile of old ones that comes at once after an outage, counts as a life.
 */
final class Heartbeats {
    private final Duration patience;
    private Duration first = Duration.ofDays(-1);
    private Duration last = Duration.ofDays(-1);

    Heartbeats(Duration patience) {
        this.patience = patience;
    }

    void beat(Duration now) {
        if (isOver(last, now)) {
            first = now;
        }
        last = now;
    }

    boolean isAlive(Duration now) {
        return !isOver(last, now) && last.minus(first).compareTo(patience) >= 0;
    }

    /** Tell whether what came last has been waited for long enough. */
    boolean isOver(Duration since, Duration now) {
        return now.minus(since).compareTo(patience) > 0;
    }
}
