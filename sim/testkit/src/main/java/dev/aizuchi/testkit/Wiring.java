package dev.aizuchi.testkit;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Site;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.World;

/** Begin to wire an agent to its simulated robot, for a person who speaks from a place. */
@FunctionalInterface
public interface Wiring {

    /** Begin; skills, lanes and observers are added behind. */
    Agent.Builder begin(Robot robot, Place speaker);

    /** Look on after each tick of the floor; here nobody does. */
    default void ticked(World world) {}

    /** Wire as at a usual site in Japan. */
    static Wiring usual() {
        return (robot, speaker) -> Agent.builder(robot, Site.at(speaker));
    }
}
