package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Play on a loudspeaker, be it a device or another program; plays for one thread, cut and closed by any. */
public final class Speaker implements AudioSink {
    private static final int FILE_RATE = 48_000;
    private static final int FILE_LEAD_MILLIS = 20;
    /** What is on its way when the robot is cut short: heard on, so as little as keeps the sound whole. */
    private static final int TCP_LEAD_MILLIS = 100;

    /** Opens the line again where it was lost; absent where a line mends itself. */
    private final @Nullable Supplier<OutputLine> opening;

    private final MonotonicClock clock;
    /** Guards the line, so that no sound is written after a cut: it would be heard before the next clip. */
    private final Object lock = new Object();

    private OutputLine line;
    private boolean cut;
    private boolean closed;
    private boolean lost;

    /** Open a line now, and again where it was lost. */
    Speaker(Supplier<OutputLine> opening, MonotonicClock clock) {
        this(opening.get(), opening, clock);
    }

    private Speaker(OutputLine line, @Nullable Supplier<OutputLine> opening, MonotonicClock clock) {
        this.line = line;
        this.opening = opening;
        this.clock = clock;
    }

    /**
     * Open a loudspeaker.
     *
     * @param device its name as {@link AudioDevices} lists it, a part of it that no other has, or {@code default}
     * @throws AudioException when there is none, not one of that name, or it is in use
     */
    public static Speaker open(String device) {
        return new Speaker(() -> DeviceLines.openOutput(device), MonotonicClock.system());
    }

    /** Write all that is played to a WAV file, 48 kHz, as it would sound. */
    static Speaker into(Path file, MonotonicClock clock) {
        PacedLine line = new PacedLine(
                file.toString(), FILE_RATE, 1, FILE_LEAD_MILLIS, clock, WavOutput.create(file, FILE_RATE));
        return new Speaker(line, null, clock);
    }

    /** Send all that is played to another program. */
    static Speaker over(AudioProviders.Tcp tcp, MonotonicClock clock) {
        int channels = Channels.of(tcp.channels(), null).count();
        TcpPeer peer = tcp.peer();
        TcpOutput out = new TcpOutput(peer, channels);
        PacedLine line = new PacedLine(peer.name(), tcp.rateOrDefault(), channels, TCP_LEAD_MILLIS, clock, out);
        return new Speaker(line, null, clock);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Gives false too when it is closed, or the thread is interrupted. A device that was lost is looked for again.
     */
    @Override
    public boolean play(AudioClip clip) {
        return play(AudioStream.of(clip));
    }

    /** Play as it comes; the line begins with the first piece. */
    @Override
    public boolean play(AudioStream sound) {
        Optional<AudioClip> first = sound.next();
        return first.isEmpty() || play(new ClipStream(first.get(), sound));
    }

    private boolean play(ClipStream sound) {
        try {
            if (!begin()) {
                return false;
            }
            long begun = clock.nanos();
            boolean heard = write(sound.at(line.rate())) && drain(begun + sound.nanos());
            if (!heard) {
                cut();
            }
            return heard;
        } catch (AudioException e) {
            lost = true;
            throw e;
        }
    }

    private boolean begin() {
        synchronized (lock) {
            if (closed) {
                return false;
            }
            if (lost && opening != null) {
                line.close();
                line = opening.get();
                lost = false;
            }
            cut = false;
            line.start();
            return true;
        }
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
                        + " takes no sound any more; check its plug (./aizuchi doctor lists the devices)");
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
