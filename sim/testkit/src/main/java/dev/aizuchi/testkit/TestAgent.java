package dev.aizuchi.testkit;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.sim.World;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.testkit.Expectation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Talk to skills as a person would and check, in order, what comes of it.
 *
 * <p>The robot is simulated, time is simulated, and everything runs on the test's thread:
 *
 * <pre>{@code
 * TestAgent.with(new CareSkill())
 *         .hears("お水を持ってきて").says("お持ちします").commands("navigate").completes("hand_over").says("お持ちしました");
 * }</pre>
 */
public final class TestAgent implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Stage stage;
    private int seen;

    private TestAgent(Stage stage) {
        this.stage = stage;
    }

    /** Load skills on the usual floor: a person in 101号室, the robot charged and at the staff station. */
    public static TestAgent with(Skill... skills) {
        return on(Setup.usual(), List.of(skills), PhraseInterpreter::of, "");
    }

    /** Load skills on a floor of one's own, with an interpreter of one's own, after the robot has said something. */
    public static TestAgent on(
            Setup setup,
            List<? extends Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter,
            String lastSaid) {
        return on(setup, skills, interpreter, lastSaid, Wiring.usual());
    }

    /** Load skills on a floor of one's own, at a site of one's own. */
    public static TestAgent on(
            Setup setup,
            List<? extends Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter,
            String lastSaid,
            Wiring wiring) {
        return new TestAgent(new Stage(setup, skills, interpreter, lastSaid, wiring, Stage.USUAL_SEED));
    }

    /** Say something to the agent; what it does at once has happened when this returns. */
    public TestAgent hears(String text) {
        seen = stage.transcript().events().size();
        stage.hear(text);
        return this;
    }

    /** Say something that comes out of a recogniser as this, as sure as it is. */
    public TestAgent hears(Recognition recognition) {
        seen = stage.transcript().events().size();
        stage.hear(recognition);
        return this;
    }

    /** Tell the agent what a sensor says. */
    public TestAgent perceives(Percept percept) {
        seen = stage.transcript().events().size();
        stage.perceive(percept);
        return this;
    }

    /** Have the robot on its way somewhere, as if it had been sent before. */
    public TestAgent onItsWay() {
        stage.setOut();
        return this;
    }

    /** Keep back how the acts end that are ordered from now on, until {@link #acts} tells it. */
    public TestAgent holdsOutcomes() {
        stage.robot().hold();
        return this;
    }

    /**
     * Let the acts end: as the robot does them, within five minutes, or the last of them failed.
     *
     * @param completed whether the last act succeeds
     */
    public TestAgent acts(boolean completed) {
        seen = stage.transcript().events().size();
        if (completed) {
            Instant end = stage.now().plus(LONGEST);
            while (stage.robot().isBusy() && stage.now().isBefore(end)) {
                stage.tick();
            }
            stage.robot().release();
            // What follows in the same reply: fetching is driving, taking, driving back and handing over.
            do {
                stage.tick();
            } while (stage.robot().isBusy() && stage.now().isBefore(end));
        } else {
            stage.robot().failLast();
        }
        stage.tick();
        return this;
    }

    /** Stop by another way than words. */
    public TestAgent stoppedBy(String cause) {
        stage.stop(cause);
        return this;
    }

    /** Let simulated time pass. */
    public TestAgent waits(Duration time) {
        stage.advance(time);
        return this;
    }

    /** Expect that an intent is understood. */
    public TestAgent understands(String intent) {
        return expect(Expectation.of(Kind.UNDERSTOOD, intent));
    }

    /** Expect that no skill is found. */
    public TestAgent doesNotUnderstand() {
        return expect(Expectation.of(Kind.NOT_UNDERSTOOD, ""));
    }

    /** Expect a sentence that contains a text. */
    public TestAgent says(String part) {
        return expect(Expectation.of(Kind.SAY, part));
    }

    /** Expect a question that contains a text. */
    public TestAgent asks(String part) {
        return expect(Expectation.of(Kind.ASKED, part));
    }

    /** Expect that the robot is ordered an act, by its wire name. */
    public TestAgent commands(String action) {
        return expect(Expectation.of(Kind.COMMANDED, action));
    }

    /** Expect that the robot is ordered exactly this act. */
    public TestAgent commands(Action action) {
        find(
                event -> event instanceof DialogueEvent.Commanded commanded
                        && commanded.action().equals(action),
                "commanded: " + action);
        return this;
    }

    /** Expect that an act is done. */
    public TestAgent completes(String action) {
        return expect(Expectation.of(Kind.COMPLETED, action));
    }

    /** Expect that an act fails for a reason, in lower case. */
    public TestAgent fails(String action, String reason) {
        return expect(new Expectation(Kind.FAILED, action, Map.of(), reason));
    }

    /** Expect that the gate refuses an act by a rule. */
    public TestAgent refuses(String action, String rule) {
        return expect(new Expectation(Kind.REFUSED, action, Map.of(), rule));
    }

    /** Expect a stop, by its cause. */
    public TestAgent stops(String cause) {
        return expect(Expectation.of(Kind.STOPPED, cause));
    }

    /** Expect that the stop is released. */
    public TestAgent resumes() {
        return expect(Expectation.of(Kind.RESUMED, ""));
    }

    /** Expect that the robot is ordered nothing more for a while. */
    public TestAgent commandsNothingFor(Duration time) {
        int from = seen;
        stage.advance(time);
        Optional<DialogueEvent> command = stage.transcript().events().stream()
                .skip(from)
                .filter(event -> event instanceof DialogueEvent.Commanded)
                .findFirst();
        if (command.isPresent()) {
            throw new AssertionError(
                    "expected nothing commanded, but:" + stage.transcript().lines(from));
        }
        return this;
    }

    /** Give the time of the simulation. */
    public Instant now() {
        return stage.now();
    }

    /** Give everything that has happened. */
    public List<DialogueEvent> events() {
        return List.copyOf(stage.transcript().events());
    }

    /** Give the floor, to disturb it or to look at it. */
    public World world() {
        return stage.world();
    }

    @Override
    public void close() {
        stage.close();
    }

    private TestAgent expect(Expectation expectation) {
        find(event -> expectation.matches(event, stage.transcript()), expectation.toString());
        return this;
    }

    private void find(java.util.function.Predicate<DialogueEvent> wanted, String description) {
        int from = seen;
        Instant end = stage.now().plus(LONGEST);
        while (true) {
            List<DialogueEvent> events = stage.transcript().events();
            while (seen < events.size()) {
                if (wanted.test(events.get(seen++))) {
                    return;
                }
            }
            if (!stage.now().isBefore(end)) {
                throw new AssertionError("expected " + description + ", but:"
                        + stage.transcript().lines(from));
            }
            stage.tick();
        }
    }
}
