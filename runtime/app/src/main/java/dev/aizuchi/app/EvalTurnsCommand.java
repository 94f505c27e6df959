package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.audio.WavFile;
import dev.aizuchi.core.TurnEnd;
import dev.aizuchi.japanese.Normalizer;
import dev.aizuchi.onnx.SileroVoiceDetector;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.EchoCanceller;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import dev.aizuchi.testkit.turns.DialogueMaker;
import dev.aizuchi.testkit.turns.ListeningAgent;
import dev.aizuchi.testkit.turns.MarkedDialogue;
import dev.aizuchi.testkit.turns.SpokenClip;
import dev.aizuchi.testkit.turns.TurnEvaluation;
import dev.aizuchi.testkit.turns.TurnReport;
import dev.aizuchi.testkit.turns.TurnReport.Figures;
import dev.aizuchi.testkit.turns.TurnReportPage;
import dev.aizuchi.testkit.turns.TurnTaker;
import dev.aizuchi.webrtc.WebrtcEchoCanceller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measure how the robot takes turns, on dialogues in which it is marked who speaks when. */
@Command(
        name = "turns",
        mixinStandardHelpOptions = true,
        description = {
            "Play the dialogues of a folder to the runtime's ears: a WAV file each, the person on the first channel, the",
            "robot on the second, and marks.tsv (file, kind, from_ms, to_ms, text, voice). False cut-ins, delays, missed",
            "ends, time to silence when interrupted, nods. --make puts such a folder together first."
        })
