package dev.aizuchi.voice;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.speech.SpokenSound;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Speak with the first of several voices that can say a sentence. */
public final class FallbackSynthesizer implements SpeechSynthesizer {
    private final List<SpeechSynthesizer> voices;

    /** Try voices in this order, one at least; they are closed with this one. */
    public FallbackSynthesizer(List<? extends SpeechSynthesizer> voices) {
        this.voices = List.copyOf(voices);
        if (this.voices.isEmpty()) {
            throw new IllegalArgumentException("a chain of voices needs a voice");
        }
    }

    @Override
    public AudioClip synthesize(String text) {
        return first(voice -> voice.synthesize(text));
    }

    @Override
    public SpokenSound speak(String text, SpeakingStyle style) {
        return first(voice -> voice.speak(text, style));
    }

    private <T> T first(Function<SpeechSynthesizer, T> says) {
        Set<String> reasons = new LinkedHashSet<>();
        List<AudioException> failures = new ArrayList<>();
        for (SpeechSynthesizer voice : voices) {
            try {
                return says.apply(voice);
            } catch (AudioException e) {
                reasons.add(String.valueOf(e.getMessage()));
                failures.add(e);
            }
        }
        AudioException failure = new AudioException(String.join("; ", reasons));
        failures.forEach(failure::addSuppressed);
        throw failure;
    }

    @Override
    public void close() {
        voices.forEach(SpeechSynthesizer::close);
    }
}
