package dev.aizuchi.sim;

/** Name what can go wrong in a scenario; each lasts until it is repaired. */
public enum Fault {
    /** The drive wheels do not turn, so that the robot stays where it is. */
    STUCK_WHEEL,
    /** What the robot carries falls, and what it grasps falls too. */
    WEAK_GRIPPER,
    /** The robot tells its last state again and again, so that it gets stale; it moves on all the same. */
    FROZEN_STATE,
    /** The robot sees no people: it neither slows nor stops for them. */
    BLIND
}
