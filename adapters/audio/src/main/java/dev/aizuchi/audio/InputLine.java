package dev.aizuchi.audio;

/** Name what a microphone needs of a device's line; the device records whether or not it is read. */
interface InputLine extends AutoCloseable {

    /** Give what messages call the device. */
    String name();

    PcmFormat format();

    /**
     * Give the bytes that can be read without waiting.
     *
     * @throws dev.aizuchi.speech.AudioException when the device is known to be lost
     */
    int readable();

    /** Tell whether it is no fault that nothing comes. */
    default boolean mayBeQuiet() {
        return false;
    }

    /** Read so many bytes, which must be readable. */
    int read(byte[] into, int length);

    @Override
    void close();
}
