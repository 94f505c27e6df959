package dev.aizuchi.app;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.testkit.evaluation.ExpectedConduct;
import dev.aizuchi.testkit.evaluation.SurenessReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measure what the probabilities of the interpreter are worth, by which the engine's thresholds are chosen. */
@Command(
        name = "sureness",
        mixinStandardHelpOptions = true,
        description = {
            "Tell how often the likeliest intent is right where the second is near, and by its probability.",
            "Files: those of eval understand; counted are sentences without context that expect one action."
        })
final class EvalSurenessCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON lines")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (Closer closer = new Closer()) {
            Domains domains =
                    new Domains(new Plugins().skills(), closer.keep(Home.here().encoder()), null);
            SurenessReport report = new SurenessReport(files.stream()
                    .flatMap(file -> ExpectedConduct.in(file).stream())
                    .filter(row -> row.context().isEmpty() && isOfOneAction(row))
                    .map(row ->
                            SurenessReport.Row.of(row, interpreter(domains, row).explain(row.utterance())))
                    .toList());
            report.lines().forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private static Interpreter interpreter(Domains domains, ExpectedConduct row) {
        return domains.of(row.domain()).interpreter();
    }

    private static boolean isOfOneAction(ExpectedConduct row) {
        return !row.actions().isEmpty()
                && row.actions().stream().noneMatch(action -> action.isEmpty() || action.contains("+"));
    }
}
