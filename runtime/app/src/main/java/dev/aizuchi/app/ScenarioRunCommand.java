package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.cluster.Machine;
import dev.aizuchi.cluster.SuiteFiles;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.evaluation.SuiteReport;
import dev.aizuchi.testkit.evaluation.SuiteReport.Share;
import dev.aizuchi.testkit.noise.HeardSentence;
import dev.aizuchi.testkit.noise.ModelCheck;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Play scenarios, and report. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Play scenarios, each on a floor of its own, by the skills that are at home there and on a simulated clock.",
            "Exit code 1 when more runs than may go wrong do: fail and are not known to, or pass and are known to fail."
        })
final class ScenarioRunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, and folders of *.yaml")
    private List<Path> paths = List.of();

    @Option(
            names = "--tag",
            paramLabel = "T",
            description = "only those with one of these tags; more than once for several")
    private Set<String> tags = Set.of();

    @Option(names = "--jobs", paramLabel = "N", description = "threads (default: one a processor)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--repeat", paramLabel = "N", description = "play each so often, with one seed after the other")
    private int repeat = 1;

    @Option(names = "--seed", paramLabel = "S", description = "the first seed of what is left to chance (default: 1)")
    private long seed = Stage.USUAL_SEED;

    @Option(names = "--fail-fast", description = "begin none after one went wrong")
    private boolean failFast;

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "also record each run into this folder as MCAP; see ./aizuchi recording")
    private @Nullable Path record;

    @ArgGroup(validate = false, heading = "What must be reached:%n")
    private SuiteGate gate = new SuiteGate();

    @ArgGroup(validate = false, heading = "What is written:%n")
    private SuiteReportFiles reports = new SuiteReportFiles();

    @ArgGroup(validate = false, heading = "Sound in the loop:%n")
    private SoundOptions sounds = new SoundOptions();

    @ArgGroup(validate = false, heading = "Other machines:%n")
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--json", description = "the summary on standard output instead of lines")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Scenario> scenarios = scenarios();
        gate.check(
                scenarios.stream().flatMap(scenario -> scenario.tags().stream()).collect(Collectors.toSet()));
        reports.prepare();
        long begun = System.nanoTime();
        SuiteReport played = play(new ScenarioSuite(scenarios, repeat, seed));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        ObjectNode summary = SuiteSummary.of(played, sounds.isSpoken());
        List<String> changes = reports.write(played, summary, gate);
        if (json) {
            spec.commandLine().getOut().println(summary.toPrettyString());
        } else {
            tell(played, took, changes);
        }
        List<String> breaches = gate.breaches(summary);
        breaches.forEach(breach -> spec.commandLine().getErr().println("aizuchi: " + breach));
        return breaches.isEmpty() ? 0 : 1;
    }

    private List<Scenario> scenarios() {
        if (jobs < (cluster.isAsked() ? 0 : 1) || repeat < 1) {
            throw new ConfigException("--jobs and --repeat must be 1 or more; --jobs 0 is for --cluster");
        }
        List<String> faults = new ArrayList<>();
        List<Scenario> read = ScenarioCommand.read(paths, faults);
        if (!faults.isEmpty()) {
            throw new ConfigException(String.join("\n", faults));
        }
        List<Scenario> chosen = read.stream()
                .filter(scenario -> tags.isEmpty() || scenario.tags().stream().anyMatch(tags::contains))
                .toList();
        if (chosen.isEmpty()) {
            throw new ConfigException("none of " + read.size() + " scenarios has the tag " + String.join(" or ", tags));
        }
        return chosen;
    }

    private SuiteReport play(ScenarioSuite suite) {
        try (SuiteProgress progress = new SuiteProgress(spec.commandLine().getErr(), suite.size())) {
            return new SuiteReport(
                    cluster.isAsked()
                            ? playTogether(suite, progress)
                            : suite.run(
                                    () -> new Floors(noEncoder, new RecordedRuns(record), sounds),
                                    jobs,
                                    failFast,
                                    progress));
        }
    }

    private List<Played> playTogether(ScenarioSuite suite, SuiteProgress progress) {
        if (record != null || sounds.isSpoken()) {
            throw new ConfigException("--record and --spoken are for one machine: leave out --cluster");
        }
        try (Machine machine =
                Machine.join(cluster.settings(jobs, noEncoder), () -> new Floors(noEncoder, new RecordedRuns(null)))) {
            return machine.play(suite, SuiteFiles.of(paths), failFast, progress, progress::tell);
        }
    }

    private void tell(SuiteReport played, Duration took, List<String> changes) {
        PrintWriter out = spec.commandLine().getOut();
        played.wrong()
                .forEach(one ->
                        out.println("seed " + one.seed() + " " + one.complaint().orElse("")));
        changes.forEach(change -> out.println("since the last run: " + change));
        if (sounds.isSpoken()) {
            tellHeard(out, played.heard());
        }
        Share right = played.right();
        out.println(String.format(
                Locale.ROOT,
                "%d of %d right (%.1f to %.1f %%); %.0f s on the floors in %.1f s, %.0f × real time",
                right.right(),
                right.of(),
                100 * right.low(),
                100 * right.high(),
                played.simulated().toMillis() / 1e3,
                took.toMillis() / 1e3,
                (double) played.simulated().toMillis() / Math.max(1, took.toMillis())));
    }

    private static void tellHeard(PrintWriter out, List<HeardSentence> heard) {
        heard.stream()
                .filter(each -> !each.isExact())
                .forEach(each -> out.println("misheard 「" + each.said() + "」 as 「" + each.heard() + "」, " + each.in()));
        ModelCheck.Figures figures = ModelCheck.Figures.of(heard);
        out.println(String.format(
                Locale.ROOT,
                "%d lines spoken, %.0f %% heard sound for sound, %.1f %% of morae wrong",
                heard.size(),
                100 * figures.exact(),
                100 * figures.kanaErrorRate()));
    }
}
