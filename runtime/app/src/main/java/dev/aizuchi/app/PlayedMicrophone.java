package dev.aizuchi.app;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

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

    /** Between two sentences a person draws breath; without it they would be heard as one. */
    private static final int BREATH_FRAMES = 600 / AudioFrame.MILLIS;

    private final Queue<Recording> waiting = new ConcurrentLinkedQueue<>();
    private int silentFrames = BREATH_FRAMES;
    /** When the next frame is due; counted from the first read, since opening a recogniser takes a while. */
    private long due;

    private boolean begun;
    private volatile boolean closed;

    /**
     * Play a sentence as soon as those before it are over, with a breath between.
     *
     * @param samples 16 kHz
     * @param begun told on the audio thread as the first frame is handed over
     */
    void play(short[] samples, Runnable begun) {
        waiting.add(new Recording(samples.clone(), begun));
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
        Recording recording = waiting.peek();
        if (recording == null || silentFrames < BREATH_FRAMES) {
            silentFrames++;
            return Optional.of(AudioFrame.silence());
        }
        return Optional.of(next(recording));
    }

    private AudioFrame next(Recording recording) {
        if (recording.next == 0) {
            recording.begun.run();
        }
        AudioFrame frame = AudioFrame.copyOf(recording.samples, recording.next);
        recording.next += AudioFrame.SAMPLES;
        if (recording.next >= recording.samples.length) {
            waiting.remove();
            silentFrames = 0;
        }
        return frame;
    }

    @Override
    public void close() {
        closed = true;
    }
}
