package dev.aizuchi.audio;

/** Name what a loudspeaker needs of a device's line; 16 bit, little-endian. */
interface OutputLine extends AutoCloseable {

    /** Give what messages call the device. */
    String name();

    int rate();

    int channels();

    /** Give the bytes that can be written without waiting. */
    int writable();

    /** Write so many bytes, which must be writable; gives what was taken. */
    int write(byte[] bytes, int offset, int length);

    /** Tell whether all that was written has been handed to the device. */
    boolean drained();

    /** Begin to sound. */
    void start();

    /** Stop at once and drop what has not sounded. */
    void silence();

    @Override
    void close();
}
