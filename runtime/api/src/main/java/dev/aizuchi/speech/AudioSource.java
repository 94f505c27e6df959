package dev.aizuchi.speech;

import java.util.Optional;

/** Deliver sound frame by frame, from a microphone, a file or a stream. */
public interface AudioSource extends AutoCloseable {

    /**
     * Wait for the next 20 ms; called by the audio thread alone.
     *
     * @return the frame, or empty at the end of the sound
     * @throws AudioException when the device is lost
     */
    Optional<AudioFrame> read();

    /** Tell whether sound goes on while it is not read, as a microphone's does; a file waits. */
    default boolean isLive() {
        return true;
    }

    @Override
    void close();
}
