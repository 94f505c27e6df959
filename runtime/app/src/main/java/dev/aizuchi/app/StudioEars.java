package dev.aizuchi.app;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hear recordings that were made in a browser, one at a time; the recogniser is opened with the first. */
final class StudioEars implements Function<AudioClip, Optional<Recognition>>, AutoCloseable {
    private final Supplier<SpeechRecognizer> opening;
    private @Nullable SpeechRecognizer opened;

    StudioEars(Supplier<SpeechRecognizer> opening) {
        this.opening = opening;
    }

    @Override
    public synchronized Optional<Recognition> apply(AudioClip clip) {
        SpeechRecognizer recognizer = opened == null ? opening.get() : opened;
        opened = recognizer;
        short[] samples = clip.samples();
        try (SpeechRecognizer.Session session = recognizer.open(List.of())) {
            for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
                session.accept(AudioFrame.copyOf(samples, at));
            }
            return session.finish();
        }
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
