package dev.aizuchi.onnx;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.VoiceDetector;
import java.nio.file.Files;
import java.nio.file.Path;

/** Declare the voice detector under the name {@code silero}. */
public final class SileroProvider implements AdapterProvider<VoiceDetector, SileroProvider.Settings> {

    /**
     * Name the network's file.
     *
     * @param model {@code silero_vad.onnx}, or the directory that holds it
     */
    public record Settings(Path model) {}

    @Override
    public String name() {
        return "silero";
    }

    @Override
    public Class<VoiceDetector> provides() {
        return VoiceDetector.class;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public VoiceDetector open(Settings settings) {
        Path model = settings.model();
        return SileroVoiceDetector.open(Files.isDirectory(model) ? model.resolve("silero_vad.onnx") : model);
    }
}
