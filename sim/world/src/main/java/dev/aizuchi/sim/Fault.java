package dev.aizuchi.sim;

/** Name what can go wrong with a robot in a scenario; each lasts until it is repaired. */
public enum Fault {
    /** The drive wheels do not turn, so that the robot stays where it is and its motors get hot. */
    STUCK_WHEEL,
    /** What the robot carries falls, and what it grasps falls too. */
    WEAK_GRIPPER,
    /** The robot tells its last state again and again, so that it gets stale; it moves on all the same. */
    FROZEN_STATE,
    /** The robot sees no people: it neither slows nor stops for them. */
    BLIND,
    /** The motors' fan stands still, so that they get hot within minutes of driving. */
    DEAD_FAN,
    /**
     * The robot tells a spot 1 m east of its own and a charge that is 0.3 too high; what sniffs and measures hazards
     * tells half.
     */
    LYING_SENSOR,
    /** Every second percept gets lost on average. */
    LOST_PERCEPTS,
    /** The wheels slip on a wet floor: the robot gets on by 60 to 100 % of what they turn. */
    SLIP
}
