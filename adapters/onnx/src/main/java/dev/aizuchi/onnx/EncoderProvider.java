package dev.aizuchi.onnx;

import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.plugin.AdapterProvider;
import java.nio.file.Path;

/** Declare the sentence encoder under the name {@code onnx}. */
public final class EncoderProvider implements AdapterProvider<TextEncoder, EncoderProvider.Settings> {

    /**
     * Name the encoder's files.
     *
     * @param model the directory with {@code encoder.onnx}, {@code vocab.tsv} and {@code norm.tsv}
     */
    public record Settings(Path model) {}

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public Class<TextEncoder> provides() {
        return TextEncoder.class;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public TextEncoder open(Settings settings) {
        return OnnxTextEncoder.open(settings.model());
    }
}
