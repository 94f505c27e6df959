package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.invariant.Guard;
import dev.aizuchi.testkit.live.Acoustics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Run scenarios written in YAML, each on a floor of its own. */
public final class Scenarios {
    private static final String ENDING = ".yaml";
    /** What is included, and shows nothing by itself. */
    private static final String PART = ".part.yaml";

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
        return new Scenarios(
                files(path).stream().flatMap(file -> read(file).stream()).toList());
    }

    /** List the files of scenarios that a path stands for; {@code *.part.yaml} are parts that they include. */
    public static List<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> !file.toString().endsWith(PART))
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

    /** Give the JSON Schema of a scenario, for editors. */
    public static String schema() {
        return ScenarioReader.schema();
    }

    /** Give the scenarios. */
    public List<Scenario> list() {
        return scenarios;
    }

    /** Run one; give what went wrong, with what happened instead, or empty when all went as written. */
    public static Optional<String> run(
            Scenario scenario,
            List<? extends Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter) {
        return play(scenario, Cast.of(skills, interpreter), Stage.USUAL_SEED).failure();
    }

    /** Run one, with what the simulator leaves to chance decided by a seed. */
    public static Played play(Scenario scenario, Cast cast, long seed) {
        return play(scenario, cast, seed, events -> {});
    }

    static Played play(Scenario scenario, Cast cast, long seed, Consumer<List<DialogueEvent>> rule) {
        long begun = System.nanoTime();
        Company company = scenario.company();
        ScriptedModel model = new ScriptedModel(company.answers());
        boolean live = scenario.script().isLive();
        try (Stage stage = new Stage(
                scenario.setup(),
                cast.skills(),
                cast.interpreter(),
                "",
                company.around(cast.wiring(), model, live),
                seed)) {
            Guard guard = scenario.script().rules().guard(stage, cast.meaning());
            Tracker tracker = new Tracker(stage);
            stage.watch(guard);
            stage.watch(tracker);
            Reactions reactions = new Reactions(stage);
            stage.watch(reactions);
            Optional<Acoustics> sound = scenario.script().sounds().acoustics(cast, live, seed);
            sound.ifPresentOrElse(
                    stage::hearsLive,
                    () -> scenario.script().sounds().hearing(seed).ifPresent(stage::hears));
            Optional<String> failure = new Play(stage, model, cast.meaning(), guard).failure(scenario);
            rule.accept(List.copyOf(stage.transcript().events()));
            return new Played(
                    scenario,
                    seed,
                    failure,
                    false,
                    Duration.between(Stage.START, stage.now()),
                    Duration.ofNanos(System.nanoTime() - begun),
                    new Course(
                            stage.transcript().moments(Stage.START),
                            reactions.said(),
                            reactions.waits(),
                            tracker.track(failure.isPresent()),
                            sound.map(Acoustics::heard).orElse(List.of())));
        }
    }

    /** Read what is no file; {@code source} is how messages name it. */
    public static List<Scenario> parse(String yaml, String source) {
        return ScenarioReader.read(yaml, source);
    }

    /**
     * Read one file: a scenario, or one for each row of its table.
     *
     * @throws ScenarioException when something in it is wrong; the message names file, line and cure of all that is
     */
    public static List<Scenario> read(Path file) {
        try {
            return ScenarioReader.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new ScenarioException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
