package dev.aizuchi.speech;

/**
 * Take the loudspeaker's sound out of the microphone's; keeps state between frames, so each audio thread has its own.
 */
public interface EchoCanceller extends AutoCloseable {

    /**
     * Give what the microphone would hear if the loudspeaker were silent.
     *
     * @param microphone the next 20 ms
     * @param played what the loudspeaker was given meanwhile, or up to some tenths of a second before; silence where
     *     nothing is played
     */
    AudioFrame clean(AudioFrame microphone, AudioFrame played);

    /** Forget the room; the next frames are of another one. */
    void reset();

    @Override
    void close();
}
