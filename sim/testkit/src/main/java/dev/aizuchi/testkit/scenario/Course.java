package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.Transcript;
import java.time.Duration;
import java.util.List;

/**
 * Hold what happened in a run.
 *
 * @param moments each event, in order
 * @param said what the robot said and asked, in order
 * @param reactions simulated time from what a person said to what the robot first said or did about it
 * @param track where everybody was, when it went wrong
 */
public record Course(List<Transcript.Moment> moments, List<String> said, List<Duration> reactions, Track track) {
    public Course {
        moments = List.copyOf(moments);
        said = List.copyOf(said);
        reactions = List.copyOf(reactions);
    }
}
