package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.testkit.evaluation.DialogueEvaluation;
import dev.aizuchi.testkit.evaluation.DialogueReport;
import dev.aizuchi.testkit.evaluation.DialogueReport.Failure;
import dev.aizuchi.testkit.evaluation.DialogueReport.Passed;
import dev.aizuchi.testkit.evaluation.DialogueReport.Row;
import dev.aizuchi.testkit.evaluation.ExpectedDialogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measure how well whole dialogues go, on a simulated robot and clock. */
@Command(
        name = "dialogues",
        mixinStandardHelpOptions = true,
        description = {
            "Hold dialogues and compare every turn with what is expected of it.",
            "Files: the lines of converse with \"kind\", and on a turn \"expect\": {behaviour, action, not_action, slots,",
            "says, not_says, state}; see skills/evaluation/README.md."
        })
final class EvalDialoguesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "dialogues with what is expected")
    private List<Path> files = List.of();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "hold each so often and name those that differ (default: ${DEFAULT-VALUE})")
    private int repeat = 1;

    @Option(names = "--least", paramLabel = "SHARE", description = "exit code 1 when fewer pass, such as 0.95")
    private double least;

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Option(names = "--totals", description = "do not list what failed: a test set is spent by it")
    private boolean totals;

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<ExpectedDialogue> dialogues = files.stream()
                .flatMap(file -> ExpectedDialogue.in(file).stream())
                .toList();
        if (dialogues.isEmpty() || repeat < 1 || !(least >= 0 && least <= 1)) {
            throw new ConfigException(
                    dialogues.isEmpty()
                            ? files + " hold no dialogue"
                            : "--repeat must be 1 or more, and --least from 0 to 1");
        }
        DialogueReport report = run(dialogues);
        if (json) {
            spec.commandLine().getOut().println(json(report));
        } else {
            table(report);
        }
        return report.passed().share() >= least ? 0 : 1;
    }

    private DialogueReport run(List<ExpectedDialogue> dialogues) {
        try (Closer closer = new Closer()) {
            Domains domains = new Domains(
                    new Plugins().skills(),
                    noEncoder ? null : closer.keep(Home.here().encoder()),
                    null);
            return evaluation(domains).run(dialogues, repeat);
        }
    }

    /** Hold each dialogue as {@code converse} does. */
    static DialogueEvaluation evaluation(Domains domains) {
        return new DialogueEvaluation(dialogue -> domains.of(dialogue.domain()).agent(dialogue.site()));
    }

    private void table(DialogueReport report) {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        if (!totals) {
            report.failed().forEach(row -> terminal.line(row.toString()));
        }
        report.flakes().forEach(row -> terminal.line("flake " + row.dialogue().id()));
        terminal.line(report.summary());
    }

    private static ObjectNode json(DialogueReport report) {
        ObjectNode node = put(Json.MAPPER.createObjectNode(), report.passed());
        put(node.putObject("domains"), report.passedByDomain());
        put(node.putObject("kinds"), report.passedByKind());
        Json.put(node.putObject("ms"), report.millis());
        report.flakes()
                .forEach(row -> node.withArray("flakes").add(row.dialogue().id()));
        for (Row row : report.failed()) {
            ObjectNode failed = node.withArray("failed").addObject();
            failed.put("id", row.dialogue().id())
                    .put("domain", row.dialogue().domain())
                    .put("kind", row.dialogue().kind());
            row.failures().forEach(failure -> put(failed.withArray("turns").addObject(), failure));
        }
        return node;
    }

    private static void put(ObjectNode node, Map<String, Passed> counts) {
        counts.forEach((name, count) -> put(node.putObject(name), count));
    }

    private static ObjectNode put(ObjectNode node, Passed count) {
        return node.put("dialogues", count.of())
                .put("passed", count.passed())
                .put("share", Json.rounded(count.share()));
    }

    private static void put(ObjectNode node, Failure failure) {
        node.put("turn", failure.turn()).put("happened", failure.happened().shown());
        failure.breaches().forEach(node.putArray("expected")::add);
        node.set(
                "came",
                UnderstandCommand.written(failure.answer().conduct())
                        .put("state", failure.answer().state().wireName()));
    }
}
