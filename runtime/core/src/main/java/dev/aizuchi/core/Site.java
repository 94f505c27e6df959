package dev.aizuchi.core;

import dev.aizuchi.robot.Place;
import java.time.ZoneId;
import java.util.List;

/**
 * Describe where the agent works.
 *
 * @param speaker the place of the person who speaks to it
 * @param zone the time zone of clock answers
 * @param askWhom whom a person is told to ask when the robot cannot help, such as 職員
 * @param robotNames how people call the robot
 * @param bargeIn what may interrupt the robot's own speech
 */
public record Site(Place speaker, ZoneId zone, String askWhom, List<String> robotNames, BargeIn bargeIn) {
    public Site {
        robotNames = List.copyOf(robotNames);
        if (askWhom.isBlank()) {
            throw new IllegalArgumentException("a site needs somebody to ask");
        }
    }

    /**
     * Describe a usual site in Japan: staff to ask, a robot that is called so, and stop words alone to interrupt it.
     */
    public static Site at(Place speaker) {
        return new Site(speaker, ZoneId.of("Asia/Tokyo"), "職員", List.of("ロボット"), BargeIn.STOP_WORDS);
    }

    /** What a person can do while the robot speaks. */
    public enum BargeIn {
        /** Only a stop word counts: for a robot that hears its own voice. */
        STOP_WORDS,
        /** Every word cuts the robot short: for a robot with echo cancellation or a headset. */
        ANY_WORD
    }
}
