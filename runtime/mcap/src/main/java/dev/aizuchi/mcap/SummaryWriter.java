package dev.aizuchi.mcap;

import dev.aizuchi.mcap.IndexRecord.SummaryOffset;
import dev.aizuchi.mcap.McapRecord.Footer;
import dev.aizuchi.mcap.McapWriter.Options;
import dev.aizuchi.mcap.McapWriter.Parts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Write what is in a file at its end, grouped by kind. */
final class SummaryWriter {
    private final CountedOutput out;
    private final Options options;
    private final List<SummaryOffset> groups = new ArrayList<>();

    SummaryWriter(CountedOutput out, Options options) {
        this.out = out;
        this.options = options;
    }

    /** Write the summary, the offsets of its groups and the footer. */
    void write(Summary summary) throws IOException {
        Parts parts = options.parts();
        long start = out.position();
        out.restartCrc();
        group(parts.schemas(), summary.schemas.values());
        group(parts.channels(), summary.channels.values());
        group(parts.statistics(), List.of(summary.statistics()));
        group(parts.metadataIndex(), summary.metadata);
        group(parts.attachmentIndex(), summary.attachments);
        group(parts.chunkIndex(), summary.chunks);
        boolean empty = out.position() == start;
        long offsetsAt = parts.summaryOffsets() && !empty ? out.position() : 0;
        if (offsetsAt != 0) {
            for (SummaryOffset group : groups) {
                out.write(group);
            }
        }
        footer(empty ? 0 : start, offsetsAt);
    }

    private void group(boolean wanted, Collection<? extends McapRecord> records) throws IOException {
        if (!wanted || records.isEmpty()) {
            return;
        }
        long start = out.position();
        int opcode = 0;
        for (McapRecord record : records) {
            out.write(record);
            opcode = record.opcode();
        }
        groups.add(new SummaryOffset(opcode, start, out.position() - start));
    }

    private void footer(long summaryStart, long offsetsAt) throws IOException {
        FieldWriter footer = new FieldWriter().record(new Footer(summaryStart, offsetsAt, 0));
        out.write(footer.bytes().slice(0, footer.size() - 4));
        out.write(new FieldWriter().u32(out.crc()).bytes());
    }
}
