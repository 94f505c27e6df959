package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.mask.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Append every event to a file as one line of JSON, on a thread of its own.
 *
 * <p>What is written is forced to the disk in batches. A torn last line, left by a power cut, is cut off at the next
 * start. While the disk is full or gone the lines wait; when more wait than fit, the newest are counted and the count
 * is written as {@code journal_gap} once there is room again.
 */
public final class Journal implements Consumer<DialogueEvent>, AutoCloseable {
    private static final long POLL_MILLIS = 100;
    private static final long RETRY_MILLIS = 500;

    /** Say how much is written of what people said, which is personal data. */
    public enum SpeechTexts {
        /** Nothing. */
        NONE,
        /** Their words, but names, numbers and addresses as placeholders. */
        MASKED,
        /** All. */
        PLAIN
    }

    /**
     * Say where and how much to keep.
     *
     * @param directory where {@code journal.jsonl} and its predecessors lie; made when missing
     * @param maxBytes size at which a new file is begun
     * @param keep number of predecessors that are kept
     * @param speechTexts how much is written of what people said
     * @param seal keeps what was masked beside the text, for who has the key; without it, masking is for good
     */
    public record Settings(Path directory, long maxBytes, int keep, SpeechTexts speechTexts, Optional<Seal> seal) {
        public Settings {
            if (maxBytes < 1_024) {
                throw new IllegalArgumentException(
                        "a journal file needs at least 1024 bytes, but max-bytes is " + maxBytes);
            }
            if (keep < 1) {
                throw new IllegalArgumentException("a journal keeps at least 1 file, but keep is " + keep);
            }
        }
    }

    /** Takes lines, all of them or none. */
    public interface Disk {
        /** Name it for a person. */
        String name();

        /** Append lines, and keep them whatever happens to the process. */
        void append(List<String> lines) throws IOException;
    }

    private final JournalQueue queue;
    private final JournalFile file;
    private final Thread thread = new Thread(this::run, "journal");
    private volatile boolean closed;

    private Journal(JournalQueue queue, JournalFile file) {
        this.queue = queue;
        this.file = file;
        thread.setDaemon(true);
    }

    /**
     * Open the journal and mend its last line.
     *
     * @param faults is told, once each time, when the disk begins to refuse; called on the journal's thread
     * @throws IOException when the directory cannot be made or written at start
     */
    public static Journal open(Settings settings, Consumer<String> faults) throws IOException {
        JournalFile file = JournalFile.open(settings.directory(), settings.maxBytes(), settings.keep());
        EventJson json = new EventJson(settings.speechTexts(), settings.seal());
        Journal journal = new Journal(new JournalQueue(json, file, faults), file);
        journal.thread.start();
        return journal;
    }

    /**
     * Keep a journal by the lanes instead of by a thread, on a disk that need not be one: for a simulation.
     *
     * @param faults is told as by {@link #open}, on the lanes
     */
    public static Consumer<DialogueEvent> keep(SpeechTexts texts, Disk disk, Lanes lanes, Consumer<String> faults) {
        JournalQueue queue = new JournalQueue(new EventJson(texts, Optional.empty()), disk, faults);
        write(queue, lanes);
        return queue;
    }

    private static void write(JournalQueue queue, Lanes lanes) {
        long next = queue.write() ? POLL_MILLIS : RETRY_MILLIS;
        lanes.after(Duration.ofMillis(next), () -> write(queue, lanes));
    }

    @Override
    public void accept(DialogueEvent event) {
        queue.accept(event);
    }

    /** Write what waits, for up to two seconds, and close the file. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    /** Write without ever being interrupted: an interrupt would close the file under our hands. */
    private void run() {
        try {
            while (true) {
                boolean last = closed;
                if (queue.awaits(last ? 0 : POLL_MILLIS)) {
                    while (!queue.write()) {
                        if (closed) {
                            return;
                        }
                        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                    }
                } else if (last) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but a process that ends.
        }
    }
}
