package dev.aizuchi.testkit.scenario;

import dev.aizuchi.sim.FloorPlan;
import java.time.Duration;
import java.util.List;

/**
 * Hold where the robot and everybody was, at moments of a run.
 *
 * @param plan the floor
 * @param frames by time; none where nobody will look
 */
public record Track(FloorPlan plan, List<Frame> frames) {
    public Track {
        frames = List.copyOf(frames);
    }

    /**
     * Hold one moment.
     *
     * @param at since the beginning
     */
    public record Frame(Duration at, Spot robot, List<Spot> people) {
        public Frame {
            people = List.copyOf(people);
        }
    }

    /** Somebody's place, in metres; the heading in degrees counter-clockwise from east, of the robot alone. */
    public record Spot(String name, double x, double y, double headingDeg) {}
}
