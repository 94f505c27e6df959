package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Play on the device's loudspeaker; plays for one thread, cut and closed by any. */
public final class Speaker implements AudioSink {
    private final OutputLine line;
    private final MonotonicClock clock;
    /** Guards the line, so that no sound is written after a cut: it would be heard before the next clip. */
    private final Object lock = new Object();

    private boolean cut;
    private boolean closed;

    Speaker(OutputLine line, MonotonicClock clock) {
        this.line = line;
        this.clock = clock;
    }

    /**
     * Open a loudspeaker.
     *
     * @param device a part of its name as {@link AudioDevices} lists it, or {@code default}
     * @throws AudioException when there is none, none of that name, or it is in use
     */
    public static Speaker open(String device) {
        return new Speaker(DeviceLines.openOutput(device), MonotonicClock.system());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Gives false too when it is closed, or the thread is interrupted.
     */
    @Override
    public boolean play(AudioClip clip) {
        long end = clock.nanos() + clip.duration().toNanos();
        synchronized (lock) {
            if (closed) {
                return false;
            }
            cut = false;
            line.start();
        }
        boolean heard = write(ClipSource.stream(clip, line.rate())) && drain(end);
        if (!heard) {
            cut();
        }
        return heard;
    }

    /** Resample as it plays, so that a long clip begins as soon as a short one. */
    private boolean write(SampleStream stream) {
        Stall stall = stall();
        float[] samples = new float[line.rate() / 50];
        byte[] bytes = new byte[samples.length * frameBytes()];
        for (int read = stream.read(samples); read > 0; read = stream.read(samples)) {
            encode(samples, read, bytes);
            if (!write(bytes, read * frameBytes(), stall)) {
                return false;
            }
        }
        return true;
    }

    private boolean write(byte[] bytes, int length, Stall stall) {
        for (int at = 0; at < length; ) {
            int taken;
            synchronized (lock) {
                if (cut) {
                    return false;
                }
                int room = Math.min(length - at, line.writable()) / frameBytes() * frameBytes();
                taken = room > 0 ? line.write(bytes, at, room) : 0;
            }
            at += taken;
            if (taken > 0) {
                stall.progress();
            } else if (!stall.await()) {
                return false;
            }
        }
        return true;
    }

    /** Wait until it has been heard; a sound server takes a short clip at once, so its length counts as well. */
    private boolean drain(long end) {
        Stall stall = stall();
        while (true) {
            synchronized (lock) {
                if (cut) {
                    return false;
                }
                if (line.drained()) {
                    if (clock.nanos() - end >= 0) {
                        return true;
                    }
                    stall.progress();
                }
            }
            if (!stall.await()) {
                return false;
            }
        }
    }

    private Stall stall() {
        return new Stall(
                clock,
                "the loudspeaker " + line.name()
                        + " takes no sound any more; check its plug, then start again (./aizuchi doctor lists the devices)");
    }

    private void encode(float[] samples, int count, byte[] into) {
        ByteBuffer bytes = ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < line.channels(); channel++) {
                bytes.putShort(Frames.toShort(samples[i]));
            }
        }
    }

    private int frameBytes() {
        return 2 * line.channels();
    }

    @Override
    public void cut() {
        synchronized (lock) {
            cut = true;
            if (!closed) {
                line.silence();
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            cut = true;
            if (!closed) {
                closed = true;
                line.close();
            }
        }
    }
}
