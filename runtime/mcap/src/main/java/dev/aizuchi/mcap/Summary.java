package dev.aizuchi.mcap;

import dev.aizuchi.mcap.IndexRecord.AttachmentIndex;
import dev.aizuchi.mcap.IndexRecord.ChunkIndex;
import dev.aizuchi.mcap.IndexRecord.MetadataIndex;
import dev.aizuchi.mcap.IndexRecord.Statistics;
import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Channel;
import dev.aizuchi.mcap.McapRecord.Chunk;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import dev.aizuchi.mcap.McapRecord.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collect what a file says of itself, or what was seen while it was written or read; for one thread. */
final class Summary {
    final Map<Integer, Schema> schemas = new LinkedHashMap<>();
    final Map<Integer, Channel> channels = new LinkedHashMap<>();
    final List<ChunkIndex> chunks = new ArrayList<>();
    final List<AttachmentIndex> attachments = new ArrayList<>();
    final List<MetadataIndex> metadata = new ArrayList<>();
    private final Map<Integer, Long> messagesByChannel = new LinkedHashMap<>();
    private long messages;
    private long chunkCount;
    private long attachmentCount;
    private long metadataCount;
    private long startTime;
    private long endTime;
    private @Nullable Statistics written;

    /** Take what a summary section holds. */
    void read(McapRecord record) {
        if (record instanceof Statistics statistics) {
            written = statistics;
        } else if (record instanceof ChunkIndex index) {
            chunks.add(index);
        } else if (record instanceof AttachmentIndex index) {
            attachments.add(index);
        } else if (record instanceof MetadataIndex index) {
            metadata.add(index);
        } else {
            declare(record);
        }
    }

    /** Take a schema or channel; tells whether its number stood for another before, which wins. */
    boolean declare(McapRecord record) {
        if (record instanceof Schema schema && schema.id() != 0) {
            Schema before = schemas.putIfAbsent(schema.id(), schema);
            return before != null && !before.equals(schema);
        }
        if (record instanceof Channel channel) {
            Channel before = channels.putIfAbsent(channel.id(), channel);
            return before != null && !before.equals(channel);
        }
        return false;
    }

    void count(Message message) {
        startTime =
                messages == 0 || Long.compareUnsigned(message.logTime(), startTime) < 0 ? message.logTime() : startTime;
        endTime = Long.compareUnsigned(message.logTime(), endTime) > 0 ? message.logTime() : endTime;
        messages++;
        messagesByChannel.merge(message.channelId(), 1L, Long::sum);
    }

    /** Note a chunk that stands in the file. */
    void count(Chunk chunk, long offset, long length, Map<Integer, Long> indexOffsets, long indexLength) {
        chunkCount++;
        chunks.add(new ChunkIndex(
                chunk.startTime(),
                chunk.endTime(),
                offset,
                length,
                indexOffsets,
                indexLength,
                chunk.compression(),
                chunk.records().size(),
                chunk.uncompressedSize()));
    }

    void count(Attachment attachment, long offset, long length) {
        attachmentCount++;
        attachments.add(new AttachmentIndex(
                offset,
                length,
                attachment.logTime(),
                attachment.createTime(),
                attachment.data().size(),
                attachment.name(),
                attachment.mediaType()));
    }

    void count(Metadata values, long offset, long length) {
        metadataCount++;
        metadata.add(new MetadataIndex(offset, length, values.name()));
    }

    /** Give the statistics that stand in the file, or else those of what was counted. */
    Statistics statistics() {
        return Optional.ofNullable(written)
                .orElseGet(() -> new Statistics(
                        messages,
                        schemas.size(),
                        channels.size(),
                        attachmentCount,
                        metadataCount,
                        chunkCount,
                        startTime,
                        endTime,
                        messagesByChannel));
    }

    /** Tell whether every message can be found by what was collected. */
    boolean isIndex() {
        return written != null
                && !chunks.isEmpty()
                && chunks.size() == written.chunks()
                && attachments.size() == written.attachments()
                && metadata.size() == written.metadata()
                && channels.keySet().containsAll(indexed());
    }

    private Set<Integer> indexed() {
        Set<Integer> ids = new java.util.HashSet<>();
        chunks.forEach(chunk -> ids.addAll(chunk.messageIndexOffsets().keySet()));
        return ids;
    }
}
