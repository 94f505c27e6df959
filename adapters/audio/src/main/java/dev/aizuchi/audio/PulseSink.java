package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Play through the sound server PulseAudio, or PipeWire in its place; plays for one thread, cut and closed by any.
 *
 * <p>Each clip is a run of the server's own program: killed, it falls silent at once, and a server that was started
 * again is found by the next clip.
 */
public final class PulseSink implements AudioSink {
    /** From the server to the ear, over Bluetooth as well. */
    private static final Duration LATENCY = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BLOCK_BYTES = 4_096;

    private final PulsePrograms programs;
    private final String device;
    private final Object lock = new Object();
    private @Nullable Process playing;
    private boolean cut;
    private boolean closed;

    PulseSink(PulsePrograms programs, String device) {
        this.programs = programs;
        this.device = device;
    }

    /**
     * Choose a loudspeaker; whether the server runs is seen at the first clip.
     *
     * @param device its name as {@link AudioDevices#ofPulse} lists it, a part of it that no other has, or
     *     {@code default}
     */
    public static PulseSink of(String device) {
        return new PulseSink(PulsePrograms.installed(), device);
    }

    @Override
    public boolean play(AudioClip clip) {
        return play(AudioStream.of(clip));
    }

    @Override
    public boolean play(AudioStream sound) {
        Optional<AudioClip> piece = sound.next();
        if (piece.isEmpty()) {
            return true;
        }
        Process process = begin(piece.get().sampleRate());
        if (process == null) {
            return false;
        }
        AtomicLong end = new AtomicLong(System.nanoTime());
        try (OutputStream out = process.getOutputStream()) {
            for (; piece.isPresent(); piece = sound.next()) {
                endAfter(process, end, end.addAndGet(piece.get().duration().toNanos()));
                write(out, bytes(piece.get()));
            }
        } catch (IOException e) {
            // Killed, or ended by itself: its exit code tells which.
        } catch (AudioException e) {
            process.destroyForcibly();
            throw e;
        }
        return ended(process, end.get() + LATENCY.toNanos());
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; at += BLOCK_BYTES) {
            out.write(bytes, at, Math.min(BLOCK_BYTES, bytes.length - at));
        }
        out.flush();
    }

    private @Nullable Process begin(int rate) {
        synchronized (lock) {
            cut = false;
        }
        Process process = programs.startPlaying(device, rate);
        synchronized (lock) {
            // Who cuts while the program starts is heard too, and never waits for it.
            if (closed || cut) {
                process.destroyForcibly();
                return null;
            }
            playing = process;
        }
        return process;
    }

    /** A server that hangs must not hold the robot; one that was given more meanwhile does not. */
    private static void endAfter(Process process, AtomicLong end, long until) {
        long nanos = until - System.nanoTime() + PATIENCE.toNanos();
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> {
            if (end.get() == until) {
                process.destroyForcibly();
            }
        });
    }

    /** Wait until it has been heard; a server may keep its program longer, as one without a sound card does. */
    private boolean ended(Process process, long end) {
        try {
            boolean exited = process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            synchronized (lock) {
                if (cut) {
                    return false;
                }
            }
            if (exited && process.exitValue() != 0) {
                throw new AudioException("the loudspeaker " + device + " of PulseAudio takes no sound: "
                        + PulsePrograms.complaint(process)
                        + "; check that the sound server runs for this user (pactl info)");
            }
            return true;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] bytes(AudioClip clip) {
        short[] samples = clip.samples();
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    @Override
    public void cut() {
        synchronized (lock) {
            cut = true;
            if (playing != null) {
                playing.destroyForcibly();
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        cut();
    }
}
