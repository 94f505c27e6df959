package dev.aizuchi.app.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** Report what a rescue team had the robot write down and pass on, in the order of time, with totals. */
public final class FieldReport {
    private final List<Entry> entries;
    private final Totals totals;
    private final int leftOut;

    private FieldReport(List<Entry> entries, int leftOut) {
        this.entries = entries;
        this.totals = Totals.of(entries);
        this.leftOut = leftOut;
    }

    /**
     * Read a journal.
     *
     * @param journal a file, or a directory with {@code journal.jsonl} and its predecessors
     * @param problems is told what is left out and what the journal lacks
     * @throws IOException when it cannot be read
     */
    public static FieldReport read(Path journal, Consumer<String> problems) throws IOException {
        Entries entries = new Entries();
        JournalLines lines = new JournalLines(problems);
        lines.read(journal, entries::accept);
        if (entries.lost() > 0) {
            problems.accept(journal + ": lacks " + entries.lost() + " events, lost while the disk was full");
        }
        if (entries.isWordless()) {
            problems.accept(journal + ": does not hold the words of messages;"
                    + " journal.speech-texts: masked in agent.yaml keeps them");
        }
        return new FieldReport(entries.inOrder(), lines.leftOut());
    }

    /**
     * Write a table for people, with Japanese headings; the last rows are the totals.
     *
     * @param zone in which times are written
     */
    public void writeCsv(Writer out, ZoneId zone) throws IOException {
        new ReportTable(zone).write(entries, totals, out);
    }

    /** Write one JSON object for programs, with the wire's keys. */
    public void writeJson(Writer out, ZoneId zone) throws IOException {
        new ReportJson(zone).write(entries, totals, leftOut, out);
    }
}
