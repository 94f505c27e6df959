package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.aizuchi.app.ReplayOptions.Chosen;
import dev.aizuchi.core.EventJson;
import dev.aizuchi.core.Journal;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.replay.Replay;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Do again what a journal tells, and show what comes of it otherwise now. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Do again, on the simulated floor and at the same times, what was said and sensed in a journal, and show what",
            "this version does otherwise, as a unified diff: - then, + now. Exit code 1 when there is a difference."
        })
final class ScenarioReplayCommand implements Callable<Integer> {
    private static final int LINES_AROUND = 2;

    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Option(names = "--seed", paramLabel = "S", description = "decides what is left to chance (default: 1)")
    private long seed = Stage.USUAL_SEED;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Chosen chosen = options.read(spec.commandLine().getErr());
        Replay then = options.replay(chosen);
        List<String> before = then.lines();
        List<String> now = again(chosen, then).lines();
        List<String> changes = UnifiedDiffUtils.generateUnifiedDiff(
                chosen.name(), "now", before, DiffUtils.diff(before, now), LINES_AROUND);
        changes.forEach(out::println);
        out.println(changes.isEmpty() ? before.size() + " lines, all as they were" : "this version does otherwise");
        return changes.isEmpty() ? 0 : 1;
    }

    /** Play the stimuli, and give what happened. */
    private Replay again(Chosen chosen, Replay then) {
        Scenario scenario =
                Scenarios.parse(then.stimuli(chosen.name()), chosen.name()).get(0);
        EventJson json = new EventJson(Journal.SpeechTexts.PLAIN, Optional.empty());
        List<JsonNode> events = new ArrayList<>();
        try (Floors floors = new Floors(noEncoder)) {
            floors.play(
                    scenario,
                    seed,
                    wiring -> wiring.with(agent -> agent.observer(event -> events.add(json.of(event)))));
        }
        // Its names are the stand-ins already.
        return Replay.of(events, chosen.setup(), Set.of(), true);
    }
}
