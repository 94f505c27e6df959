package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Say one utterance to a fresh agent: skills, gate and simulated robot, nothing left out.
 *
 * @param conduct what came of it
 * @param millis what the turn took, by the machine's clock
 */
public record Trial(Conduct conduct, double millis) {
    /** Simulated time in which the agent takes in what it had said before. */
    private static final Duration BEFORE = Duration.ofMillis(20);
    /** Simulated time for what is said only once a call for a person has gone out. */
    private static final Duration SHORTLY = Duration.ofSeconds(3);

    /** Bring the circumstances about, say the utterance, and see. */
    public static Trial of(
            Setup setup,
            List<? extends Skill> skills,
            Function<List<Interpreter.Intent>, ? extends Interpreter> learner,
            Circumstances.Told told,
            String utterance) {
        return of(setup, skills, learner, told, utterance, Wiring.usual());
    }

    /** Bring the circumstances about at a site of one's own, say the utterance, and see. */
    public static Trial of(
            Setup setup,
            List<? extends Skill> skills,
            Function<List<Interpreter.Intent>, ? extends Interpreter> learner,
            Circumstances.Told told,
            String utterance,
            Wiring wiring) {
        try (TestAgent agent = TestAgent.on(setup, skills, learner, told.lastSaid(), wiring)) {
            agent.waits(BEFORE);
            told.applyTo(agent);
            long begun = System.nanoTime();
            agent.hears(utterance);
            double millis = (System.nanoTime() - begun) / 1e6;
            return new Trial(Conduct.of(agent.waits(SHORTLY).events()), millis);
        }
    }
}
