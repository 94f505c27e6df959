package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Declare the neural voice Kokoro under the name {@code kokoro}. */
public final class KokoroProvider implements AdapterProvider<SpeechSynthesizer, KokoroProvider.Settings> {

    /**
     * Say where the model is and how it speaks.
     *
     * @param model the directory with {@code model.onnx}, {@code voices.npz} or {@code voices_ja.npz}, and
     *     {@code vocab.json}
     * @param voice whose voice; absent is {@code jf_alpha}
     * @param speed 1 is the voice's own, from 0.5 to 2
     * @param threads cores to use; absent is 2
     */
    public record Settings(
            Path model,
            @Nullable String voice,
            @Nullable Double speed,
            @Nullable Integer threads) {
        public Settings {
            Objects.requireNonNull(model, "model is missing; write model: \"model:kokoro-ja\"");
            if (speed != null && !(speed >= 0.5 && speed <= 2)) {
                throw new IllegalArgumentException("speed must be from 0.5 to 2, but is " + speed);
            }
            if (threads != null && threads < 1) {
                throw new IllegalArgumentException("threads must be positive, but is " + threads);
            }
        }

        /** Speak as the voice does by itself. */
        public static Settings of(Path model) {
            return new Settings(model, null, null, null);
        }
    }

    @Override
    public String name() {
        return "kokoro";
    }

    @Override
    public Class<SpeechSynthesizer> provides() {
        return SpeechSynthesizer.class;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public SpeechSynthesizer open(Settings settings) {
        return new CachedSynthesizer(KokoroSynthesizer.open(settings));
    }
}
