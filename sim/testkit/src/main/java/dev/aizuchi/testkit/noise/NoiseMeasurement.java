package dev.aizuchi.testkit.noise;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Play utterances in noise to a recogniser, faster than real time, and keep what it made of them. */
public final class NoiseMeasurement {
    private final SpeechRecognizer recognizer;
    private final List<Utterance> utterances;
    private final List<short[]> talk;

    /** What is said, and its sound at 16 kHz. */
    public record Utterance(String text, AudioClip clip) {}

    /** Take what is said, and a recogniser, which stays the caller's to close. */
    public NoiseMeasurement(SpeechRecognizer recognizer, List<Utterance> utterances) {
        this.recognizer = recognizer;
        this.utterances = List.copyOf(utterances);
        talk = utterances.stream().map(utterance -> utterance.clip().samples()).toList();
    }

    /**
     * Hear all in each circumstance.
     *
     * @param seed decides what the noise is like
     * @param progress is told each as it is done
     */
    public List<HeardSentence> hear(List<Circumstance> circumstances, long seed, Consumer<HeardSentence> progress) {
        List<HeardSentence> sentences = new ArrayList<>();
        for (Circumstance in : circumstances) {
            Random chance = new Random(seed);
            for (Utterance utterance : utterances) {
                HeardSentence sentence = hear(utterance, in, chance);
                sentences.add(sentence);
                progress.accept(sentence);
            }
        }
        return sentences;
    }

    private HeardSentence hear(Utterance utterance, Circumstance in, Random chance) {
        Optional<Recognition> heard = recognise(recognizer, in.mix(utterance.clip(), talk, chance));
        return new HeardSentence(
                in,
                utterance.text(),
                heard.map(Recognition::text).orElse(""),
                heard.map(Recognition::confidence).orElse(0.0));
    }

    /** Play a clip at 16 kHz, frame by frame as a microphone would. */
    static Optional<Recognition> recognise(SpeechRecognizer recognizer, AudioClip clip) {
        try (SpeechRecognizer.Session session = recognizer.open(List.of())) {
            short[] samples = clip.samples();
            for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
                session.accept(AudioFrame.copyOf(samples, at));
            }
            return session.finish();
        }
    }
}
