package dev.aizuchi.speech;

/** Turn text into speech. */
public interface SpeechSynthesizer extends AutoCloseable {

    /**
     * Speak a sentence; called by the speaking thread alone, may take as long as the speech itself.
     *
     * @throws AudioException when the voice cannot say it; the message names the cure
     */
    AudioClip synthesize(String text);

    @Override
    void close();
}
