package dev.aizuchi.recording;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.person.People;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Record a running robot, on a thread of its own; who hands events over never waits for the disk.
 *
 * <p>While the disk is full or gone, events wait; when more wait than fit, they are counted and the count is written as
 * metadata {@code gap} once there is room again.
 */
public final class Recorder implements Consumer<DialogueEvent>, AutoCloseable {
    private static final int WAITING = 20_000;
    private static final long POLL_MILLIS = 100;

    private final BlockingQueue<Consumer<Instant>> waiting = new LinkedBlockingQueue<>(WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final RecordingLoop loop;
    private final InstantSource clock;
    private final Thread thread = new Thread(this::run, "recording");
    private volatile @Nullable Supplier<RobotState> robot;
    private volatile @Nullable AudioConsent consent;
    private volatile boolean closed;

    private Recorder(RecordingLoop loop, InstantSource clock) {
        this.loop = loop;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /**
     * Begin to record.
     *
     * @param faults is told, once each time, when the disk begins to refuse; called on the recorder's thread
     * @throws IOException when the directory cannot be made or written at the start
     */
    public static Recorder open(RecordingSettings settings, InstantSource clock, Consumer<String> faults)
            throws IOException {
        RecordingLoop loop = new RecordingLoop(settings, faults);
        loop.begin(clock.instant());
        Recorder recorder = new Recorder(loop, clock);
        recorder.thread.start();
        return recorder;
    }

    /** Record too where a robot is, from now on; its state is asked for some ten times a second. */
    public void follow(Supplier<RobotState> state) {
        robot = state;
    }

    /**
     * Let sound be recorded too, from now on, while everybody who is known to be there has agreed to that: the purpose
     * of their consent speaks of 録音. Strangers end it.
     *
     * @param people is asked on the recorder's thread
     */
    public void askFirst(People people) {
        consent = new AudioConsent(people);
    }

    /** Give the same sound, and record it on the way as far as {@link #askFirst} lets that be. */
    public AudioSource tap(AudioSource source) {
        return new TappedSource(source, this::hear);
    }

    @Override
    public void accept(DialogueEvent event) {
        add(now -> {
            AudioConsent asked = consent;
            if (asked != null) {
                // First, and whatever the disk does: who comes must be known before more sound is.
                asked.take(event);
            }
            loop.event(event, now);
        });
    }

    /** Sound waits for the disk only while it takes no room from events. */
    private void hear(AudioFrame frame) {
        AudioConsent asked = consent;
        if (asked != null && waiting.size() < WAITING / 2) {
            Instant heard = clock.instant();
            add(now -> {
                if (asked.isGiven(heard)) {
                    loop.write((file, at) -> file.audio(frame, heard), now);
                }
            });
        }
    }

    /** Write what waits, for up to two seconds, and end the file. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Consumer<Instant> entry) {
        if (!waiting.offer(entry)) {
            lost.incrementAndGet();
        }
    }

    private void run() {
        try (loop) {
            boolean more = true;
            while (more) {
                more = step();
            }
        } catch (InterruptedException e) {
            // Nobody but the end of the process interrupts this thread.
            Thread.currentThread().interrupt();
        }
    }

    /** Among what was lost may be that somebody came. */
    private void noteLost() {
        long more = lost.getAndSet(0);
        AudioConsent asked = consent;
        if (more > 0 && asked != null) {
            asked.forget();
        }
        loop.lost(more);
    }

    private boolean step() throws InterruptedException {
        boolean last = closed;
        Instant now = clock.instant();
        if (!loop.isReady(now)) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            return !last;
        }
        noteLost();
        Consumer<Instant> entry = waiting.poll(last ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (entry != null) {
            entry.accept(clock.instant());
        }
        Supplier<RobotState> state = robot;
        if (state != null && !last) {
            loop.state(state.get(), clock.instant());
        }
        loop.tick(clock.instant());
        return entry != null || !last;
    }
}
