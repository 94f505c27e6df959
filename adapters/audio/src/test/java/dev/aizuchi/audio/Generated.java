package dev.aizuchi.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Deliver a header and then silence of 8 bits, without holding it. */
class Generated extends InputStream {
    private final byte[] header;
    private final IntConsumer reads;
    private int headerAt;
    private long left;

    Generated(byte[] header, long left, IntConsumer reads) {
        this.header = header;
        this.left = left;
        this.reads = reads;
    }

    boolean headerDone() {
        return headerAt == header.length;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("only blocks are read");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!headerDone()) {
            int count = Math.min(length, header.length - headerAt);
            System.arraycopy(header, headerAt, into, offset, count);
            headerAt += count;
            return count;
        }
        if (left == 0) {
            return -1;
        }
        int count = (int) Math.min(length, left);
        Arrays.fill(into, offset, offset + count, (byte) 128);
        left -= count;
        reads.accept(count);
        return count;
    }
}
