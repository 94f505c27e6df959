package dev.aizuchi.mcap;

import dev.aizuchi.mcap.IndexRecord.MessageIndex;
import dev.aizuchi.mcap.McapRecord.Chunk;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapWriter.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collect records until they are enough for a chunk. */
final class ChunkBuilder {
    private final Options options;
    private final FieldWriter records = new FieldWriter();
    private final Map<Integer, List<MessageIndex.Entry>> entries = new LinkedHashMap<>();
    private long startTime;
    private long endTime;

    ChunkBuilder(Options options) {
        this.options = options;
    }

    void add(McapRecord record) {
        if (record instanceof Message message) {
            long time = message.logTime();
            startTime = entries.isEmpty() || Long.compareUnsigned(time, startTime) < 0 ? time : startTime;
            endTime = Long.compareUnsigned(time, endTime) > 0 ? time : endTime;
            entries.computeIfAbsent(message.channelId(), id -> new ArrayList<>())
                    .add(new MessageIndex.Entry(time, records.size()));
        }
        records.record(record);
    }

    int size() {
        return records.size();
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    boolean isFull() {
        return !isEmpty() && records.size() >= options.chunkBytes();
    }

    /** Write the chunk and what indexes it, and begin a new one. */
    void end(CountedOutput out, Summary summary) throws IOException {
        Bytes plain = records.bytes();
        Compression compression = options.compression();
        Chunk chunk = new Chunk(
                startTime, endTime, plain.size(), plain.crc(), compression.wireName(), compression.compress(plain));
        long offset = out.position();
        out.write(chunk);
        long indexesAt = out.position();
        Map<Integer, Long> offsets = new LinkedHashMap<>();
        if (options.parts().messageIndex()) {
            for (Map.Entry<Integer, List<MessageIndex.Entry>> each : entries.entrySet()) {
                offsets.put(each.getKey(), out.position());
                out.write(new MessageIndex(each.getKey(), each.getValue()));
            }
        }
        summary.count(chunk, offset, indexesAt - offset, offsets, out.position() - indexesAt);
        records.clear();
        entries.clear();
        startTime = 0;
        endTime = 0;
    }
}
