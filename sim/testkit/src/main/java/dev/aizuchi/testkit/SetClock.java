package dev.aizuchi.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock that somebody may set; it goes on from there as the one that it follows. */
final class SetClock implements InstantSource {
    private final InstantSource followed;
    private Duration ahead = Duration.ZERO;

    SetClock(InstantSource followed) {
        this.followed = followed;
    }

    /** Set it, by so much from what it shows. */
    void set(Duration by) {
        ahead = ahead.plus(by);
    }

    Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        return followed.instant().plus(ahead);
    }
}
