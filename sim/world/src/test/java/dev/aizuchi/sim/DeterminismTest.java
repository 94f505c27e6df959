package dev.aizuchi.sim;

import static dev.aizuchi.sim.Trial.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void the_same_seed_gives_the_same_run() {
        assertThat(run(7, SECOND)).isEqualTo(run(7, SECOND));
    }

    @Test
    void another_seed_gives_another_run() {
        assertThat(run(7, SECOND)).isNotEqualTo(run(8, SECOND));
    }

    @Test
    void the_cut_of_time_into_steps_does_not_matter() {
        List<String> whole = run(7, SECOND);
        for (int millis : new int[] {1, 8, 20, 125, 250}) {
            assertThat(run(7, Duration.ofMillis(millis))).as(millis + " ms").isEqualTo(whole);
        }
    }

    /** Drive through a minute in which staff walk, and note the world at each second. */
    private static List<String> run(long seed, Duration step) {
        Trial trial = new Trial(FloorPlan.care(), seed);
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        outcomes.add(trial.begin(to("101号室")));
        outcomes.add(trial.begin(new Action.CallHuman("nurse", new Place("102号室"), "確認", false)));
        List<String> trace = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            for (Duration done = Duration.ZERO; done.compareTo(SECOND) < 0; done = done.plus(step)) {
                trial.step(step);
            }
            trace.add(trial.world.snapshot().toString());
        }
        outcomes.forEach(outcome -> trace.add(outcome.join().toString()));
        trace.add(trial.events.toString());
        trace.add(trial.percepts.toString());
        return trace;
    }
}
