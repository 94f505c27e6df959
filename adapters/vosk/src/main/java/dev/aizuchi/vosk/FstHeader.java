package dev.aizuchi.vosk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Hold the head of an OpenFst file, as far as it tells how long the file must be.
 *
 * @param type such as {@code const}, {@code ngram} or {@code olabel_lookahead}
 * @param hasWords whether the output words stand in the file
 * @param leastSize bytes that the file has at least
 */
record FstHeader(String type, boolean hasWords, long leastSize) {
    private static final int MAGIC = 2_125_659_606;
    private static final int ADD_ON_MAGIC = 446_681_434;
    private static final int OUTPUT_SYMBOLS = 2;
    /** Longest head that is looked at; it is about 60 bytes, twice that in a look-ahead graph. */
    private static final int READ = 512;
    /** Size in a file of type {@code const}. */
    private static final int STATE_BYTES = 20;

    private static final int ARC_BYTES = 16;

    /** Signal bytes that are not OpenFst's. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    static FstHeader read(Path file) throws IOException, MalformedException {
        ByteBuffer bytes = ByteBuffer.wrap(firstBytes(file, READ)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            FstHeader header = read(bytes);
            if (header.type.endsWith("_lookahead") && bytes.getInt() == ADD_ON_MAGIC) {
                // The graph itself stands inside, behind the head of its look-ahead.
                return new FstHeader(header.type, header.hasWords, read(bytes).leastSize);
            }
            return header;
        } catch (BufferUnderflowException e) {
            throw new MalformedException("its head is cut off");
        }
    }

    private static FstHeader read(ByteBuffer bytes) throws MalformedException {
        if (bytes.getInt() != MAGIC) {
            throw new MalformedException("it begins with other bytes");
        }
        String type = string(bytes);
        string(bytes); // kind of arc
        bytes.getInt(); // version
        int flags = bytes.getInt();
        bytes.getLong(); // properties
        bytes.getLong(); // first state
        long states = bytes.getLong();
        long arcs = bytes.getLong();
        long data = type.equals("const") ? states * STATE_BYTES + arcs * ARC_BYTES : 0;
        return new FstHeader(type, (flags & OUTPUT_SYMBOLS) != 0, bytes.position() + data);
    }

    private static String string(ByteBuffer bytes) throws MalformedException {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new MalformedException("its head is damaged");
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.US_ASCII);
    }

    static byte[] firstBytes(Path file, int number) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(number);
        }
    }
}
