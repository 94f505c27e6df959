package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.testkit.evaluation.IntentEvaluation;
import dev.aizuchi.testkit.evaluation.IntentReport;
import dev.aizuchi.testkit.evaluation.IntentReport.Confusion;
import dev.aizuchi.testkit.evaluation.IntentReport.Row;
import dev.aizuchi.testkit.evaluation.IntentReportPage;
import dev.aizuchi.testkit.evaluation.Utterances;
import dev.aizuchi.testkit.evaluation.Utterances.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measure how well intents are told apart, on examples and tests of any origin. */
@Command(
        name = "intents",
        mixinStandardHelpOptions = true,
        description = {
            "Learn intents from examples and see what others are taken for.",
            "Files: TEXT, tab, INTENT; or JSON lines with text and intent; or CoNLL/xSID blocks. An intent called ood,",
            "oos or none marks what belongs to none. Without --examples, the file is cut into parts, each tested once.",
            "accuracy is what the runtime would take with the same --caution; here that is open unless said otherwise."
        })
final class EvalIntentsCommand implements Callable<Integer> {
    private static final int MOST_CONFUSIONS = 10;

    @Parameters(paramLabel = "TEST", description = "utterances with their intents")
    private Path test = Path.of("");

    @Option(names = "--examples", paramLabel = "EXAMPLES", description = "what is learnt from")
    private @Nullable Path examples;

    @Option(names = "--folds", defaultValue = "5", description = "parts without --examples (default: ${DEFAULT-VALUE})")
    private int folds = 5;

    @Mixin
    private Understanding understanding = new Understanding().usually(Interpreter.Caution.OPEN);

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "also write a page with every error")
    private @Nullable Path html;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Utterance> tests = Utterances.in(test);
        IntentReport report;
        try (Closer closer = new Closer()) {
            TextEncoder encoder = understanding.encoder(closer);
            TextEncoder remembering = encoder == null ? null : new Remembered(encoder);
            IntentEvaluation evaluation = new IntentEvaluation(
                    intents -> PhraseInterpreter.of(intents, remembering, understanding.caution()));
            report = examples == null
                    ? evaluation.crossValidate(tests, folds, row -> {})
                    : evaluation.run(Utterances.in(examples), tests, row -> {});
        }
        if (json) {
            spec.commandLine().getOut().println(json(report));
        } else {
            table(report);
        }
        if (html != null) {
            Files.writeString(html, IntentReportPage.of(report, String.valueOf(test.getFileName())));
        }
        return 0;
    }

    private void table(IntentReport report) {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        terminal.line(String.format(
                Locale.ROOT,
                "%d utterances, %s: accuracy %.1f %%, of those with an intent %.1f %% (the likeliest always taken: %.1f %%),"
                        + " macro F1 %.3f",
                report.rows().size(),
                understanding.wireCaution(),
                100 * report.accuracy(),
                100 * report.accuracyInDomain(),
                100 * report.accuracyOfLikeliest(),
                report.macroF1()));
        terminal.line(String.format(
                Locale.ROOT,
                "without an intent: AUROC %.3f; calibration error %.3f; learning %.1f s; one utterance p50 %.2f p99 %.2f ms",
                report.outOfDomainAuroc(),
                report.calibrationError(),
                report.learningSeconds(),
                report.millis().p50(),
                report.millis().p99()));
        report.confusions().stream()
                .limit(MOST_CONFUSIONS)
                .forEach(confusion -> terminal.line(String.format(
                        Locale.ROOT, "%6d × %s taken for %s", confusion.times(), confusion.said(), confusion.found())));
    }

    private ObjectNode json(IntentReport report) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("utterances", report.rows().size())
                .put("caution", understanding.wireCaution())
                .put("accuracy", Json.rounded(report.accuracy()))
                .put("accuracy_in_domain", Json.rounded(report.accuracyInDomain()))
                .put("accuracy_likeliest", Json.rounded(report.accuracyOfLikeliest()))
                .put("macro_f1", Json.rounded(report.macroF1()))
                .put("ood_auroc", Json.rounded(report.outOfDomainAuroc()))
                .put("calibration_error", Json.rounded(report.calibrationError()))
                .put("learning_s", Json.rounded(report.learningSeconds()));
        Json.put(node.putObject("ms"), report.millis());
        for (Confusion confusion : report.confusions()) {
            node.withArray("confusions")
                    .addObject()
                    .put("intent", confusion.said())
                    .put("found", confusion.found())
                    .put("times", confusion.times());
        }
        for (Row row : report.rows()) {
            node.withArray("rows")
                    .addObject()
                    .put("text", row.utterance().text())
                    .put("intent", row.utterance().intent().orElse(null))
                    .put("found", row.found().orElse(null))
                    .put("likeliest", row.likeliest().orElse(null))
                    .put("score", Json.rounded(row.score()))
                    .put("belongs", Json.rounded(row.belongs()));
        }
        return node;
    }
}
