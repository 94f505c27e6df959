package dev.aizuchi.mcap;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Read a stream and know how far, and what the checksum of it is so far. */
final class CountedInput implements AutoCloseable {
    private final InputStream in;
    private final CRC32 crc = new CRC32();
    private long position;
    private byte[] last = new byte[0];
    /** How many of the last bytes are in the checksum. */
    private int summed;

    CountedInput(InputStream in) {
        this.in = in;
    }

    /** Read so many bytes, or fewer where the stream ends. */
    byte[] readUpTo(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        position += bytes.length;
        crcBut(0);
        last = bytes;
        summed = 0;
        return bytes;
    }

    long position() {
        return position;
    }

    /** Give the checksum of all that was read but the last few bytes. */
    long crcBut(int tail) {
        int upTo = Math.max(summed, last.length - tail);
        crc.update(last, summed, upTo - summed);
        summed = upTo;
        return crc.getValue();
    }

    void restartCrc() {
        crc.reset();
        summed = last.length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
