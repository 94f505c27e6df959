package dev.aizuchi.app;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stand in for a microphone: real time passes, silence is heard, and now and then a recorded sentence.
 *
 * <p>Frames come every 20 ms by the monotonic clock, so that waiting for the end of a turn costs what it costs on a
 * robot.
 */
final class PlayedMicrophone implements AudioSource {
    /** A recording on its way; {@code next} is the first sample not yet heard. */
    private static final class Recording {
        final short[] samples;
        final Runnable begun;
        int next;

        Recording(short[] samples, Runnable begun) {
            this.samples = samples;
            this.begun = begun;
        }
    }

    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(AudioFrame.MILLIS);

    private final AtomicReference<@Nullable Recording> playing = new AtomicReference<>();
    /** When the next frame is due; counted from the first read, since opening a recogniser takes a while. */
    private long due;

    private boolean begun;
    private volatile boolean closed;

    /**
     * Play a sentence from the next frame on; one that is still playing is dropped.
     *
     * @param samples 16 kHz
     * @param begun told on the audio thread as the first frame is handed over
     */
    void play(short[] samples, Runnable begun) {
        playing.set(new Recording(samples.clone(), begun));
    }

    boolean isPlaying() {
        return playing.get() != null;
    }

    @Override
    public Optional<AudioFrame> read() {
        due = begun ? due + FRAME_NANOS : System.nanoTime();
        begun = true;
        long wait = due - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
        if (closed) {
            return Optional.empty();
        }
        Recording recording = playing.get();
        return Optional.of(recording == null ? AudioFrame.silence() : next(recording));
    }

    private AudioFrame next(Recording recording) {
        if (recording.next == 0) {
            recording.begun.run();
        }
        AudioFrame frame = AudioFrame.copyOf(recording.samples, recording.next);
        recording.next += AudioFrame.SAMPLES;
        if (recording.next >= recording.samples.length) {
            // Another recording may have taken its place.
            playing.compareAndSet(recording, null);
        }
        return frame;
    }

    @Override
    public void close() {
        closed = true;
    }
}
