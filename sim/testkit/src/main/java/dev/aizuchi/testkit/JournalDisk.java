package dev.aizuchi.testkit;

import dev.aizuchi.core.Journal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Take the lines of a journal as a disk does that may be full; they are kept in memory. */
final class JournalDisk implements Journal.Disk {
    private final List<String> lines = new ArrayList<>();
    private boolean full;

    void full(boolean now) {
        full = now;
    }

    boolean isFull() {
        return full;
    }

    /** Count what it has taken. */
    int lines() {
        return lines.size();
    }

    @Override
    public String name() {
        return "journal.jsonl";
    }

    @Override
    public void append(List<String> more) throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        lines.addAll(more);
    }
}
