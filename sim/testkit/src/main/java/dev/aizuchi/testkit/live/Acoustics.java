package dev.aizuchi.testkit.live;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.testkit.Utterance;
import java.time.Duration;

/** Have one line after the other sound, frame by frame, and be recognised. */
public interface Acoustics extends AutoCloseable {
    /**
     * Hold 20 ms of sound.
     *
     * @param voice how surely it holds a voice, from 0 to 1
     */
    record Sounding(AudioFrame frame, double voice) {}

    /** Give what recognises the lines; one for all of them. */
    SpeechRecognizer.Session session();

    /** Begin a line, and tell after how long it has been said. */
    Duration begin(Utterance line);

    /** Tell whether there is still something to be heard, be it the silence by which the end of a line is known. */
    boolean sounds();

    /** Give the next frame. */
    Sounding next();

    @Override
    default void close() {}
}
