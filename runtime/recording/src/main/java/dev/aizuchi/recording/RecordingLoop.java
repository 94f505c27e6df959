package dev.aizuchi.recording;

import dev.aizuchi.core.EventJson;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.RobotState;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Write what is handed over, and go on when the disk does not: a file that cannot be written is given up, and a new one
 * is begun once there is room again. For one thread.
 */
final class RecordingLoop implements AutoCloseable {
    /** What a power cut may take. */
    static final Duration FLUSH_EVERY = Duration.ofSeconds(5);
    /** How soon a full disk is tried again. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** A robot that stands is noted so often. */
    static final Duration STILL_EVERY = Duration.ofSeconds(5);

    /** Writes something into the open file. */
    @FunctionalInterface
    interface Entry {
        void write(RunFile file, Instant now) throws IOException;
    }

    private final RecordingSettings settings;
    private final RecordingFolder folder;
    private final EventJson json;
    private final Consumer<String> faults;
    private @Nullable RunFile file;
    private @Nullable FileChannel channel;
    private @Nullable RobotState lastNews;
    private Instant stateNoted = Instant.MIN;
    private Instant flushed = Instant.MIN;
    private Instant retryAt = Instant.MIN;
    private long unflushed;
    private long lost;
    private boolean told;

    RecordingLoop(RecordingSettings settings, Consumer<String> faults) {
        this.settings = settings;
        this.folder = new RecordingFolder(settings.directory(), settings.keep());
        this.json = settings.json();
        this.faults = faults;
    }

    /** Begin the first file, so that what is wrong with the directory is told at the start. */
    void begin(Instant now) throws IOException {
        open(now);
    }

    /** Tell whether there is a disk to write to: what waits, waits until then. */
    boolean isReady(Instant now) {
        return file != null || !now.isBefore(retryAt);
    }

    void event(DialogueEvent event, Instant now) {
        write((open, at) -> open.event(event), now);
    }

    void write(Entry entry, Instant now) {
        unflushed++;
        attempt(now, () -> {
            RunFile open = ready(now);
            entry.write(open, now);
            if (open.size() >= settings.maxBytes()) {
                finish();
            }
        });
    }

    /** Note where the robot is, if that is news. */
    void state(RobotState state, Instant now) {
        RobotState news = news(state);
        if (!news.equals(lastNews) || !now.isBefore(stateNoted.plus(STILL_EVERY))) {
            lastNews = news;
            stateNoted = now;
            write((open, at) -> open.state(state, at), now);
        }
    }

    /** A robot that stands measures anew all the time, and its battery runs down by less than anybody wants to see. */
    private static RobotState news(RobotState state) {
        return new RobotState(
                Instant.EPOCH,
                state.x(),
                state.y(),
                state.headingDeg(),
                state.speed(),
                Math.round(state.battery() * 100) / 100.0,
                state.emergencyStop(),
                state.stopped(),
                state.place());
    }

    /** Put on the disk what has waited for long enough. */
    void tick(Instant now) {
        if (file != null && unflushed > 0 && !now.isBefore(flushed.plus(FLUSH_EVERY))) {
            attempt(now, this::flush);
            flushed = now;
        }
    }

    /** Count what had to be left out. */
    void lost(long more) {
        lost += more;
    }

    @Override
    public void close() {
        try {
            finish();
        } catch (IOException e) {
            tell(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Instant now, Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            lost += unflushed;
            unflushed = 0;
            tell(e);
            giveUp();
            retryAt = now.plus(RETRY_AFTER);
        }
    }

    private RunFile ready(Instant now) throws IOException {
        RunFile open = file;
        if (open == null) {
            open = open(now);
        }
        if (lost > 0) {
            open.gap(lost, now);
            lost = 0;
        }
        return open;
    }

    private RunFile open(Instant now) throws IOException {
        FileChannel opened = folder.next(now);
        channel = opened;
        RunFile begun = new RunFile(Channels.newOutputStream(opened), settings.compression(), json, settings.about());
        begun.flush();
        file = begun;
        flushed = now;
        told = false;
        return begun;
    }

    private void flush() throws IOException {
        RunFile open = file;
        if (open != null) {
            open.flush();
            force();
            unflushed = 0;
        }
    }

    private void force() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            open.force(false);
        }
    }

    private void finish() throws IOException {
        RunFile open = file;
        file = null;
        if (open != null) {
            open.close();
            unflushed = 0;
        }
    }

    private void giveUp() {
        file = null;
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is given up; what was flushed can be read.
            }
        }
    }

    private void tell(IOException e) {
        if (!told) {
            told = true;
            faults.accept("the recording in " + folder.directory() + " cannot be written (" + e.getMessage()
                    + "): free the disk or point recording.directory elsewhere; the robot goes on, and so will the "
                    + "recording");
        }
    }
}
