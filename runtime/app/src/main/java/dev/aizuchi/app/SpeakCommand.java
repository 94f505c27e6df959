package dev.aizuchi.app;

import dev.aizuchi.audio.Speaker;
import dev.aizuchi.audio.WavFile;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.voice.HmmProvider;
import dev.aizuchi.voice.HmmSynthesizer;
import dev.aizuchi.voice.KokoroProvider;
import dev.aizuchi.voice.OpenJTalkProvider;
import dev.aizuchi.voice.Script;
import dev.aizuchi.voice.ssml.Ssml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speak a text aloud or into a file. */
@Command(
        name = "speak",
        mixinStandardHelpOptions = true,
        description = {
            "Speak Japanese text through the loudspeaker, or write it as a WAV file.",
            "The voice hmm needs nothing installed; kokoro and open-jtalk speak when they are there."
        })
final class SpeakCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "what to say; - reads it from standard input")
    private String text = "";

    @Option(names = "-o", paramLabel = "FILE", description = "write a WAV file, and play nothing")
    private @Nullable Path out;

    @Option(names = "--voice", paramLabel = "ID", description = "hmm (default), kokoro or open-jtalk")
    private String voice = "hmm";

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description =
                    "of the voice hmm: normal (default), fast, slow-clear for who hears badly, soft for the night")
    private String style = "normal";

    @Option(names = "--ssml", description = "TEXT is SSML 1.1")
    private boolean ssml;

    @Option(names = "--lexicon", paramLabel = "FILE", description = "how words are read, in PLS 1.0; for the voice hmm")
    private @Nullable Path lexicon;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        String said = text.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : text;
        if (said.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "there is nothing to say: give a TEXT, or - and text on standard input");
        }
        AudioClip clip = voice.equals("hmm") ? hmm(said) : installed(said);
        if (out != null) {
            WavFile.write(out, clip);
            return 0;
        }
        try (AudioSink speaker = Speaker.open("default")) {
            return speaker.play(clip) ? 0 : 1;
        }
    }

    private AudioClip hmm(String said) {
        var settings = new HmmProvider.Settings(null, style(), null, null, null, lexicon);
        try (HmmSynthesizer synthesizer = HmmSynthesizer.open(settings)) {
            if (!ssml) {
                return synthesizer.synthesize(Script.of(said));
            }
            Ssml read = Ssml.read(said);
            read.notes().forEach(note -> spec.commandLine().getErr().println("aizuchi: " + note));
            return synthesizer.synthesize(read.script());
        }
    }

    private SpeakingStyle style() {
        for (SpeakingStyle known : SpeakingStyle.values()) {
            if (known.name().replace('_', '-').equalsIgnoreCase(style)) {
                return known;
            }
        }
        throw new ParameterException(spec.commandLine(), "no style " + style + ": normal, fast, slow-clear or soft");
    }

    private AudioClip installed(String said) {
        if (ssml || lexicon != null || !style.equals("normal")) {
            throw new ParameterException(
                    spec.commandLine(), "--ssml, --style and --lexicon are for the voice hmm, not for " + voice);
        }
        try (SpeechSynthesizer synthesizer = open()) {
            return synthesizer.synthesize(said);
        }
    }

    private SpeechSynthesizer open() {
        return switch (voice) {
            case "kokoro" ->
                new KokoroProvider()
                        .open(KokoroProvider.Settings.of(
                                Home.here().paths(Path.of("")).apply("model:kokoro-ja")));
            case "open-jtalk" -> new OpenJTalkProvider().open(OpenJTalkProvider.Settings.defaults());
            default ->
                throw new ParameterException(spec.commandLine(), "no voice " + voice + ": hmm, kokoro or open-jtalk");
        };
    }
}
