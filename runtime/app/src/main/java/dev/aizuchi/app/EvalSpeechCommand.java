package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.testkit.evaluation.ErrorRate;
import dev.aizuchi.testkit.evaluation.Recordings;
import dev.aizuchi.testkit.evaluation.Recordings.Recording;
import dev.aizuchi.testkit.evaluation.SpeechEvaluation;
import dev.aizuchi.testkit.evaluation.SpeechReport;
import dev.aizuchi.testkit.evaluation.SpeechReport.Figures;
import dev.aizuchi.testkit.evaluation.SpeechReport.Row;
import dev.aizuchi.testkit.evaluation.SpeechReportPage;
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

/** Measure a recogniser on recordings whose words are known. */
@Command(
        name = "speech",
        mixinStandardHelpOptions = true,
        description = {
            "Hear the WAV files of a folder and compare with its transcripts.tsv (FILE, tab, TEXT; with a head line",
            "also reading, voice, snr or other columns, by which the figures are split).",
            "Character errors by sound and as written, speed, delay of the final text, memory."
        })
final class EvalSpeechCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "WAV files of any rate, and their transcripts.tsv")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "one JSON object, each recording in it, instead of a table")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "also write a page, the worst recordings first")
    private @Nullable Path html;

    @Mixin
    private Ears ears = new Ears();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Recording> recordings = Recordings.in(folder);
        SpeechReport report;
        try (SpeechRecognizer recognizer = ears.open(spec.commandLine().getErr())) {
            report = new SpeechEvaluation(recognizer, ears.expected(), Home::wav).run(recordings, this::tell);
        }
        if (json) {
            spec.commandLine().getOut().println(json(report));
        } else {
            table(report);
        }
        if (html != null) {
            Files.writeString(html, SpeechReportPage.of(report, folder + " · " + ears.name()));
        }
        return report.unread() == 0 ? 0 : 1;
    }

    private void tell(Row row) {
        if (!row.isRead()) {
            spec.commandLine().getErr().println("aizuchi: " + row.error());
        }
    }

    private void table(SpeechReport report) {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        terminal.line("                            n   CER kana  written    exact     RTF   final p50   p95 ms");
        line(terminal, report.all());
        report.groups().forEach(group -> line(terminal, group));
        report.memoryMegabytes()
                .ifPresent(megabytes -> terminal.line(String.format(Locale.ROOT, "memory %.0f MB", megabytes)));
    }

    private static void line(Terminal terminal, Figures figures) {
        terminal.line(String.format(
                Locale.ROOT,
                "%-22s %6d %8.1f %% %6.1f %% %8d %7.3f %11.0f %8.0f",
                figures.by() + " " + figures.value(),
                figures.recordings(),
                100 * figures.kana().rate(),
                100 * figures.surface().rate(),
                figures.exact(),
                figures.realTimeFactor(),
                figures.finalMillis().p50(),
                figures.finalMillis().p95()));
    }

    private ObjectNode json(SpeechReport report) {
        ObjectNode whole = figures(report.all());
        whole.put("ears", ears.name());
        whole.put("unread", report.unread());
        report.memoryMegabytes().ifPresent(megabytes -> whole.put("memory_mb", Math.round(megabytes)));
        report.groups().forEach(group -> whole.withArray("groups").add(figures(group)));
        report.rows().forEach(row -> whole.withArray("rows").add(row(row)));
        return whole;
    }

    private static ObjectNode figures(Figures figures) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("by", figures.by()).put("value", figures.value()).put("recordings", figures.recordings());
        node.put("cer_kana", rate(figures.kana())).put("cer_surface", rate(figures.surface()));
        node.put("exact", figures.exact()).put("rtf", Json.rounded(figures.realTimeFactor()));
        Json.put(node.putObject("final_ms"), figures.finalMillis());
        Json.put(node.putObject("first_partial_ms"), figures.firstPartialMillis());
        return node;
    }

    private static ObjectNode row(Row row) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("file", row.recording().file().toString())
                .put("text", row.recording().text());
        if (!row.isRead()) {
            return node.put("error", row.error());
        }
        row.recording().tags().forEach(node::put);
        node.put("heard", row.text()).put("reading", row.reading()).put("confidence", Json.rounded(row.confidence()));
        node.put("cer_kana", rate(row.kana())).put("cer_surface", rate(row.surface()));
        return node.put("audio_ms", Math.round(row.soundMillis()))
                .put("work_ms", Json.rounded(row.workMillis()))
                .put("final_ms", Json.rounded(row.finalMillis()));
    }

    private static @Nullable Double rate(ErrorRate errors) {
        return Json.rounded(errors.rate());
    }
}
