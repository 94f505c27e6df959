package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.LearntOnce;
import dev.aizuchi.testkit.Stage;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Play one scenario in a test; sentences are matched by their words alone. */
public final class Rehearsal {
    private final Scenario scenario;
    private final LearntOnce learner;

    Rehearsal(Scenario scenario, LearntOnce learner) {
        this.scenario = scenario;
        this.learner = learner;
    }

    /** Give what is played. */
    public Scenario scenario() {
        return scenario;
    }

    /**
     * Have skills play it, as often as it wants to be.
     *
     * @throws AssertionError when it goes otherwise than written; the message tells what happened instead
     */
    public void by(Skill... skills) {
        by(events -> {}, skills);
    }

    /**
     * Have skills play it, and all that happened be checked besides.
     *
     * @param rule throws when it does not hold for what happened
     */
    public void by(Consumer<List<DialogueEvent>> rule, Skill... skills) {
        Cast cast = Cast.of(List.of(skills), learner);
        List<Played> runs = LongStream.range(Stage.USUAL_SEED, Stage.USUAL_SEED + scenario.repeat())
                .mapToObj(seed -> Scenarios.play(scenario, cast, seed, rule))
                .toList();
        for (Played run : ScenarioSuite.judged(runs)) {
            run.complaint().ifPresent(complaint -> {
                throw new AssertionError(complaint);
            });
        }
    }
}
