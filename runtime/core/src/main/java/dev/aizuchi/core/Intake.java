package dev.aizuchi.core;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Read sound on a thread of its own, so that stop words are heard even while the listener is busy, and hand it on in
 * order.
 *
 * <p>A listener that is slower than the sound falls behind by at most ten seconds; then the oldest sound is dropped,
 * since a robot that answers a minute late is of no use. A source that waits, such as a file, is waited for instead.
 */
final class Intake implements AutoCloseable {
    static final int LONGEST = 10_000 / AudioFrame.MILLIS;
    private static final long PATIENCE_MILLIS = 1_000;

    private final AudioSource source;
    private final VoiceDetector detector;
    private final StopSpotter spotter;
    private final BlockingQueue<Sound> queue = new ArrayBlockingQueue<>(LONGEST);
    private final AtomicInteger dropped = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "audio");
    private volatile boolean closed;

    /** What the thread hands on; a sound without a frame is the last. */
    private record Sound(Optional<Heard> heard, Optional<AudioException> failure) {}

    /**
     * Hold one frame.
     *
     * @param voice the probability that it holds voice
     * @param stopped whether a stop word was heard with it
     */
    record Heard(AudioFrame frame, double voice, boolean stopped) {}

    /** Begin to read; the detector and the spotter are this thread's from now on, and the spotter is closed with it. */
    Intake(AudioSource source, VoiceDetector detector, StopSpotter spotter) {
        this.source = source;
        this.detector = detector;
        this.spotter = spotter;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Wait for the next frame; empty at the end of the sound and when the caller is interrupted.
     *
     * @throws AudioException when the source failed
     */
    Optional<Heard> next() {
        try {
            Sound sound = queue.take();
            if (sound.failure.isPresent()) {
                throw sound.failure.get();
            }
            return sound.heard;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Give the length of sound that was dropped since this was last asked. */
    Duration dropped() {
        return Duration.ofMillis((long) dropped.getAndSet(0) * AudioFrame.MILLIS);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            // Native code must not be torn down under a thread that is in it.
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (spotter) {
            for (Optional<AudioFrame> frame = source.read(); frame.isPresent() && !closed; frame = source.read()) {
                double voice = detector.probability(frame.get());
                Heard heard = new Heard(frame.get(), voice, spotter.accept(frame.get(), voice));
                hand(new Sound(Optional.of(heard), Optional.empty()), source.isLive());
            }
            hand(new Sound(Optional.empty(), Optional.empty()), false);
        } catch (AudioException e) {
            hand(new Sound(Optional.empty(), Optional.of(e)), false);
        }
    }

    private void hand(Sound sound, boolean mayDrop) {
        try {
            while (mayDrop && !queue.offer(sound)) {
                if (queue.poll() != null) {
                    dropped.incrementAndGet();
                }
            }
            while (!mayDrop && !closed && !queue.offer(sound, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                // The listener is slow, and the sound can wait.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
