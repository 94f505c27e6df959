package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.TurnEndDetector;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turn sound into utterances; lives on the audio thread and looks for a stop word in every partial result.
 *
 * <p>The recogniser gets only what the voice detector lets through, with a little before it, so that a silent night
 * costs no decoding and the first syllable is not lost.
 */
final class Listener {
    /** Patience before the first word is known; decoding lags behind the voice. */
    private static final Duration WORDLESS = Duration.ofMillis(800);

    /** Silence that is longer than a stop consonant, and likely the end. */
    private static final Duration PAUSE = Duration.ofMillis(120);

    /** Is told what was heard; called on the audio thread, must only hand over. */
    interface Ear {
        void speechStarted();

        void partial(String text);

        void stopWord(String text);

        void nothingHeard();

        void heard(Recognition recognition, Duration took, boolean stopped);
    }

    private final SpeechRecognizer.Session session;
    private final VoiceDetector detector;
    private final TurnEndDetector turnEnd;
    private final Predicate<String> isStop;
    private final Ear ear;
    private final Endpointer endpointer = new Endpointer();
    private final Deque<AudioFrame> before = new ArrayDeque<>();
    /** Kept while the text stays the same: judging it costs more than a frame's other work. */
    private Duration patience = WORDLESS;

    private boolean stopped;
    private boolean paused;

    Listener(
            SpeechRecognizer.Session session,
            VoiceDetector detector,
            TurnEndDetector turnEnd,
            Predicate<String> isStop,
            Ear ear) {
        this.session = session;
        this.detector = detector;
        this.turnEnd = turnEnd;
        this.isStop = isStop;
        this.ear = ear;
    }

    /** Listen until the sound ends. */
    void listen(AudioSource source) {
        for (Optional<AudioFrame> frame = source.read(); frame.isPresent(); frame = source.read()) {
            accept(frame.get());
        }
        if (endpointer.isSpeaking()) {
            finish();
        }
    }

    private void accept(AudioFrame frame) {
        switch (endpointer.accept(detector.probability(frame), patience)) {
            case SILENT -> keep(frame);
            case BEGUN -> {
                ear.speechStarted();
                before.forEach(this::decode);
                before.clear();
                decode(frame);
            }
            case SPEAKING -> decodeBetweenPauses(frame);
            case ENDED -> finish();
        }
    }

    /** Tell the recogniser of a pause after its last frame, and of the voice before its first. */
    private void decodeBetweenPauses(AudioFrame frame) {
        boolean pausing = endpointer.silence().compareTo(PAUSE) >= 0;
        if (paused && !pausing) {
            session.paused(false);
        }
        decode(frame);
        if (pausing && !paused) {
            session.paused(true);
        }
        paused = pausing;
    }

    private void keep(AudioFrame frame) {
        if (before.size() == Endpointer.FRAMES_BEFORE) {
            before.remove();
        }
        before.add(frame);
    }

    private void decode(AudioFrame frame) {
        session.accept(frame).ifPresent(text -> {
            patience = text.isEmpty() ? WORDLESS : turnEnd.patience(text);
            if (!stopped && isStop.test(text)) {
                stopped = true;
                ear.stopWord(text);
            } else {
                ear.partial(text);
            }
        });
    }

    private void finish() {
        long begun = System.nanoTime();
        Duration pause = endpointer.silence();
        Optional<Recognition> recognition = session.finish();
        Duration took = pause.plusNanos(System.nanoTime() - begun);
        recognition.ifPresentOrElse(
                heard -> ear.heard(heard, took, stopped || isStop.test(heard.text())), ear::nothingHeard);
        patience = WORDLESS;
        stopped = false;
        paused = false;
    }
}
