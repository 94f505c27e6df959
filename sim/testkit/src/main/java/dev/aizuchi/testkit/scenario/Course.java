package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.Transcript;
import dev.aizuchi.testkit.noise.HeardSentence;
import java.time.Duration;
import java.util.List;

/**
 * Hold what happened in a run.
 *
 * @param moments each event, in order
 * @param said what the robot said and asked, in order
 * @param reactions simulated time from what a person said to what the robot first said or did about it
 * @param track where everybody was, when it went wrong
 * @param heard what was made of what people said, where it was said aloud
 */
public record Course(
        List<Transcript.Moment> moments,
        List<String> said,
        List<Duration> reactions,
        Track track,
        List<HeardSentence> heard) {
    public Course {
        moments = List.copyOf(moments);
        said = List.copyOf(said);
        reactions = List.copyOf(reactions);
        heard = List.copyOf(heard);
    }

    /** Hold what happened where people typed. */
    public Course(List<Transcript.Moment> moments, List<String> said, List<Duration> reactions, Track track) {
        this(moments, said, reactions, track, List.of());
    }
}
