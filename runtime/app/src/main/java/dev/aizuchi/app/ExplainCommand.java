package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.app.Terminal.Tone;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.testkit.evaluation.IntentEvaluation;
import dev.aizuchi.testkit.evaluation.Utterances;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Show why a sentence was understood as it was, or not at all. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Show how a sentence is judged: the intents that came nearest, what speaks for each, the rules, the verdict.",
            "meaning: likeness of the vectors; letters: of spelling and sound; words: how much the words agree.",
            "Intents are those of the skills, or of --examples."
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SENTENCE", description = "what a person says")
    private List<String> sentences = List.of();

    @Option(
            names = "--examples",
            paramLabel = "FILE",
            description = "TEXT, tab, INTENT, in place of the skills' phrases")
    private @Nullable Path examples;

    @Mixin
    private Understanding understanding = new Understanding();

    @Option(names = "--json", description = "one JSON object a sentence")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Closer closer = new Closer()) {
            List<Interpreter.Intent> intents =
                    examples == null ? Understanding.skillIntents() : IntentEvaluation.intents(Utterances.in(examples));
            TextEncoder encoder = understanding.encoder(closer);
            Interpreter interpreter = encoder == null
                    ? PhraseInterpreter.of(intents, null, understanding.caution())
                    : Home.learn(intents, encoder, understanding.caution());
            for (String sentence : sentences) {
                Interpretation interpretation = interpreter.explain(sentence);
                if (json) {
                    spec.commandLine().getOut().println(json(sentence, interpretation));
                } else {
                    table(sentence, interpretation);
                }
            }
        }
        return 0;
    }

    private void table(String sentence, Interpretation interpretation) {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        terminal.line(
                terminal.paint(Tone.ROBOT, "「" + sentence + "」") + "  compared as 「" + interpretation.compared() + "」");
        terminal.line(String.format(
                Locale.ROOT,
                "%s; belongs to some intent: %.2f",
                name(interpretation.verdict()),
                interpretation.belongs()));
        interpretation
                .matches()
                .forEach(match -> terminal.line(String.format(
                        Locale.ROOT, "  → %s %s by 「%s」", match.intent(), match.slots(), match.phrase())));
        for (Candidate each : interpretation.candidates()) {
            terminal.line(String.format(
                    Locale.ROOT,
                    "  %.2f %-24s meaning %.2f  letters %.2f  words %.2f  「%s」%s",
                    each.score(),
                    each.intent(),
                    each.meaning(),
                    each.letters(),
                    each.words(),
                    each.phrase(),
                    each.objections().isEmpty() ? "" : "  against it: " + objections(each)));
        }
    }

    private static ObjectNode json(String sentence, Interpretation interpretation) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("text", sentence)
                .put("compared", interpretation.compared())
                .put("verdict", name(interpretation.verdict()))
                .put("belongs", Json.rounded(interpretation.belongs()));
        var matches = node.putArray("matches");
        for (Interpreter.Match match : interpretation.matches()) {
            ObjectNode each = matches.addObject()
                    .put("intent", match.intent())
                    .put("phrase", match.phrase())
                    .put("score", Json.rounded(match.score()));
            match.slots().forEach(each.putObject("slots")::put);
        }
        var candidates = node.putArray("candidates");
        for (Candidate each : interpretation.candidates()) {
            ObjectNode candidate = candidates.addObject();
            candidate
                    .put("intent", each.intent())
                    .put("phrase", each.phrase())
                    .put("score", Json.rounded(each.score()))
                    .put("meaning", Json.rounded(each.meaning()))
                    .put("letters", Json.rounded(each.letters()))
                    .put("words", Json.rounded(each.words()));
            each.objections().stream()
                    .map(ExplainCommand::name)
                    .sorted()
                    .forEach(candidate.putArray("objections")::add);
        }
        return node;
    }

    private static String objections(Candidate candidate) {
        return candidate.objections().stream()
                .map(ExplainCommand::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
