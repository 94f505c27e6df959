package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.reading.SpeechReader;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Parameters(arity = "1..*", paramLabel = "FILE.wav", description = "any rate, mono or stereo")
    private List<Path> files = List.of();

    @Option(
            names = "--json",
            description = {
                "write {\"file\",\"text\",\"reading\",\"confidence\",\"audio_ms\",\"work_ms\",\"partials\"} a line;",
                "partials: [{\"at_ms\",\"text\"}], what was heard before the end"
            })
    private boolean json;

    @Mixin
    private Ears ears = new Ears();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean allRead = true;
        SpeechReader reader = new SpeechReader(new Morphology());
        try (SpeechRecognizer recognizer = ears.open(spec.commandLine().getErr())) {
            List<String> expected = ears.expected();
            for (Path file : files) {
                allRead &= hear(recognizer, expected, file, reader);
            }
        }
        return allRead ? 0 : 1;
    }

    private boolean hear(SpeechRecognizer recognizer, List<String> expected, Path file, SpeechReader reader) {
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
        ArrayNode partials = Json.MAPPER.createArrayNode();
        long begun = System.nanoTime();
        Optional<Recognition> heard = recognize(recognizer, expected, clip, partials);
        double workMillis = (System.nanoTime() - begun) / 1_000_000.0;
        String text = heard.map(Recognition::text).orElse("");
        double confidence = heard.map(Recognition::confidence).orElse(0.0);
        if (json) {
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.put("file", file.toString())
                    .put("text", text)
                    .put("reading", reader.read(text).kana());
            line.put("confidence", Math.round(confidence * 1_000) / 1_000.0);
            line.put("audio_ms", clip.duration().toMillis());
            line.put("work_ms", Math.round(workMillis * 10) / 10.0);
            line.set("partials", partials);
            out.println(line);
        } else {
            out.println(String.format(Locale.ROOT, "%s  「%s」 %.2f · %.0f ms", file, text, confidence, workMillis));
        }
        out.flush();
        return true;
    }

    private static Optional<Recognition> recognize(
            SpeechRecognizer recognizer, List<String> expected, AudioClip clip, ArrayNode partials) {
        short[] samples = clip.samples();
        try (SpeechRecognizer.Session session = recognizer.open(expected)) {
            for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
                long heardMillis = (at / AudioFrame.SAMPLES + 1L) * AudioFrame.MILLIS;
                session.accept(AudioFrame.copyOf(samples, at))
                        .ifPresent(text ->
                                partials.addObject().put("at_ms", heardMillis).put("text", text));
            }
            return session.finish();
        }
    }
}
