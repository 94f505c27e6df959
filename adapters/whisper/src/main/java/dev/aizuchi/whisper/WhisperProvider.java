package dev.aizuchi.whisper;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechRecognizer;

/** Declare the recogniser under the name {@code whisper}. */
public final class WhisperProvider implements AdapterProvider<SpeechRecognizer, WhisperSettings> {

    @Override
    public String name() {
        return "whisper";
    }

    @Override
    public Class<SpeechRecognizer> provides() {
        return SpeechRecognizer.class;
    }

    @Override
    public Class<WhisperSettings> settings() {
        return WhisperSettings.class;
    }

    @Override
    public SpeechRecognizer open(WhisperSettings settings) {
        return WhisperRecognizer.open(settings);
    }
}
