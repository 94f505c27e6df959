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

    /**
     * Play pieces one after the other without a gap, from the first on, while the others are made. A device that takes
     * only whole clips gets one.
     *
     * @return whether all was heard to its end
     * @throws AudioException when the device is lost, or the rest cannot be made
     */
    default boolean play(AudioStream sound) {
        return play(sound.rest());
    }

    /** Fall silent at once and drop what is left of the clip; callable from any thread. */
    void cut();

    @Override
    void close();
}
