package dev.aizuchi.speech;

/** Judge whether frames hold a voice; keeps state between frames, so each audio thread has its own. */
public interface VoiceDetector extends AutoCloseable {

    /** Give the probability from 0 to 1 that the newest frame holds a voice. */
    double probability(AudioFrame frame);

    /** Forget the frames so far. */
    void reset();

    @Override
    void close();
}
