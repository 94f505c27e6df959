package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import java.io.IOException;

/**
 * Hand sound on at the pace at which it sounds, to something that would take it all at once: a file, a connection.
 *
 * <p>So a cut is a cut there as well: at most the lead has been handed on too early.
 */
final class PacedLine implements OutputLine {
    private static final long SECOND = 1_000_000_000L;

    /** Where the sound goes. */
    interface Out extends AutoCloseable {

        /** Get ready; fails when nobody takes the sound. */
        void begin() throws IOException;

        /** Take whole frames as far as there is room; gives the bytes taken. */
        int write(byte[] bytes, int offset, int length) throws IOException;

        @Override
        void close();
    }

    private final String name;
    private final int rate;
    private final int channels;
    private final long leadBytes;
    private final MonotonicClock clock;
    private final Out out;
    private long begun;
    private long written;

    PacedLine(String name, int rate, int channels, int leadMillis, MonotonicClock clock, Out out) {
        this.name = name;
        this.rate = rate;
        this.channels = channels;
        this.leadBytes = leadMillis * (long) bytesPerSecond() / 1_000;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public int writable() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, sounded() + leadBytes - written));
    }

    @Override
    public int write(byte[] bytes, int offset, int length) {
        try {
            int taken = out.write(bytes, offset, length);
            written += taken;
            return taken;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean drained() {
        return sounded() >= written;
    }

    @Override
    public void start() {
        begun = clock.nanos();
        written = 0;
        try {
            out.begin();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void silence() {
        // What is not written will not sound; what is cannot be taken back.
    }

    @Override
    public void close() {
        out.close();
    }

    private AudioException failure(IOException cause) {
        return new AudioException("the loudspeaker " + name + " takes no sound: " + cause.getMessage(), cause);
    }

    private long sounded() {
        long nanos = clock.nanos() - begun;
        return nanos / SECOND * bytesPerSecond() + nanos % SECOND * bytesPerSecond() / SECOND;
    }

    private int bytesPerSecond() {
        return rate * channels * 2;
    }
}
