package dev.aizuchi.mcap;

import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Chunk;
import dev.aizuchi.mcap.McapRecord.DataEnd;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Look a file through that has no summary to trust, such as one that a power cut ended. */
final class Scan {
    private final Summary summary = new Summary();
    private final List<Message> loose = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();

    private Scan() {}

    static Scan of(Path path) throws IOException {
        Scan scan = new Scan();
        try (McapReader reader = McapReader.open(path)) {
            boolean data = true;
            for (Optional<McapRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                data &= !(next.get() instanceof DataEnd);
                if (data) {
                    scan.take(next.get(), reader);
                }
            }
            scan.damages.addAll(reader.damages());
        }
        return scan;
    }

    Summary summary() {
        return summary;
    }

    List<Message> loose() {
        return loose;
    }

    List<String> damages() {
        return damages;
    }

    private void take(McapRecord record, McapReader reader) {
        if (record instanceof Chunk chunk) {
            List<McapRecord> unpacked = reader.unpack(chunk);
            if (!unpacked.isEmpty()) {
                summary.count(chunk, reader.offset(), reader.length(), Map.of(), 0);
            }
            unpacked.forEach(each -> count(each, reader.offset()));
        } else if (record instanceof Attachment attachment) {
            summary.count(attachment, reader.offset(), reader.length());
        } else if (record instanceof Metadata metadata) {
            summary.count(metadata, reader.offset(), reader.length());
        } else {
            count(record, reader.offset());
            if (record instanceof Message message) {
                loose.add(message);
            }
        }
    }

    private void count(McapRecord record, long offset) {
        if (record instanceof Message message) {
            summary.count(message);
        } else if (summary.declare(record)) {
            damages.add("at byte " + offset + " a number is given to another "
                    + record.getClass().getSimpleName() + "; the first is kept");
        }
    }
}
