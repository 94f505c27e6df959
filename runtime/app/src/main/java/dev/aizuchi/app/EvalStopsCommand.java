package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.Cues;
import dev.aizuchi.onnx.SileroVoiceDetector;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import dev.aizuchi.testkit.evaluation.Recordings;
import dev.aizuchi.testkit.evaluation.Recordings.Recording;
import dev.aizuchi.testkit.evaluation.StopEvaluation;
import dev.aizuchi.testkit.evaluation.StopEvaluation.Report;
import dev.aizuchi.testkit.evaluation.StopEvaluation.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measure how many stop words are heard, and how often talk is taken for one. */
@Command(
        name = "stops",
        mixinStandardHelpOptions = true,
        description = {
            "Play recorded stop words, and talk without any, to what watches for stop words in the runtime.",
            "Each folder has WAV files and a transcripts.tsv (FILE, tab, TEXT). Exit code 1 when a stop was missed."
        })
final class EvalStopsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "recordings of stop words")
    private Path folder = Path.of("");

    @Option(names = "--talk", paramLabel = "DIR", description = "recordings of other talk")
    private @Nullable Path talk;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            defaultValue = "starter-ja",
            description = "Vosk model, by id or directory (default: ${DEFAULT-VALUE})")
    private String model = "starter-ja";

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Recording> words = Recordings.in(folder);
        List<Recording> others = talk == null ? List.of() : Recordings.in(talk);
        Home home = Home.here();
        Report report;
        try (SpeechRecognizer recognizer = home.recognizer(model);
                VoiceDetector detector = SileroVoiceDetector.open(
                        home.models().path("silero-vad").resolve("silero_vad.onnx"))) {
            List<String> expected = SkillPhrases.of(new Plugins().usual());
            report = new StopEvaluation(recognizer, expected, detector, Cues.standard()::stop, Home::wav)
                    .run(words, others);
        }
        if (json) {
            spec.commandLine().getOut().println(json(report));
        } else {
            table(report);
        }
        return report.heard() == report.words().size() ? 0 : 1;
    }

    private void table(Report report) {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        terminal.line(String.format(
                Locale.ROOT,
                "heard %d of %d; false stops an hour %.1f (%.2f h of talk)",
                report.heard(),
                report.words().size(),
                report.falseAnHour(),
                report.talked().toMillis() / 3.6e6));
        report.words().stream()
                .filter(row -> row.stops().isEmpty())
                .forEach(row -> terminal.line("missed  " + name(row)));
        report.talk().stream()
                .filter(row -> !row.stops().isEmpty())
                .forEach(row -> terminal.line("false   " + name(row) + "  heard " + String.join(", ", row.stops())));
    }

    private static String name(Row row) {
        return row.recording().file().getFileName() + " 「" + row.recording().text() + "」";
    }

    private static ObjectNode json(Report report) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("stop_words", report.words().size()).put("heard", report.heard());
        node.put("talk_hours", Json.rounded(report.talked().toMillis() / 3.6e6))
                .put("false_an_hour", Json.rounded(report.falseAnHour()));
        report.words().stream()
                .filter(row -> row.stops().isEmpty())
                .forEach(row -> add(node.withArray("missed").addObject(), row));
        report.talk().stream()
                .filter(row -> !row.stops().isEmpty())
                .forEach(row -> add(node.withArray("false").addObject(), row));
        return node;
    }

    private static void add(ObjectNode node, Row row) {
        node.put("file", row.recording().file().toString())
                .put("text", row.recording().text());
        row.stops().forEach(node.putArray("heard")::add);
    }
}