final class EvalTurnsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "WAV files and their marks.tsv")
    private Path folder = Path.of("");

    @Option(names = "--make", description = "first make dialogues from recordings into DIR")
    private boolean make;

    @Option(
            names = "--clips",
            paramLabel = "DIR",
            description = "make them from these recordings and their index.tsv, instead of those that come along")
    private @Nullable Path clips;

    @Option(names = "--seed", defaultValue = "1", description = "of the dialogues made (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--rounds",
            defaultValue = "2",
            description = "how often each recording comes (default: ${DEFAULT-VALUE})")
    private int rounds = 2;

    @Option(
            names = "--echo",
            paramLabel = "DB",
            defaultValue = "-20",
            description =
                    "how loud the robot hears itself; off where the recordings hold it (default: ${DEFAULT-VALUE})")
    private String echo = "-20";

    @Option(
            names = "--slowness",
            defaultValue = "1",
            description = "how many times as long as a usual speaker people are waited for, such as 1.5 for slow ones"
                    + " (default: ${DEFAULT-VALUE})")
    private double slowness = 1;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            defaultValue = "starter-ja",
            description = "Vosk model, by id or directory (default: ${DEFAULT-VALUE})")
    private String model = "starter-ja";

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "also write a page, the worst dialogues first")
    private @Nullable Path html;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (make) {
            int made = new DialogueMaker(recordings(), seed, EvalTurnsCommand::write).into(folder, rounds);
            spec.commandLine().getErr().println("aizuchi: " + made + " dialogues in " + folder);
        }
        List<MarkedDialogue> dialogues = MarkedDialogue.in(folder);
        TurnReport report = report(dialogues);
        if (json) {
            spec.commandLine().getOut().println(json(report));
        } else {
            table(report);
        }
        if (html != null) {
            Files.writeString(html, TurnReportPage.of(report, folder + " · " + model));
        }
        return 0;
    }

    private TurnReport report(List<MarkedDialogue> dialogues) {
        Home home = Home.here();
        List<String> phrases = SkillPhrases.of(new Plugins().usual());
        Normalizer normalizer = new Normalizer();
        try (SpeechRecognizer recognizer = home.recognizer(model);
                VoiceDetector detector = SileroVoiceDetector.open(
                        home.models().path("silero-vad").resolve("silero_vad.onnx"));
                EchoCanceller canceller = canceller();
                TurnTaker taker = new ListeningAgent(
                        recognizer,
                        detector,
                        canceller,
                        phrases,
                        slowness,
                        awaited -> new TurnEnd(normalizer, phrases.stream(), awaited))) {
            return new TurnEvaluation(taker, EvalTurnsCommand::channel, echoDb()).run(dialogues);
        }
    }

    /** What is measured without one is told, and is worth having for the rest. */
    private EchoCanceller canceller() {
        try {
            return WebrtcEchoCanceller.open(true, false);
        } catch (AudioException e) {
            spec.commandLine().getErr().println("aizuchi: the robot hears its echo: " + e.getMessage());
            return new Uncancelled();
        }
    }

    private double echoDb() {
        if (echo.equals("off")) {
            return Double.NEGATIVE_INFINITY;
        }
        try {
            return Double.parseDouble(echo);
        } catch (NumberFormatException e) {
            throw new ConfigException("--echo is " + echo + "; write decibels, such as -20, or off", e);
        }
    }

    private static AudioClip channel(Path file, int channel) {
        return WavFile.read(file, channel);
    }

    private static void write(Path file, short[] person, short[] robot) {
        if (robot.length == 0) {
            WavFile.write(file, new AudioClip(person, AudioFrame.SAMPLE_RATE));
        } else {
            WavFile.writeStereo(file, AudioFrame.SAMPLE_RATE, person, robot);
        }
    }

    private List<SpokenClip> recordings() throws IOException {
        if (clips == null) {
            return SpokenClip.read(
                    "turns/index.tsv",
                    SpokenLoop.resource("turns/index.tsv").lines(),
                    file -> Home.wavResource("turns/" + file));
        }
        Path index = clips.resolve("index.tsv");
        Path from = clips;
        try (Stream<String> lines = Files.lines(index)) {
            return SpokenClip.read(index.toString(), lines, file -> Home.wav(from.resolve(file)));
        }
    }

    private void table(TurnReport report) {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        terminal.line("                 turns pauses cut-in missed  delay p50   p95   mean ms");
        Stream.concat(Stream.of(report.all()), report.byVoice().stream())
                .forEach(each -> terminal.line(String.format(
                        Locale.ROOT,
                        "%-16s %5d %6d %6d %6d %10.0f %5.0f %6.0f",
                        each.voice(),
                        each.turns(),
                        each.pauses(),
                        each.cutIns(),
                        each.missed(),
                        each.delayMs().p50(),
                        each.delayMs().p95(),
                        each.meanDelayMs())));
        Figures all = report.all();
        terminal.line(String.format(
                Locale.ROOT,
                "interruptions    %d, spoken through %d, silent after p50 %.0f p95 %.0f ms",
                all.interruptions(),
                all.ignored(),
                all.silenceMs().p50(),
                all.silenceMs().p95()));
        terminal.line(String.format(
                Locale.ROOT,
                "listener         %d sounds, given way to %d, held p50 %.0f p95 %.0f ms",
                all.sounds(),
                all.yielded(),
                all.holdMs().p50(),
                all.holdMs().p95()));
        terminal.line(String.format(
                Locale.ROOT, "own voice        %d turns, %d pauses because of it", all.ownTurns(), all.ownPauses()));
        terminal.line(String.format(
                Locale.ROOT,
                "nods             %d, at %d of %d spots: precision %.2f, recall %.2f",
                all.nods(),
                all.nodded(),
                all.spots(),
                all.precision(),
                all.recall()));
        terminal.line(String.format(
                Locale.ROOT,
                "a judgement      p50 %.2f p95 %.2f p99 %.2f ms",
                report.judgementMs().p50(),
                report.judgementMs().p95(),
                report.judgementMs().p99()));
    }

    private static ObjectNode json(TurnReport report) {
        ObjectNode whole = figures(report.all());
        Json.put(whole.putObject("judgement_ms"), report.judgementMs());
        report.byVoice().forEach(each -> whole.withArray("voices").add(figures(each)));
        report.rows().forEach(row -> {
            ObjectNode node = whole.withArray("rows").addObject();
            node.put("file", String.valueOf(row.dialogue().file().getFileName()))
                    .put("cut_ins", row.cutIns());
            row.delays().forEach(delay -> node.withArray("delays_ms").add(Json.rounded(delay)));
            row.deeds()
                    .forEach(deed -> node.withArray("acts")
                            .addObject()
                            .put("act", deed.act().name().toLowerCase(Locale.ROOT))
                            .put("at_ms", deed.atMs()));
        });
        return whole;
    }

    private static ObjectNode figures(Figures figures) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("voice", figures.voice()).put("dialogues", figures.dialogues());
        node.put("turns", figures.turns()).put("pauses", figures.pauses());
        node.put("false_cut_ins", figures.cutIns()).put("missed_ends", figures.missed());
        Json.put(node.putObject("delay_ms"), figures.delayMs());
        node.put("mean_delay_ms", Json.rounded(figures.meanDelayMs()));
        node.put("interruptions", figures.interruptions()).put("spoken_through", figures.ignored());
        Json.put(node.putObject("silence_ms"), figures.silenceMs());
        node.put("listener_sounds", figures.sounds()).put("given_way_to", figures.yielded());
        Json.put(node.putObject("held_ms"), figures.holdMs());
        node.put("own_voice_turns", figures.ownTurns()).put("own_voice_pauses", figures.ownPauses());
        node.put("nods", figures.nods()).put("spots", figures.spots());
        return node.put("nod_precision", Json.rounded(figures.precision()))
                .put("nod_recall", Json.rounded(figures.recall()));
    }

    /** Leaves all as it is. */
    private record Uncancelled() implements EchoCanceller {
        @Override
        public AudioFrame clean(AudioFrame microphone, AudioFrame played) {
            return microphone;
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}
