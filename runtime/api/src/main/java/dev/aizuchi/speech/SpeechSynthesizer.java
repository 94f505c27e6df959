package dev.aizuchi.speech;

/** Turn text into speech. */
public interface SpeechSynthesizer extends AutoCloseable {

    /**
     * Speak a sentence; called by the speaking thread alone, may take as long as the speech itself.
     *
     * @throws AudioException when the voice cannot say it; the message names the cure
     */
    AudioClip synthesize(String text);

    /**
     * Speak a sentence in a style, piece by piece. A voice that makes it at once, and in one style, need not care.
     *
     * @throws AudioException when the voice cannot say it; the message names the cure
     */
    default SpokenSound speak(String text, SpeakingStyle style) {
        return new SpokenSound(SpeakingStyle.NORMAL, AudioStream.of(synthesize(text)));
    }

    @Override
    void close();
}
