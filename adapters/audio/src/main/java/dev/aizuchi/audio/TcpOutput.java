package dev.aizuchi.audio;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Send sound to another program over TCP, as bare samples; a sample is never torn, or all after it would be noise. */
final class TcpOutput implements PacedLine.Out {
    private final TcpPeer peer;
    private final int frameBytes;
    /** The end of a sample for which there was no room. */
    private ByteBuffer torn = ByteBuffer.allocate(0);

    TcpOutput(TcpPeer peer, int channels) {
        this.peer = peer;
        this.frameBytes = 2 * channels;
    }

    @Override
    public void begin() throws IOException {
        if (!peer.connected()) {
            throw new IOException("nobody has connected to hear it; start the program that plays");
        }
        if (hasHungUp()) {
            peer.hangUp();
            torn = ByteBuffer.allocate(0);
            if (!peer.connected()) {
                throw new IOException("the program that plays has hung up; start it again");
            }
        }
    }

    /** What the other sends means nothing, but that it hangs up is seen only by reading. */
    private boolean hasHungUp() {
        try {
            ByteBuffer ignored = ByteBuffer.allocate(256);
            int read = peer.read(ignored);
            while (read > 0) {
                read = peer.read(ignored.clear());
            }
            return read < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public int write(byte[] bytes, int offset, int length) throws IOException {
        peer.write(torn);
        if (torn.hasRemaining()) {
            return 0;
        }
        int written = peer.write(ByteBuffer.wrap(bytes, offset, length));
        int rest = (frameBytes - written % frameBytes) % frameBytes;
        torn = ByteBuffer.allocate(rest).put(bytes, offset + written, rest).flip();
        return written + rest;
    }

    @Override
    public void close() {
        peer.close();
    }
}
