package dev.aizuchi.speech;

/** Play sound. */
public interface AudioSink extends AutoCloseable {

    /**
     * Play a clip to its end, or until it is cut; called by the speaking thread alone.
     *
     * @return whether it was heard to its end
     * @throws AudioException when the device is lost
     */
    boolean play(AudioClip clip);

    /** Fall silent at once and drop what is left of the clip; callable from any thread. */
    void cut();

    @Override
    void close();
}
