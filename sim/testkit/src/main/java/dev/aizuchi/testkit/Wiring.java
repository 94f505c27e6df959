package dev.aizuchi.testkit;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Site;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.World;
import java.util.function.UnaryOperator;

/** Begin to wire an agent to its simulated robot, for a person who speaks from a place. */
@FunctionalInterface
public interface Wiring {

    /** Begin; skills, lanes and observers are added behind. */
    Agent.Builder begin(Robot robot, Place speaker);

    /** Look on after each tick of the floor; here nobody does. */
    default void ticked(World world) {}

    /** Wire more behind the beginning; who looks on goes on doing so. */
    default Wiring with(UnaryOperator<Agent.Builder> more) {
        Wiring begun = this;
        return new Wiring() {
            @Override
            public Agent.Builder begin(Robot robot, Place speaker) {
                return more.apply(begun.begin(robot, speaker));
            }

            @Override
            public void ticked(World world) {
                begun.ticked(world);
            }
        };
    }

    /** Wire as at a usual site in Japan. */
    static Wiring usual() {
        return (robot, speaker) -> Agent.builder(robot, Site.at(speaker));
    }
}
