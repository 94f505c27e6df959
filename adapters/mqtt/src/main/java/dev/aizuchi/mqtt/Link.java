package dev.aizuchi.mqtt;

import java.time.Duration;

/** Tell whether the robot is heard from; times are from a clock that never jumps, in nanoseconds. */
final class Link {
    private final long patience;
    private boolean up;
    private long heardAt;

    Link(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Note a sign of life; returns whether the link has come up by it. */
    boolean heard(long now) {
        heardAt = now;
        boolean came = !up;
        up = true;
        return came;
    }

    /** Note that the link is known to be gone; returns whether it was up until then. */
    boolean lost() {
        boolean went = up;
        up = false;
        return went;
    }

    /** Look at the clock; returns whether the link has gone down by it. */
    boolean wentSilent(long now) {
        return up && now - heardAt > patience && lost();
    }

    boolean isUp() {
        return up;
    }
}
