package dev.aizuchi.robot;

import java.time.Instant;

/**
 * Hold what a robot last told of itself.
 *
 * @param at when the robot measured it, on the clock of the runtime; a robot behind a link is dated by receipt
 * @param x metres east of the map's origin
 * @param y metres north of the map's origin
 * @param headingDeg degrees counter-clockwise from east
 * @param speed metres a second over ground; exactly 0 when it stands
 * @param battery charge from 0 to 1
 * @param emergencyStop whether a hardware stop is pressed
 * @param stopped whether the robot's own stop latch is set
 * @param place the named place in which it stands, or "" when in none
 */
public record RobotState(
        Instant at,
        double x,
        double y,
        double headingDeg,
        double speed,
        double battery,
        boolean emergencyStop,
        boolean stopped,
        String place) {}
