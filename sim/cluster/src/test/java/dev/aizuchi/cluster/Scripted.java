package dev.aizuchi.cluster;

import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.testkit.Transcript;
import dev.aizuchi.testkit.scenario.Course;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import dev.aizuchi.testkit.scenario.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Play by name: what is called "fails" fails, what is called "breaks" breaks. */
record Scripted(String machine) implements ScenarioSuite.Player {
    @Override
    public Played play(Scenario scenario, long seed) {
        if (scenario.name().equals("breaks")) {
            throw new IllegalStateException("no memory");
        }
        return new Played(
                scenario,
                seed,
                scenario.name().equals("fails")
                        ? Optional.of(scenario.source() + ": turn 0: expected 「水」")
                        : Optional.empty(),
                false,
                Duration.ofMillis(61_234),
                Duration.ofNanos(1_234_567),
                new Course(
                        List.of(new Transcript.Moment(Duration.ofMillis(20), "played by " + machine)),
                        List.of("はい。"),
                        List.of(Duration.ofMillis(40)),
                        new Track(
                                FloorPlan.named(scenario.floor()),
                                List.of(new Track.Frame(
                                        Duration.ZERO, new Track.Spot("robot", 1.5, 2, 90), List.of())))));
    }

    @Override
    public void close() {}
}
