package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Take sound from another program over TCP, as bare samples. */
final class TcpInput implements InputLine {
    private final TcpPeer peer;
    private final PcmFormat format;
    /** Ready to be read from: what has arrived and was not taken. */
    private final ByteBuffer arrived;

    TcpInput(TcpPeer peer, PcmFormat format) {
        this.peer = peer;
        this.format = format;
        this.arrived =
                ByteBuffer.allocate(format.rate() / 10 * format.frameBytes()).limit(0);
    }

    @Override
    public String name() {
        return peer.name();
    }

    @Override
    public PcmFormat format() {
        return format;
    }

    /** The program that sends may be started later than this one. */
    @Override
    public boolean mayBeQuiet() {
        try {
            return !peer.connected();
        } catch (IOException e) {
            throw lost(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public int readable() {
        try {
            boolean ended = false;
            if (peer.connected()) {
                arrived.compact();
                ended = peer.read(arrived) < 0;
                arrived.flip();
            }
            if (ended && arrived.remaining() < format.frameBytes()) {
                throw lost("the sender has hung up");
            }
            return arrived.remaining();
        } catch (IOException e) {
            throw lost(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public int read(byte[] into, int length) {
        arrived.get(into, 0, length);
        return length;
    }

    private AudioException lost(String why) {
        return new AudioException("the microphone " + name() + " is lost: " + why + "; start the sender again");
    }

    @Override
    public void close() {
        peer.close();
    }
}
