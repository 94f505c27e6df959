package dev.aizuchi.mcap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Hold bytes that nobody changes. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes NONE = new Bytes(ByteBuffer.allocate(0));

    private final ByteBuffer buffer;

    private Bytes(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /** Take bytes that the caller changes no more. */
    static Bytes wrap(byte[] bytes) {
        return wrap(bytes, 0, bytes.length);
    }

    static Bytes wrap(byte[] bytes, int from, int size) {
        return new Bytes(ByteBuffer.wrap(bytes, from, size).slice());
    }

    /** Copy bytes. */
    public static Bytes of(byte[] bytes) {
        return wrap(bytes.clone());
    }

    /** Take a text as UTF-8. */
    public static Bytes of(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Give how many there are. */
    public int size() {
        return buffer.limit();
    }

    /** Show them for reading, from the first on. */
    public ByteBuffer buffer() {
        return buffer.asReadOnlyBuffer();
    }

    /** Copy them. */
    public byte[] toArray() {
        byte[] copy = new byte[size()];
        buffer.get(0, copy);
        return copy;
    }

    /** Read them as UTF-8. */
    public String utf8() {
        return StandardCharsets.UTF_8.decode(buffer()).toString();
    }

    /** Show a part of them. */
    Bytes slice(int from, int size) {
        return new Bytes(buffer.slice(from, size));
    }

    /** Compute their CRC-32, as MCAP writes it. */
    long crc() {
        CRC32 crc = new CRC32();
        crc.update(buffer());
        return crc.getValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && bytes.buffer.equals(buffer);
    }

    @Override
    public int hashCode() {
        return buffer.hashCode();
    }

    @Override
    public String toString() {
        return size() + " bytes";
    }
}
