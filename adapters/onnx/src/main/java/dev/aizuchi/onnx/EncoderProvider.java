package dev.aizuchi.onnx;

import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.plugin.AdapterProvider;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Declare the sentence encoder under the name {@code onnx}. */
public final class EncoderProvider implements AdapterProvider<TextEncoder, EncoderProvider.Settings> {

    /**
     * Name the encoder's files.
     *
     * @param model the directory with {@code encoder.onnx}, {@code vocab.tsv} and {@code norm.tsv}
     * @param accelerator what computes: auto, tensorrt, cuda, openvino, qnn, coreml or cpu; auto when left out
     */
    public record Settings(Path model, @Nullable Accelerator accelerator) {}

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
        Accelerator wished = settings.accelerator();
        return OnnxTextEncoder.open(settings.model(), wished == null ? Accelerator.AUTO : wished);
    }
}
