package dev.aizuchi.robot;

import java.time.Duration;

/**
 * Order one act, once.
 *
 * @param id unique for each order, so that a robot which gets it twice acts once
 * @param action the act
 * @param deadline time from the order until it has failed
 */
public record Command(String id, Action action, Duration deadline) {
    public Command {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a command needs an id");
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be positive, but is " + deadline);
        }
    }
}
