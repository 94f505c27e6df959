package dev.aizuchi.vosk;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechRecognizer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Declare the recogniser under the name {@code vosk}. */
public final class VoskProvider implements AdapterProvider<SpeechRecognizer, VoskProvider.Settings> {

    /**
     * Name the model.
     *
     * @param model directory of a Vosk model, as it is unpacked
     * @param alternatives most hypotheses of a recognition, from 1 to 10, which is also what is taken when it is left
     *     out
     */
    public record Settings(Path model, @Nullable Integer alternatives) {
        public Settings {
            if (model == null) {
                throw new IllegalArgumentException("model is missing: the directory of a Vosk model");
            }
            if (alternatives != null) {
                VoskRecognizer.checkAlternatives(alternatives);
            }
        }
    }

    @Override
    public String name() {
        return "vosk";
    }

    @Override
    public Class<SpeechRecognizer> provides() {
        return SpeechRecognizer.class;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public SpeechRecognizer open(Settings settings) {
        Integer alternatives = settings.alternatives();
        return VoskRecognizer.open(
                settings.model(), alternatives == null ? VoskRecognizer.USUAL_ALTERNATIVES : alternatives);
    }
}
