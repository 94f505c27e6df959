package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.util.Optional;

/**
 * Deliver what a microphone hears, be it a device, a sound server's or another program's; read by one thread, closed by
 * any.
 *
 * <p>A microphone that refuses 16 kHz is opened at its own rate and resampled. What is not read within 200 ms is lost.
 */
public final class Microphone implements AudioSource {
    private final InputLine line;
    private final MonotonicClock clock;
    private final Frames frames;
    private final byte[] bytes;
    private volatile boolean closed;

    Microphone(InputLine line, MonotonicClock clock) {
        this.line = line;
        this.clock = clock;
        // 10 ms at a time: half a frame, so that a frame waits for nothing but its own samples.
        this.bytes = new byte[line.format().rate() / 100 * line.format().frameBytes()];
        this.frames = new Frames(Resampler.of(this::samples, line.format().rate(), AudioFrame.SAMPLE_RATE));
    }

    /**
     * Open a microphone and begin to record.
     *
     * @param device its name as {@link AudioDevices} lists it, a part of it that no other has, or {@code default}
     * @throws AudioException when there is none, not one of that name, or it is in use
     */
    public static Microphone open(String device) {
        return open(device, Channels.MONO);
    }

    static Microphone open(String device, Channels channels) {
        return new Microphone(DeviceLines.openInput(device, channels), MonotonicClock.system());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Empty once it is closed, or the thread is interrupted.
     */
    @Override
    public Optional<AudioFrame> read() {
        return closed ? Optional.empty() : frames.next();
    }

    private int samples(float[] into) {
        int frameBytes = line.format().frameBytes();
        Stall stall = new Stall(
                clock,
                "the microphone " + line.name()
                        + " delivers no sound any more; check its plug or its sender (./aizuchi doctor lists the devices)");
        while (!closed && !Thread.currentThread().isInterrupted()) {
            int wanted = Math.min(bytes.length, into.length * frameBytes);
            int ready = Math.min(wanted, readable()) / frameBytes * frameBytes;
            int read = ready > 0 ? line.read(bytes, ready) : 0;
            if (read >= frameBytes) {
                return line.format().decode(bytes, read, into);
            }
            if (line.mayBeQuiet()) {
                stall.progress();
            }
            if (!stall.await()) {
                return -1;
            }
        }
        return -1;
    }

    /** A line may complain of being closed in the midst of it. */
    private int readable() {
        try {
            return line.readable();
        } catch (AudioException e) {
            if (closed || Thread.currentThread().isInterrupted()) {
                return 0;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        line.close();
    }
}
