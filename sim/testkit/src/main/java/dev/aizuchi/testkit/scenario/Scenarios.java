package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Expectation;
import dev.aizuchi.testkit.LearntOnce;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Run scenarios written in YAML, each on a floor of its own. */
public final class Scenarios {
    private final List<Scenario> scenarios;

    private Scenarios(List<Scenario> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /**
     * Read a file, or all {@code *.yaml} files of a directory and those below it, by name.
     *
     * @throws ScenarioException when one cannot be read, or when there is none
     */
    public static Scenarios under(Path path) {
        return new Scenarios(files(path).stream().map(Scenarios::read).toList());
    }

    /** List the files of scenarios that a path stands for. */
    public static List<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new ScenarioException("no scenario (*.yaml) in " + path);
            }
            return found;
        } catch (IOException e) {
            throw new ScenarioException("cannot read scenarios in " + path + ": " + e.getMessage(), e);
        }
    }

    /** Give the scenarios. */
    public List<Scenario> list() {
        return scenarios;
    }

    /** Make one test of each, matching phrases by their words alone. */
    public Stream<DynamicTest> with(Skill... skills) {
        return with(events -> {}, skills);
    }

    /**
     * Make one test of each, and have all that happened in it checked besides.
     *
     * @param rule throws when it does not hold for what happened
     */
    public Stream<DynamicTest> with(Consumer<List<DialogueEvent>> rule, Skill... skills) {
        Function<List<Intent>, Interpreter> once = new LearntOnce(PhraseInterpreter::of);
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(),
                        () -> play(scenario, List.of(skills), once, Wiring.usual(), Stage.USUAL_SEED, rule)
                                .check()));
    }

    /** Run one; give what went wrong, with what happened instead, or empty when all went as written. */
    public static Optional<String> run(
            Scenario scenario,
            List<? extends Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter) {
        return play(scenario, skills, interpreter, Wiring.usual(), Stage.USUAL_SEED)
                .failure();
    }

    /** Run one, with what the simulator leaves to chance decided by a seed. */
    public static Played play(
            Scenario scenario,
            List<? extends Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter,
            Wiring wiring,
            long seed) {
        return play(scenario, skills, interpreter, wiring, seed, events -> {});
    }

    private static Played play(
            Scenario scenario,
            List<? extends Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter,
            Wiring wiring,
            long seed,
            Consumer<List<DialogueEvent>> rule) {
        long begun = System.nanoTime();
        try (Stage stage = new Stage(scenario.setup(), skills, interpreter, "", wiring, seed)) {
            Optional<String> failure = failure(stage, scenario);
            rule.accept(List.copyOf(stage.transcript().events()));
            return new Played(
                    scenario,
                    seed,
                    failure,
                    Duration.between(Stage.START, stage.now()),
                    Duration.ofNanos(System.nanoTime() - begun),
                    stage.transcript().moments(Stage.START));
        }
    }

    private static Optional<String> failure(Stage stage, Scenario scenario) {
        int number = 0;
        for (Step step : scenario.steps()) {
            Optional<String> failure = play(stage, step);
            if (failure.isPresent()) {
                return Optional.of(scenario.source() + ": turn " + number + ": " + failure.get());
            }
            number++;
        }
        return Optional.empty();
    }

    private static Optional<String> play(Stage stage, Step step) {
        stage.advance(step.after());
        Instant begun = stage.now();
        int from = stage.transcript().events().size();
        apply(stage, step.stimulus());
        List<Expectation> inOrder = new ArrayList<>();
        List<Expectation> never = new ArrayList<>();
        step.expectations().forEach(each -> (each.kind() == Expectation.Kind.NOTHING ? never : inOrder).add(each));
        Instant end = begun.plus(step.within());
        int seen = from;
        int met = 0;
        while (true) {
            List<DialogueEvent> events = stage.transcript().events();
            for (; seen < events.size(); seen++) {
                DialogueEvent event = events.get(seen);
                if (never.stream().anyMatch(each -> each.matches(event, stage.transcript()))) {
                    return Optional.of("this must not happen: " + never + ", but:"
                            + stage.transcript().lines(from));
                }
                if (met < inOrder.size() && inOrder.get(met).matches(event, stage.transcript())) {
                    met++;
                }
            }
            if (met == inOrder.size() && never.isEmpty()) {
                return Optional.empty();
            }
            if (!stage.now().isBefore(end)) {
                return met == inOrder.size()
                        ? Optional.empty()
                        : Optional.of("expected " + inOrder.get(met) + " within "
                                + Duration.between(begun, end).toSeconds() + " s, but:"
                                + stage.transcript().lines(from));
            }
            stage.tick();
        }
    }

    private static void apply(Stage stage, Stimulus stimulus) {
        if (stimulus instanceof Stimulus.User user) {
            stage.hear(user.text());
        } else if (stimulus instanceof Stimulus.Stop stop) {
            stage.stop(stop.cause());
        } else if (stimulus instanceof Stimulus.Fault fault) {
            stage.change(fault.changes());
        } else if (stimulus instanceof Stimulus.Sense sense) {
            stage.perceive(sense.percept());
        }
    }

    /**
     * Read one file.
     *
     * @throws ScenarioException when it is not a scenario; the message names file, line and cure
     */
    public static Scenario read(Path file) {
        try {
            return ScenarioReader.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new ScenarioException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
