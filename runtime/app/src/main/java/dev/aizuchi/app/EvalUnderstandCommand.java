package dev.aizuchi.app;

import dev.aizuchi.testkit.evaluation.Circumstances;
import dev.aizuchi.testkit.evaluation.ExpectedConduct;
import dev.aizuchi.testkit.evaluation.Trial;
import dev.aizuchi.testkit.evaluation.UnderstandingReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measure how the robot conducts itself on sentences, each in a dialogue of its own. */
@Command(
        name = "understand",
        mixinStandardHelpOptions = true,
        description = {
            "Say sentences to the simulated robot and compare what comes with what is expected.",
            "Files: what understand reads, and beside it kind, behaviour, action and slots; a list means any of its values."
        })
final class EvalUnderstandCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON lines")
    private List<Path> files = List.of();

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Option(names = "--totals", description = "do not list what is wrong: a test set is spent by it")
    private boolean totals;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (Closer closer = new Closer()) {
            Domains domains = new Domains(
                    new Plugins().skills(),
                    noEncoder ? null : closer.keep(Home.here().encoder()),
                    null);
            Circumstances circumstances = new Circumstances();
            for (Path file : files) {
                report(
                        file,
                        new UnderstandingReport(ExpectedConduct.in(file).stream()
                                .map(row -> asked(row, domains, circumstances))
                                .toList()));
            }
        }
        return 0;
    }

    private static UnderstandingReport.Row asked(ExpectedConduct row, Domains domains, Circumstances circumstances) {
        Trial trial = domains.of(row.domain()).trial(circumstances.of(row.context()), row.utterance());
        return new UnderstandingReport.Row(row, trial.conduct(), trial.millis());
    }

    private void report(Path file, UnderstandingReport report) {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        if (!totals) {
            report.wrong().forEach(row -> terminal.line("  " + row));
        }
        terminal.line(file + ": " + report.summary());
    }
}
