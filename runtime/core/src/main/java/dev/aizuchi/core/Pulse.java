package dev.aizuchi.core;

import dev.aizuchi.robot.Robot;
import java.time.Duration;

/**
 * Tell the robot and the watchdog, from the dialogue thread, that this thread runs: a hung or dead one beats no more.
 */
final class Pulse {
    /** Three beats fit into what a dead-man waits for. */
    static final Duration EVERY = Duration.ofMillis(50);

    private final Robot robot;
    private final Runnable watchdog;
    private final Lanes lanes;

    Pulse(Robot robot, Runnable watchdog, Lanes lanes) {
        this.robot = robot;
        this.watchdog = watchdog;
        this.lanes = lanes;
    }

    /** Beat, and go on beating. */
    void beat() {
        // First, so that an adapter that fails once does not end it.
        lanes.after(EVERY, this::beat);
        watchdog.run();
        robot.alive();
    }
}
