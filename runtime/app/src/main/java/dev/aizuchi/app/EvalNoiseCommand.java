package dev.aizuchi.app;

import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.testkit.evaluation.Recordings;
import dev.aizuchi.testkit.noise.Background;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.noise.ErrorLearner;
import dev.aizuchi.testkit.noise.HeardSentence;
import dev.aizuchi.testkit.noise.ModelCheck;
import dev.aizuchi.testkit.noise.NoiseMeasurement;
import dev.aizuchi.testkit.noise.NoiseMeasurement.Utterance;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Measure how a recogniser errs in noise, so that typed scenarios can be misheard alike. */
@Command(
        name = "noise",
        mixinStandardHelpOptions = true,
        description = {
            "Hear the recordings of folders (as eval speech reads them) in noise of several kinds and levels, count how the",
            "recogniser errs, and hold what is learnt from one half of the sentences against what came of the other, each",
            "way: wrong morae, and sentences without one, real and modelled. --out writes what scenarios are misheard by."
        })
final class EvalNoiseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "0..*", description = "WAV files and their transcripts.tsv")
    private List<Path> folders = List.of();

    @Option(names = "--model", paramLabel = "ID|DIR", description = "Vosk model (default: starter-ja)")
    private String model = "starter-ja";

    @Option(names = "--kind", split = ",", description = "clean, pink, babble, television, alarm, rain (default: all)")
    private List<String> kinds =
            Stream.of(Background.values()).map(Background::wireName).toList();

    @Option(names = "--snr", split = ",", paramLabel = "DB", description = "levels (default: 20,10,5,0)")
    private List<Double> levels = List.of(20.0, 10.0, 5.0, 0.0);

    @Option(names = "--every", paramLabel = "N", description = "only every Nth recording")
    private int every = 1;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "take what an earlier run wrote by --rows, and hear nothing")
    private @Nullable Path from;

    @Option(
            names = "--rows",
            paramLabel = "FILE",
            description = "write what was heard: noise, dB, said, heard, confidence")
    private @Nullable Path rows;

    @Option(names = "--out", paramLabel = "FILE", description = "write what was learnt from all sentences")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<HeardSentence> heard = from == null ? hear() : read(from);
        ModelCheck.of(heard).forEach(this::tell);
        if (rows != null) {
            Files.write(rows, heard.stream().map(HeardSentence::line).toList());
        }
        if (out != null) {
            try (Writer file = Files.newBufferedWriter(out)) {
                ErrorLearner.learn(heard).write(file);
            }
        }
        return 0;
    }

    private List<HeardSentence> hear() {
        List<Circumstance> circumstances = circumstances();
        List<Utterance> utterances = utterances();
        double sound = circumstances.size()
                * utterances.stream()
                        .mapToDouble(utterance -> utterance.clip().duration().toMillis() / 1e3)
                        .sum();
        long begun = System.nanoTime();
        try (SpeechRecognizer recognizer = Home.here().recognizer(model)) {
            List<HeardSentence> heard = new NoiseMeasurement(recognizer, utterances).hear(circumstances, 1, each -> {});
            double took = (System.nanoTime() - begun) / 1e9;
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "%d sentences in %d circumstances, %.0f s of sound in %.0f s, %.1f × real time",
                            utterances.size(),
                            circumstances.size(),
                            sound,
                            took,
                            sound / took));
            return heard;
        }
    }

    private static List<HeardSentence> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(HeardSentence::read).toList();
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": " + e.getMessage(), e);
        }
    }

    private void tell(ModelCheck check) {
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%-18s %4d sentences  wrong morae %5.1f %%, modelled %5.1f %%  exact %5.1f %%, modelled %5.1f %%",
                        check.in(),
                        check.sentences(),
                        100 * check.real().kanaErrorRate(),
                        100 * check.modelled().kanaErrorRate(),
                        100 * check.real().exact(),
                        100 * check.modelled().exact()));
    }

    private List<Circumstance> circumstances() {
        List<Circumstance> circumstances = new ArrayList<>();
        try {
            for (String kind : kinds) {
                Background background = Background.named(kind);
                if (background == Background.CLEAN) {
                    circumstances.add(Circumstance.QUIET);
                } else {
                    levels.forEach(snr -> circumstances.add(new Circumstance(background, snr)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--kind: " + e.getMessage(), e);
        }
        return circumstances;
    }

    private List<Utterance> utterances() {
        if (every < 1) {
            throw new ConfigException("--every must be 1 or more, but is " + every);
        }
        List<Utterance> utterances = new ArrayList<>();
        int number = 0;
        for (Path folder : folders) {
            for (Recordings.Recording recording : Recordings.in(folder)) {
                if (number++ % every == 0) {
                    utterances.add(new Utterance(recording.text(), Home.wav(recording.file())));
                }
            }
        }
        if (utterances.size() < 2) {
            throw new ConfigException("two recordings or more are needed: one is learnt from, the other checked");
        }
        return utterances;
    }
}
