package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Scenario;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.evaluation.UnderstandingReport.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ask the whole agent, one fresh dialogue an utterance, and see whether it conducts itself as expected.
 *
 * <p>The same way as {@code ./aizuchi understand} goes: skills, gate and simulated robot, nothing left out.
 */
public final class UnderstandingEvaluation {
    /** Simulated time for what is said only once a call for a person has gone out. */
    private static final Duration ACT_SHORTLY = Duration.ofSeconds(1);

    private final Circumstances circumstances = new Circumstances();
    private final Scenario.Setup setup;
    private final List<Skill> skills;
    private final Function<List<Interpreter.Intent>, ? extends Interpreter> learner;
    private @Nullable Interpreter learnt;

    /** Take the skills, and what learns their phrases, on the usual floor; it learns once. */
    public UnderstandingEvaluation(
            List<? extends Skill> skills, Function<List<Interpreter.Intent>, ? extends Interpreter> learner) {
        this(Scenario.Setup.usual(), skills, learner);
    }

    /** Take the floor, the skills, and what learns their phrases; it learns once. */
    public UnderstandingEvaluation(
            Scenario.Setup setup,
            List<? extends Skill> skills,
            Function<List<Interpreter.Intent>, ? extends Interpreter> learner) {
        this.setup = setup;
        this.skills = List.copyOf(skills);
        this.learner = learner;
    }

    /** Go through the rows in their order. */
    public UnderstandingReport run(List<ExpectedConduct> rows) {
        List<Row> done = new ArrayList<>();
        rows.forEach(row -> done.add(run(row)));
        return new UnderstandingReport(done);
    }

    private Row run(ExpectedConduct expected) {
        Circumstances.Told told = circumstances.of(expected.context());
        try (TestAgent agent = TestAgent.on(setup, skills, this::interpreter, told.lastSaid())) {
            told.applyTo(agent);
            long begun = System.nanoTime();
            agent.hears(expected.utterance());
            double millis = (System.nanoTime() - begun) / 1e6;
            List<DialogueEvent> events = agent.waits(ACT_SHORTLY).events();
            return new Row(expected, Conduct.of(events), millis);
        }
    }

    private Interpreter interpreter(List<Interpreter.Intent> intents) {
        Interpreter known = learnt;
        if (known == null) {
            known = learner.apply(intents);
            learnt = known;
        }
        return known;
    }
}
