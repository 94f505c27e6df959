package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.mask.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Append every event to a file as one line of JSON, on a thread of its own.
 *
 * <p>What is written is forced to the disk in batches. A torn last line, left by a power cut, is cut off at the next
 * start. While the disk is full or gone the lines wait; when more wait than fit, the newest are counted and the count
 * is written as {@code journal_gap} once there is room again.
 */
public final class Journal implements Consumer<DialogueEvent>, AutoCloseable {
    private static final int WAITING_LINES = 20_000;
    private static final int BATCH = 256;
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

    private final BlockingQueue<DialogueEvent> waiting = new LinkedBlockingQueue<>(WAITING_LINES);
    private final AtomicLong lost = new AtomicLong();
    private final EventJson json;
    private final JournalFile file;
    private final Consumer<String> faults;
    private final Thread thread = new Thread(this::run, "journal");
    private volatile boolean closed;

    private Journal(Settings settings, JournalFile file, Consumer<String> faults) {
        this.json = new EventJson(settings.speechTexts(), settings.seal());
        this.file = file;
        this.faults = faults;
        thread.setDaemon(true);
    }

    /**
     * Open the journal and mend its last line.
     *
     * @param faults is told, once each time, when the disk begins to refuse; called on the journal's thread
     * @throws IOException when the directory cannot be made or written at start
     */
    public static Journal open(Settings settings, Consumer<String> faults) throws IOException {
        Journal journal = new Journal(
                settings, JournalFile.open(settings.directory(), settings.maxBytes(), settings.keep()), faults);
        journal.thread.start();
        return journal;
    }

    @Override
    public void accept(DialogueEvent event) {
        if (!waiting.offer(event)) {
            lost.incrementAndGet();
        }
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

    private void run() {
        List<DialogueEvent> batch = new ArrayList<>(BATCH);
        while (take(batch)) {
            if (!batch.isEmpty()) {
                writeUntilDone(lines(batch));
                batch.clear();
            }
        }
    }

    /** Wait for lines without ever being interrupted: an interrupt would close the file under our hands. */
    private boolean take(List<DialogueEvent> batch) {
        boolean last = closed;
        try {
            DialogueEvent first = waiting.poll(last ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return !last;
            }
            batch.add(first);
        } catch (InterruptedException e) {
            return false;
        }
        waiting.drainTo(batch, BATCH - batch.size());
        return true;
    }

    private List<String> lines(List<DialogueEvent> batch) {
        List<String> lines = new ArrayList<>(batch.size() + 1);
        batch.forEach(event -> lines.add(json.of(event).toString()));
        return lines;
    }

    private void writeUntilDone(List<String> lines) {
        boolean told = false;
        while (true) {
            try {
                long gap = lost.getAndSet(0);
                if (gap > 0) {
                    lines.add("{\"event\":\"journal_gap\",\"lost\":" + gap + "}");
                }
                file.append(lines);
                return;
            } catch (IOException e) {
                if (!told) {
                    faults.accept("the journal " + file.path() + " cannot be written (" + e.getMessage()
                            + "): free the disk or point journal.directory elsewhere; lines wait until then");
                    told = true;
                }
                if (closed || !pause()) {
                    return;
                }
            }
        }
    }

    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
