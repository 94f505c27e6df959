package dev.aizuchi.mcap;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/** Write a stream and know how far, and what the checksum of it is so far. */
final class CountedOutput implements AutoCloseable {
    private final OutputStream out;
    private final CRC32 crc = new CRC32();
    private long position;

    CountedOutput(OutputStream out) {
        this.out = out;
    }

    void write(McapRecord record) throws IOException {
        write(new FieldWriter().record(record).bytes());
    }

    void write(Bytes bytes) throws IOException {
        byte[] array = bytes.toArray();
        out.write(array);
        crc.update(array);
        position += array.length;
    }

    long position() {
        return position;
    }

    long crc() {
        return crc.getValue();
    }

    void restartCrc() {
        crc.reset();
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
