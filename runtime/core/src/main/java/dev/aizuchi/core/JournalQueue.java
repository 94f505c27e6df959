package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Let events wait until a disk takes them; when more wait than fit, the newest are counted and the count is written
 * once there is room again. Events come from any thread, one thread writes.
 */
final class JournalQueue implements Consumer<DialogueEvent> {
    private static final int WAITING_LINES = 20_000;
    private static final int BATCH = 256;

    private final BlockingQueue<DialogueEvent> waiting = new LinkedBlockingQueue<>(WAITING_LINES);
    private final AtomicLong lost = new AtomicLong();
    private final EventJson json;
    private final Journal.Disk disk;
    private final Consumer<String> faults;
    /** What the disk is to take next. */
    private final List<String> lines = new ArrayList<>();

    private boolean told;

    /** Write to a disk; {@code faults} is told, once each time, when it begins to refuse, by who writes. */
    JournalQueue(EventJson json, Journal.Disk disk, Consumer<String> faults) {
        this.json = json;
        this.disk = disk;
        this.faults = faults;
    }

    @Override
    public void accept(DialogueEvent event) {
        if (!waiting.offer(event)) {
            lost.incrementAndGet();
        }
    }

    /** Wait for an event; tells whether there is something to write. */
    boolean awaits(long millis) throws InterruptedException {
        if (lines.isEmpty()) {
            DialogueEvent first = waiting.poll(millis, TimeUnit.MILLISECONDS);
            if (first == null) {
                return false;
            }
            lines.add(json.of(first).toString());
        }
        return true;
    }

    /** Try to write some of what waits; tells whether the disk took it. */
    boolean write() {
        if (lines.size() < BATCH) {
            List<DialogueEvent> more = new ArrayList<>();
            waiting.drainTo(more, BATCH - lines.size());
            more.forEach(event -> lines.add(json.of(event).toString()));
        }
        long gap = lost.getAndSet(0);
        if (gap > 0) {
            lines.add("{\"event\":\"journal_gap\",\"lost\":" + gap + "}");
        }
        try {
            if (!lines.isEmpty()) {
                disk.append(lines);
            }
            lines.clear();
            told = false;
            return true;
        } catch (IOException e) {
            if (!told) {
                faults.accept("the journal " + disk.name() + " cannot be written (" + e.getMessage()
                        + "): free the disk or point journal.directory elsewhere; lines wait until then");
                told = true;
            }
            return false;
        }
    }
}
