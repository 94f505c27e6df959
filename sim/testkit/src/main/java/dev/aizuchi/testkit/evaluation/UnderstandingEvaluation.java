package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.LearntOnce;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.evaluation.UnderstandingReport.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Ask the whole agent, one fresh dialogue an utterance, and see whether it conducts itself as expected.
 *
 * <p>The same way as {@code ./aizuchi understand} goes: skills, gate and simulated robot, nothing left out.
 */
public final class UnderstandingEvaluation {
    private final Circumstances circumstances = new Circumstances();
    private final Setup setup;
    private final List<Skill> skills;
    private final LearntOnce learner;

    /** Take the skills, and what learns their phrases, on the usual floor; it learns once. */
    public UnderstandingEvaluation(
            List<? extends Skill> skills, Function<List<Interpreter.Intent>, ? extends Interpreter> learner) {
        this(Setup.usual(), skills, learner);
    }

    /** Take the floor, the skills, and what learns their phrases; it learns once. */
    public UnderstandingEvaluation(
            Setup setup,
            List<? extends Skill> skills,
            Function<List<Interpreter.Intent>, ? extends Interpreter> learner) {
        this.setup = setup;
        this.skills = List.copyOf(skills);
        this.learner = new LearntOnce(learner);
    }

    /** Go through the rows in their order. */
    public UnderstandingReport run(List<ExpectedConduct> rows) {
        List<Row> done = new ArrayList<>();
        rows.forEach(row -> done.add(run(row)));
        return new UnderstandingReport(done);
    }

    private Row run(ExpectedConduct expected) {
        Trial trial = Trial.of(setup, skills, learner, circumstances.of(expected.context()), expected.utterance());
        return new Row(expected, trial.conduct(), trial.millis());
    }
}
