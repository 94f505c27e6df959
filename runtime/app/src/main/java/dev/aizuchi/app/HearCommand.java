package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.core.TwoPass;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recognise WAV files, without understanding or doing anything. */
@Command(
        name = "hear",
        mixinStandardHelpOptions = true,
        description = "Recognise speech in WAV files. A file that cannot be read is told and the rest go on.")
final class HearCommand implements Callable<Integer> {
    /** Which recogniser; lower case, as it is typed. */
    private enum Engine {
        vosk,
        whisper,
        both
    }

    /** Nobody waits for a file to be answered. */
    private static final Duration NO_HURRY = Duration.ofMinutes(5);

    @Parameters(arity = "1..*", paramLabel = "FILE.wav", description = "any rate, mono or stereo")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "write {\"file\",\"text\",\"confidence\",\"audio_ms\",\"work_ms\"} a line")
    private boolean json;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            defaultValue = "starter-ja",
            description = "model id or Vosk directory (default: ${DEFAULT-VALUE})")
    private String model = "starter-ja";

    @Option(
            names = "--engine",
            paramLabel = "vosk|whisper|both",
            defaultValue = "both",
            description = "vosk streams, whisper is more careful; both: whisper where vosk is not sure"
                    + " (default: ${DEFAULT-VALUE})")
    private Engine engine = Engine.both;

    @Option(names = "--skills-grammar", description = "expect only the loaded skills' phrases and the cues")
    private boolean grammar;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<String> sentences = SkillPhrases.of(new Plugins().skills());
        boolean allRead = true;
        try (SpeechRecognizer recognizer = open(Home.here(), sentences)) {
            for (Path file : files) {
                allRead &= hear(recognizer, grammar ? sentences : List.of(), file);
            }
        }
        return allRead ? 0 : 1;
    }

    private SpeechRecognizer open(Home home, List<String> sentences) {
        return switch (engine) {
            case vosk -> home.recognizer(model);
            case whisper -> home.secondPass();
            case both -> {
                SpeechRecognizer first = home.recognizer(model);
                try {
                    yield new TwoPass(first, home.secondPass(), sentences, NO_HURRY, this::warn);
                } catch (RuntimeException e) {
                    first.close();
                    throw e;
                }
            }
        };
    }

    private void warn(String message) {
        spec.commandLine().getErr().println("aizuchi: " + message);
    }

    private boolean hear(SpeechRecognizer recognizer, List<String> expected, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        AudioClip clip;
        try {
            clip = Home.wav(file);
        } catch (AudioException e) {
            spec.commandLine().getErr().println("aizuchi: " + e.getMessage());
            if (json) {
                out.println(Json.MAPPER
                        .createObjectNode()
                        .put("file", file.toString())
                        .put("error", e.getMessage()));
            }
            return false;
        }
        long begun = System.nanoTime();
        Optional<Recognition> heard = recognize(recognizer, expected, clip);
        double workMillis = (System.nanoTime() - begun) / 1_000_000.0;
        String text = heard.map(Recognition::text).orElse("");
        double confidence = heard.map(Recognition::confidence).orElse(0.0);
        if (json) {
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.put("file", file.toString());
            line.put("text", text);
            line.put("confidence", Math.round(confidence * 1_000) / 1_000.0);
            line.put("audio_ms", clip.duration().toMillis());
            line.put("work_ms", Math.round(workMillis * 10) / 10.0);
            out.println(line);
        } else {
            out.println(String.format(Locale.ROOT, "%s  「%s」 %.2f · %.0f ms", file, text, confidence, workMillis));
        }
        out.flush();
        return true;
    }

    private static Optional<Recognition> recognize(SpeechRecognizer recognizer, List<String> expected, AudioClip clip) {
        short[] samples = clip.samples();
        try (SpeechRecognizer.Session session = recognizer.open(expected)) {
            for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
                session.accept(AudioFrame.copyOf(samples, at));
            }
            return session.finish();
        }
    }
}
