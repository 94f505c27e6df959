package dev.aizuchi.audio;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Deliver a source that is opened again whenever it is lost: a robot must not go deaf for good at night. Read by one
 * thread, closed by any.
 *
 * <p>The loss is told once, however long it lasts, and so is the return. What was being said is ended by two seconds of
 * silence, which come at once.
 */
public final class SteadySource implements AudioSource {
    private static final System.Logger LOG = System.getLogger(SteadySource.class.getName());
    private static final long RETRY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int SILENT_FRAMES = 2_000 / AudioFrame.MILLIS;

    private final Supplier<? extends AudioSource> opening;
    private final MonotonicClock clock;
    private final Consumer<String> tell;
    private final Object lock = new Object();
    private AudioSource source = new Absent();
    private boolean closed;
    /** Closed, and not yet opened again. */
    private boolean gone;
    /** Told to be lost, and not yet told to be back. */
    private volatile boolean lost;

    private int silence;

    /**
     * Open the source for the first time; a device that is not there is told of and looked for as a lost one, anything
     * else that prevents it is thrown as it is.
     *
     * @param tell takes the sentences, on the thread that reads or this one
     */
    public SteadySource(Supplier<? extends AudioSource> opening, MonotonicClock clock, Consumer<String> tell) {
        this.opening = opening;
        this.clock = clock;
        this.tell = tell;
        try {
            source = opening.get();
        } catch (AudioException | AdapterException e) {
            if (!isOfADevice(e)) {
                throw e;
            }
            lose(e);
            // Nobody was speaking.
            silence = 0;
        }
    }

    /**
     * Tell whether a device complains, which may be back at any time, or something else prevents the opening. Providers
     * wrap what a device complains of.
     */
    public static boolean isOfADevice(RuntimeException e) {
        return e instanceof AudioException || e.getCause() instanceof AudioException;
    }

    /** Tell whether the device is away at the moment; callable from any thread. */
    public boolean isLost() {
        return lost;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Waits while the device is lost; empty at the end of the sound, once closed, or when the thread is interrupted.
     */
    @Override
    public Optional<AudioFrame> read() {
        while (true) {
            if (silence > 0) {
                silence--;
                return Optional.of(AudioFrame.silence());
            }
            if (gone && !reopen()) {
                return Optional.empty();
            }
            try {
                Optional<AudioFrame> frame = current().read();
                tellReturn(frame);
                return frame;
            } catch (AudioException e) {
                if (isClosed()) {
                    return Optional.empty();
                }
                lose(e);
            }
        }
    }

    private void tellReturn(Optional<AudioFrame> frame) {
        if (lost && frame.isPresent()) {
            lost = false;
            tell.accept("the microphone is back");
        }
    }

    private void lose(RuntimeException loss) {
        current().close();
        gone = true;
        if (!lost) {
            lost = true;
            silence = SILENT_FRAMES;
            tell.accept(loss.getMessage() + "; it is looked for every two seconds");
        }
    }

    /** Try until it is there; false when closed or interrupted. */
    private boolean reopen() {
        while (clock.waitUntil(clock.nanos() + RETRY_NANOS)) {
            synchronized (lock) {
                if (closed) {
                    return false;
                }
                try {
                    source = opening.get();
                    gone = false;
                    return true;
                } catch (AudioException | AdapterException e) {
                    LOG.log(System.Logger.Level.DEBUG, "still lost", e);
                }
            }
        }
        return false;
    }

    /** Stands for a device that was never there. */
    private static final class Absent implements AudioSource {
        @Override
        public Optional<AudioFrame> read() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private AudioSource current() {
        synchronized (lock) {
            return source;
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            source.close();
        }
    }
}
