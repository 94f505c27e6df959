package dev.aizuchi.core;

import dev.aizuchi.core.Intake.Heard;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.TurnEndDetector;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Turn sound into utterances; lives on the caller's thread, while an {@link Intake} reads the sound on another.
 *
 * <p>The recogniser gets only what the voice detector lets through, with a little before it, so that a silent night
 * costs no decoding and the first syllable is not lost.
 */
public final class Listener {
    /** Patience before the first word is known; decoding lags behind the voice. */
    private static final Duration WORDLESS = Duration.ofMillis(800);

    /**
     * Likely the end: a voice detector tells silence some 100 ms late, and few stop consonants last longer than both.
     */
    private static final Duration PAUSE = Duration.ofMillis(80);

    /** As far as a detector has lost a soft voice in an echo again. */
    private static final int FARTHEST_ONSET = 1_500 / AudioFrame.MILLIS;

    /** Is told what was heard; must only hand over. */
    public interface Ear {
        /** Tell whether a voice would interrupt the robot, and is to be noticed as soon as may be. */
        default boolean isQuick() {
            return false;
        }

        /** Another 20 ms in which nobody speaks, or not yet audibly so; its level in dB below full scale. */
        default void silent(double levelDb) {}

        /** Another 20 ms of an utterance; {@code sounding} where it is not a pause. */
        default void goesOn(boolean sounding) {}

        /** A voice has begun. */
        void speechStarted();

        /** This was said so far. */
        void partial(String text);

        /** Called on the thread that noticed it, by both that listen: the word may be told twice. */
        void stopWord(String text);

        /** There were no words in it. */
        void nothingHeard();

        /** A turn is over; {@code took} is the time since its voice ended. */
        void heard(Recognition recognition, Duration took, boolean stopped);

        /** So much sound was dropped, because recognition is slower than the sound. */
        void dropped(Duration sound);
    }

    private final SpeechRecognizer.Session session;
    private final TurnEndDetector turnEnd;
    private final Predicate<String> isStop;
    private final Ear ear;
    private final LongSupplier nanoTime;
    private final Endpointer endpointer = new Endpointer();
    private final Onset onset = new Onset(FARTHEST_ONSET);
    /** Kept while the text stays the same: judging it costs more than a frame's other work. */
    private Duration patience = WORDLESS;

    private boolean stopped;
    private boolean paused;

    /**
     * Listen by a recogniser's session.
     *
     * @param isStop tells a text with a stop word
     */
    public Listener(SpeechRecognizer.Session session, TurnEndDetector turnEnd, Predicate<String> isStop, Ear ear) {
        this(session, turnEnd, isStop, ear, System::nanoTime);
    }

    /** Listen in another time: {@code nanoTime} tells how long a recogniser took for the end of an utterance. */
    Listener(
            SpeechRecognizer.Session session,
            TurnEndDetector turnEnd,
            Predicate<String> isStop,
            Ear ear,
            LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.session = session;
        this.turnEnd = turnEnd;
        this.isStop = isStop;
        this.ear = ear;
    }

    /**
     * Listen until the sound ends.
     *
     * @param spotter watches for stop words in all of it; closed at the end
     */
    void listen(AudioSource source, VoiceDetector detector, StopSpotter spotter) {
        try (Intake intake = new Intake(source, detector, spotter)) {
            for (Optional<Heard> heard = intake.next(); heard.isPresent(); heard = intake.next()) {
                accept(heard.get().frame(), heard.get().voice(), heard.get().stopped());
                Duration dropped = intake.dropped();
                if (!dropped.isZero()) {
                    ear.dropped(dropped);
                }
            }
        }
        if (endpointer.isSpeaking()) {
            finish();
        }
    }

    /**
     * Take the next frame.
     *
     * @param voice the probability that it holds voice
     * @param stopWord whether a stop word was heard with it by another
     */
    public void accept(AudioFrame frame, double voice, boolean stopWord) {
        stopped |= stopWord && endpointer.isSpeaking();
        switch (endpointer.accept(voice, patience, ear.isQuick())) {
            case SILENT -> {
                onset.keep(frame, voice);
                ear.silent(frame.levelDb());
            }
            case BEGUN -> {
                ear.speechStarted();
                onset.drain(this::decode);
                decode(frame);
            }
            case SPEAKING -> {
                decodeBetweenPauses(frame);
                ear.goesOn(endpointer.silence().isZero());
            }
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
        long begun = nanoTime.getAsLong();
        Duration pause = endpointer.silence();
        Optional<Recognition> recognition = session.finish();
        Duration took = pause.plusNanos(nanoTime.getAsLong() - begun);
        recognition.ifPresentOrElse(heard -> heard(heard, took), ear::nothingHeard);
        patience = WORDLESS;
        stopped = false;
        paused = false;
    }

    private void heard(Recognition recognition, Duration took) {
        boolean late = !stopped && isStop.test(recognition.text());
        if (late) {
            ear.stopWord(recognition.text());
        }
        ear.heard(recognition, took, stopped || late);
    }
}
