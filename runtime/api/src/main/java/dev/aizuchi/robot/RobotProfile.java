package dev.aizuchi.robot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Say what a robot can do; all else is refused.
 *
 * @param name the robot's name
 * @param capabilities the acts that it can perform
 * @param minimumBattery charge from 0 to 1 under which it moves no more, except to its dock
 * @param maximumStateAge age from which its state counts as stale, so that it moves no more
 */
public record RobotProfile(
        String name, List<Capability> capabilities, double minimumBattery, Duration maximumStateAge) {
    public RobotProfile {
        capabilities = List.copyOf(capabilities);
        if (!(minimumBattery >= 0 && minimumBattery <= 1)) {
            throw new IllegalArgumentException("minimum battery must be from 0 to 1, but is " + minimumBattery);
        }
        if (maximumStateAge.isNegative() || maximumStateAge.isZero()) {
            throw new IllegalArgumentException("maximum state age must be positive, but is " + maximumStateAge);
        }
    }

    /** Find the capability for an act. */
    public Optional<Capability> capability(String action) {
        return capabilities.stream()
                .filter(capability -> capability.action().equals(action))
                .findFirst();
    }
}
