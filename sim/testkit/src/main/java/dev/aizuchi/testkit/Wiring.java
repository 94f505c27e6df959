package dev.aizuchi.testkit;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Site;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;

/** Begin to wire an agent to its simulated robot, for a person who speaks from a place. */
@FunctionalInterface
public interface Wiring {

    /** Begin; skills, lanes and observers are added behind. */
    Agent.Builder begin(Robot robot, Place speaker);

    /** Wire as at a usual site in Japan. */
    static Wiring usual() {
        return (robot, speaker) -> Agent.builder(robot, Site.at(speaker));
    }
}
