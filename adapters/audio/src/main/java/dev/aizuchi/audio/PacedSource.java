package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.util.Optional;

/**
 * Deliver another source's frames in real time, each when a microphone would have it; for one thread.
 *
 * <p>Instants are counted from the first read, so waits that are a little long do not add up, and a reader that was
 * late catches up. Ends when the thread is interrupted.
 */
public final class PacedSource implements AudioSource {
    private static final long FRAME_NANOS = AudioFrame.MILLIS * 1_000_000L;

    private final AudioSource source;
    private final MonotonicClock clock;
    private boolean started;
    private long due;

    /** Pace a source, which is closed with this one. */
    public PacedSource(AudioSource source, MonotonicClock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Optional<AudioFrame> read() {
        if (!started) {
            started = true;
            due = clock.nanos();
        }
        Optional<AudioFrame> frame = source.read();
        if (frame.isEmpty()) {
            return frame;
        }
        due += FRAME_NANOS;
        return clock.waitUntil(due) ? frame : Optional.empty();
    }

    @Override
    public void close() {
        source.close();
    }
}
