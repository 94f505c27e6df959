package dev.aizuchi.core;

import dev.aizuchi.robot.Robot;

/**
 * Stop the robot and remember it until a person releases it; callable from any thread.
 *
 * <p>Needs no queue, model or network of its own: the latch is set first, then the robot is told on the caller's
 * thread. No call out happens under the lock, so that nothing can hold a stop up.
 */
final class StopPath {
    private static final System.Logger LOG = System.getLogger(StopPath.class.getName());

    private final Robot robot;
    private long stops;
    private boolean latched;

    StopPath(Robot robot) {
        this.robot = robot;
    }

    /** Stop all motion and latch. */
    void halt() {
        synchronized (this) {
            stops++;
            latched = true;
        }
        haltAgain();
    }

    /** Repeat the order to stop; for one that may have crossed an order to move. */
    void haltAgain() {
        try {
            robot.stop();
        } catch (RuntimeException e) {
            // The latch holds whatever the adapter does, and the robot's dead-man is behind it.
            LOG.log(System.Logger.Level.ERROR, "the robot's adapter failed to pass a stop on", e);
        }
    }

    /** Tell whether a stop is latched here. */
    synchronized boolean isLatched() {
        return latched;
    }

    /** Tell whether a stop is latched here or in the robot. */
    boolean isStopped() {
        return isLatched() || robot.state().stopped();
    }

    /** Release the latch, unless a hardware stop is pressed or another stop comes meanwhile; nothing moves by this. */
    boolean release() {
        long seen = stopsSoFar();
        if (robot.state().emergencyStop()) {
            return false;
        }
        robot.resume();
        synchronized (this) {
            if (stops == seen) {
                latched = false;
                return true;
            }
        }
        haltAgain();
        return false;
    }

    private synchronized long stopsSoFar() {
        return stops;
    }
}
