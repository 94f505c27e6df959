package dev.aizuchi.app;

import dev.aizuchi.core.TwoPass;
import dev.aizuchi.speech.SpeechRecognizer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Choose by options what recordings are heard with. */
final class Ears {
    /** A recording is not a person who waits. */
    private static final Duration NO_HURRY = Duration.ofMinutes(5);

    /** Which recogniser; lower case, as it is typed. */
    private enum Engine {
        vosk,
        whisper,
        both
    }

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            defaultValue = "starter-ja",
            description = "Vosk model, by id or directory (default: ${DEFAULT-VALUE})")
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

    private List<String> sentences = List.of();

    /** Name the choice, for a report. */
    String name() {
        return engine == Engine.whisper ? engine.name() : engine + " · " + model;
    }

    /** Open what was chosen; {@code warnings} is told when the second pass fails. */
    SpeechRecognizer open(PrintWriter warnings) {
        Home home = Home.here();
        return switch (engine) {
            case vosk -> home.recognizer(model);
            case whisper -> home.secondPass();
            case both -> {
                SpeechRecognizer first = home.recognizer(model);
                try {
                    yield new TwoPass(
                            first,
                            home.secondPass(),
                            sentences(),
                            NO_HURRY,
                            message -> warnings.println("aizuchi: " + message));
                } catch (RuntimeException e) {
                    first.close();
                    throw e;
                }
            }
        };
    }

    /** Give the sentences that recognition is limited to; empty for none. */
    List<String> expected() {
        return grammar ? sentences() : List.of();
    }

    /** An agent is started to list them, so that is done once. */
    private List<String> sentences() {
        if (sentences.isEmpty()) {
            sentences = SkillPhrases.of(new Plugins().usual());
        }
        return sentences;
    }
}
