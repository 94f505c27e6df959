package dev.aizuchi.testkit.live;

import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.testkit.Utterance;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.noise.HeardSentence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Have one line after the other sound, frame by frame, and be recognised; for one run of a scenario. */
public interface Acoustics {
    /**
     * Hold 20 ms of sound.
     *
     * @param voice how surely it holds a voice, from 0 to 1
     */
    record Sounding(AudioFrame frame, double voice) {}

    /** Makes acoustics for a run; for one thread. */
    @FunctionalInterface
    interface Maker {
        /**
         * Make them.
         *
         * @param noise in what people speak, where a line does not say otherwise
         * @param cut how much of the beginning of each line is lost
         * @param seed decides what the noise is like
         */
        Acoustics of(Optional<Circumstance> noise, Duration cut, long seed);
    }

    /** Give what recognises the lines. */
    SpeechRecognizer recognizer();

    /** Give what earlier ears have learnt of the sentences that may be said. */
    KnownSentences known();

    /** Tell whether the sound is to be watched for stop words apart, as a robot does. */
    boolean isSpotted();

    /** Begin a line, and tell after how long it has been said. */
    Duration begin(Utterance line);

    /** Tell whether there is still something to be heard, be it the silence by which the end of a line is known. */
    boolean sounds();

    /** Give the next frame. */
    Sounding next();

    /** Give what was made of each line; empty where nobody really spoke. */
    List<HeardSentence> heard();
}
